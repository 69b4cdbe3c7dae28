using Coordination.Api.Directory;
using Coordination.Api.GraphQL;
using Coordination.Api.Resources;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;
using Platform.GraphQL;

namespace Coordination.Api.CareRecord;

/// <summary>A person as GraphQL shows her; <paramref name="Traits"/> is null once the identity is erased.</summary>
public sealed record PersonNode(PersonKey Key, PersonTraits? Traits);

/// <summary>The GraphQL type <c>Person</c>.</summary>
public sealed class PersonType : ObjectType<PersonNode>
{
    /// <inheritdoc />
    protected override void Configure(IObjectTypeDescriptor<PersonNode> descriptor)
    {
        descriptor.Name("Person").Implements("Node");
        descriptor.Field("id").Type("ID!").Resolve(c => NodeId.Encode("Person", c.Parent<PersonNode>().Key.Person.Value));
        descriptor.Field("birthName").Type("String!").Resolve(c => Traits(c)?.BirthName ?? Texts.Get("Person.Erased"));
        descriptor.Field("usedName").Type("String").Resolve(c => Traits(c)?.UsedName);
        descriptor.Field("givenNames").Type("[String!]!").Description("Given names of birth, the first one first.")
            .Resolve(c => Traits(c) is { } t ? t.GivenNames.ToArray() : []);
        descriptor.Field("sex").Type("Sex!").Resolve(c => Traits(c)?.Sex ?? Sex.Unknown);
        descriptor.Field("birthDate").Type("Date").Resolve(c => Traits(c)?.BirthDate);
        descriptor.Field("age").Type("Int").Resolve(c => Traits(c)?.BirthDate is { } born ? AgeOn(born, c.Service<TimeProvider>()) : null);
        descriptor.Field("commune").Type("String").Description("Name of the commune of residence.").Resolve<string?>(async c =>
            Traits(c)?.Commune is { } commune ? await c.Service<DirectoryReader>().CommuneNameAsync(commune.Value, c.RequestAborted) : null);
        descriptor.Field("phone").Type("String").Resolve(c => Traits(c)?.Phone);
        descriptor.Field("identityStatus").Type("IdentityStatus!").Resolve(c => Traits(c)?.Status ?? IdentityStatus.Provisional);
        descriptor.Field("insMasked").Type("String").Description("The INS masked to its last characters; null unless the identity is qualified.")
            .Resolve(c => Traits(c) is { Status: IdentityStatus.Qualified, Ins: { } ins } ? ins.ToString() : null);
    }

    /// <summary>Loads the person a field speaks of and notes that she is shown.</summary>
    public static async Task<PersonNode> LoadAsync(IResolverContext context, TerritoryId territory, PersonId person)
    {
        RequestScope.Of(context).Trail.Show(territory, person);
        return (await context.DataLoader<PersonLoader>().LoadAsync(new PersonKey(territory, person)))!;
    }

    private static PersonTraits? Traits(IResolverContext context) => context.Parent<PersonNode>().Traits;

    private static int AgeOn(DateOnly born, TimeProvider clock)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return today.Year - born.Year - (today < born.AddYears(today.Year - born.Year) ? 1 : 0);
    }
}
