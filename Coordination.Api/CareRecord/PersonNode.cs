using Coordination.Api.Directory;
using Coordination.Api.GraphQL;
using Coordination.Api.Resources;
using Coordination.Api.Security;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;
using Coordination.Projections.CareRecord;
using Platform.EventStore;
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
        descriptor.Name("Person");
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
            .Resolve(c => Traits(c)?.OutwardIns?.ToString());
        descriptor.Field("birthDateText").Type("String").Description("The birth date as far as it is known, 00 for what is not; null when it is one whole day.")
            .Resolve(c => Traits(c)?.BirthDateText);
        descriptor.Field("birthPlace").Type("String").Resolve(c => Traits(c)?.BirthPlace);
        descriptor.Field("identityAttributes").Type("[IdentityAttribute!]!").Resolve(c => Traits(c)?.Attributes is { } set ? set.ToArray() : []);
        descriptor.Field("communeCode").Type("String").Description("INSEE code of the commune of residence.").Resolve(c => Traits(c)?.Commune?.Value);
        descriptor.Field("insTraits").Type("InsTraits").Description("What INSi answered, for those who check identities; null for anybody else.")
            .Resolve(c => RequestScope.Of(c).Decide(AccessAction.VerifyIdentities, null).Permitted ? Traits(c)?.Official : null);
        descriptor.Field("insRejection").Type("InsRejection").Description("Why INSi gave no INS; null when it was not asked, or gave one.").Resolve<InsRejection?>(RejectionAsync);
        descriptor.Field("record").Type("CareRecord").Description("Her coordination record; null when there is none or the subject may not read it.").Resolve<CareRecordNode?>(async c =>
            RequestScope.Of(c).Decide(AccessAction.ReadRecords, null).Permitted ? await CareRecordQueries.FindAsync(c, RecordIdOf(c.Parent<PersonNode>().Key)) : null);
    }

    /// <summary>Loads the person a field speaks of and notes that she is shown.</summary>
    public static async Task<PersonNode> LoadAsync(IResolverContext context, TerritoryId territory, PersonId person)
    {
        RequestScope.Of(context).Trail.Show(territory, person);
        return (await context.DataLoader<PersonLoader>().LoadAsync(new PersonKey(territory, person)))!;
    }

    private static Guid RecordIdOf(PersonKey key) => Coordination.Domain.CareRecord.CareRecord.IdOf(key.Territory, key.Person).Value;

    private static async Task<InsRejection?> RejectionAsync(IResolverContext context)
    {
        var key = context.Parent<PersonNode>().Key;
        await using var session = context.Service<DocumentStore>().QuerySession(key.Territory.Value);
        return (await session.LoadAsync<PersonIdentityView>(key.Person.Value, context.RequestAborted))?.Rejection;
    }

    private static PersonTraits? Traits(IResolverContext context) => context.Parent<PersonNode>().Traits;

    private static int AgeOn(DateOnly born, TimeProvider clock)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return today.Year - born.Year - (today < born.AddYears(today.Year - born.Year) ? 1 : 0);
    }
}
