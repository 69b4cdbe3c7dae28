using Coordination.Api.Directory;
using Coordination.Api.GraphQL;
using Coordination.Domain.Directory;
using Coordination.Domain.Identifiers;
using Platform.GraphQL;

namespace Coordination.Api.Security;

/// <summary>Who is signed in.</summary>
public sealed record Me(Subject Subject);

/// <summary>The structure somebody works for.</summary>
public sealed record OrganizationNode(string Name, string? Finess);

/// <summary>A DAC's territory.</summary>
public sealed record TerritoryNode(TerritoryId Territory);

/// <summary><c>Query.me</c> and the types it gives.</summary>
public static class MeQueries
{
    /// <summary>Adds them to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema
        .AddEnumType<Role>()
        .AddEnumType<AccessAction>("Permission", "What the subject may do at all, so that the portal shows what leads somewhere.")
        .AddObjectType<OrganizationNode>(d => d.BindFieldsImplicitly().Name("Organization"))
        .AddObjectType<ProfessionalEntry>(d =>
        {
            d.Name("Professional");
            d.Field("id").Type("ID!").Resolve(c => NodeId.Encode("Professional", c.Parent<ProfessionalEntry>().Id));
            d.Field(p => p.DisplayName);
            d.Field(p => p.Function);
            d.Field(p => p.Organization);
            d.Field(p => p.Phone);
        })
        .AddObjectType<TerritoryNode>(d =>
        {
            d.Name("Territory");
            d.Field("id").Type("ID!").Resolve(c => c.Parent<TerritoryNode>().Territory.Value);
            d.Field("name").Type("String!").Resolve<string>(c =>
                c.Service<DirectoryReader>().TerritoryNameAsync(c.Parent<TerritoryNode>().Territory.Value, c.RequestAborted));
        })
        .AddObjectType<Me>(d =>
        {
            d.Field("id").Type("ID!").Description("The professional's id where there is one, as other fields name her; else the sign-in's.").Resolve(c =>
                c.Parent<Me>().Subject.Professional is { } professional ? NodeId.Encode("Professional", professional.Value) : c.Parent<Me>().Subject.Id);
            d.Field("displayName").Type("String!").Resolve(c => c.Parent<Me>().Subject.DisplayName);
            d.Field("role").Type("Role!").Resolve(c => c.Parent<Me>().Subject.Role);
            d.Field("organization").Type("Organization!").Resolve(c =>
                new OrganizationNode(c.Parent<Me>().Subject.Organization, c.Parent<Me>().Subject.Establishment?.Value));
            d.Field("territory").Type("Territory").Description("The DAC's territory; null for a user outside every DAC.").Resolve(c =>
                c.Parent<Me>().Subject.Territory is { } territory ? new TerritoryNode(territory) : null);
            d.Field("permissions").Type("[Permission!]!").Resolve(c => Enum.GetValues<AccessAction>()
                .Where(action => RequestScope.Of(c).Decide(action, null).Permitted).ToArray());
        })
        .AddTypeExtension("Query", d => d.Field("me").Type("Me!")
            .Description("Who is signed in, in which role, for which structure and territory.").Resolve(c => new Me(RequestScope.Of(c).Subject)));
}
