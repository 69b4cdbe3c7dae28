using Coordination.Api.Directory;
using Coordination.Api.GraphQL;
using Coordination.Domain.Directory;
using Coordination.Domain.Identifiers;
using Platform.GraphQL;

namespace Coordination.Api.Security;

/// <summary>What the subject may do at all, so that the portal shows what leads somewhere.</summary>
public enum Permission
{
    /// <summary>See the inbox.</summary>
    ReadAlerts,

    /// <summary>Take and close alerts.</summary>
    TakeAlerts,

    /// <summary>See discharges.</summary>
    ReadDischarges,

    /// <summary>Announce discharges.</summary>
    AnnounceDischarges,

    /// <summary>Prepare returns home.</summary>
    PrepareReturns,

    /// <summary>See requests for support.</summary>
    ReadRequests,

    /// <summary>Take requests for support.</summary>
    TakeRequests,

    /// <summary>See what the interfaces could not read.</summary>
    ReadQuarantine,

    /// <summary>See coordination records: of the territory, or of one's circles.</summary>
    ReadRecords,

    /// <summary>Ask a referent for access to somebody.</summary>
    RequestAccess,

    /// <summary>Answer requests for access.</summary>
    AnswerAccess,

    /// <summary>Read who read what.</summary>
    ReadTrail,

    /// <summary>Search persons.</summary>
    SearchPersons,

    /// <summary>Register persons and correct their traits.</summary>
    RegisterPersons,

    /// <summary>Check identities and merge them.</summary>
    VerifyIdentities,
}

/// <summary>Who is signed in.</summary>
public sealed record Me(Subject Subject);

/// <summary>The structure somebody works for.</summary>
public sealed record OrganizationNode(string Name, string? Finess);

/// <summary>A DAC's territory.</summary>
public sealed record TerritoryNode(TerritoryId Territory);

/// <summary><c>Query.me</c> and the types it gives.</summary>
public static class MeQueries
{
    private static readonly (Permission Permission, AccessAction Action)[] Permissions =
    [
        (Permission.ReadAlerts, AccessAction.ReadAlerts),
        (Permission.TakeAlerts, AccessAction.TreatAlerts),
        (Permission.ReadDischarges, AccessAction.ReadDischarges),
        (Permission.AnnounceDischarges, AccessAction.AnnounceDischarge),
        (Permission.PrepareReturns, AccessAction.PrepareReturn),
        (Permission.ReadRequests, AccessAction.ReadRequests),
        (Permission.TakeRequests, AccessAction.TreatRequests),
        (Permission.ReadQuarantine, AccessAction.ReadQuarantine),
        (Permission.ReadRecords, AccessAction.ReadRecords),
        (Permission.RequestAccess, AccessAction.RequestAccess),
        (Permission.AnswerAccess, AccessAction.AnswerAccess),
        (Permission.ReadTrail, AccessAction.ReadTrail),
        (Permission.SearchPersons, AccessAction.SearchPersons),
        (Permission.RegisterPersons, AccessAction.RegisterPersons),
        (Permission.VerifyIdentities, AccessAction.VerifyIdentities),
    ];

    /// <summary>Adds them to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema
        .AddEnumType<Role>()
        .AddEnumType<Permission>()
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
            d.Field("permissions").Type("[Permission!]!").Resolve(c => Permissions
                .Where(p => RequestScope.Of(c).Decide(p.Action, null).Permitted).Select(p => p.Permission).ToArray());
        })
        .AddTypeExtension("Query", d => d.Field("me").Type("Me!")
            .Description("Who is signed in, in which role, for which structure and territory.").Resolve(c => new Me(RequestScope.Of(c).Subject)));
}
