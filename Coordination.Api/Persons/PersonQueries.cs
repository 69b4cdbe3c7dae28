using Coordination.Api.CareRecord;
using Coordination.Api.GraphQL;
using Coordination.Api.Security;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;
using Platform.GraphQL;

namespace Coordination.Api.Persons;

/// <summary>What a search found.</summary>
/// <param name="TooMany">More than can be told apart: nothing is shown, one more letter is asked for.</param>
public sealed record PersonSearch(IReadOnlyList<PersonNode> Persons, bool TooMany);

/// <summary>Queries about persons: by birth date first, then letters of the name; or by matricule.</summary>
public static class PersonQueries
{
    private const int Most = 50;

    /// <summary>Adds them to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema
        .AddEnumType<IdentityAttribute>()
        .AddEnumType<InsRejection>()
        .AddObjectType<InsTraits>(d =>
        {
            d.Name("InsTraits").Description("Strict traits as INSi answered them, unchanged.");
            d.Field(t => t.BirthName);
            d.Field(t => t.GivenNames);
            d.Field(t => t.Sex);
            d.Field(t => t.BirthDate);
            d.Field(t => t.BirthPlace);
        })
        .AddObjectType<PersonSearch>(d =>
        {
            d.Field("persons").Type("[Person!]!").Resolve(c => c.Parent<PersonSearch>().Persons);
            d.Field("tooMany").Type("Boolean!").Description("More than 50: nothing is shown, one more letter is needed.").Resolve(c => c.Parent<PersonSearch>().TooMany);
        })
        .AddTypeExtension("Query", d =>
        {
            d.Field("persons").Type("PersonSearch!").Argument("birthDate", "String").Argument("name", "String").Argument("ins", "String").Argument("first", "Int")
                .Description("Persons of the territory by birth date (also incomplete: 00/03/1931) and letters of the name, or by matricule. At most 50.")
                .Resolve<PersonSearch>(SearchAsync);
            d.Field("person").Type("Person").Argument("id", "ID!").Description("A person, or the one whose identity hers became; null when she does not exist or may not be known.")
                .Resolve<PersonNode?>(FindAsync);
        });

    private static async Task<PersonNode?> FindAsync(IResolverContext context)
    {
        var territory = RequestScope.Of(context).Require(AccessAction.SearchPersons);
        return await PersonDoor.FindAsync(context, AccessAction.SearchPersons, territory, context.ArgumentValue<string>("id"), "id") is { } key
            ? await PersonType.LoadAsync(context, key.Territory, key.Person)
            : null;
    }

    private static async Task<PersonSearch> SearchAsync(IResolverContext context)
    {
        var territory = RequestScope.Of(context).Require(AccessAction.SearchPersons);
        var (date, name, ins) = (context.ArgumentValue<string?>("birthDate"), context.ArgumentValue<string?>("name"), context.ArgumentValue<string?>("ins"));
        var most = context.ArgumentValue<int?>("first") ?? Most;
        if (most is < 1 or > Most) throw Invalid("first", "ONE_TO_FIFTY");
        var found = string.IsNullOrWhiteSpace(ins)
            ? await ByTraitsAsync(context, territory, date, name)
            : await ByMatriculeAsync(context, territory, ins);
        return found.Count > Most ? new([], true) : new(await PersonDoor.OpenAsync(context, AccessAction.SearchPersons, found.Take(most)), false);
    }

    private static Task<IReadOnlyList<PersonKey>> ByTraitsAsync(IResolverContext context, TerritoryId territory, string? date, string? name)
    {
        if (string.IsNullOrWhiteSpace(date)) throw Invalid("birthDate", "REQUIRED");
        if (IdentityBirthDay.Parse(date) is not { } born) throw Invalid("birthDate", "BIRTH_DATE");
        if (name?.Length > 100) throw Invalid("name", "AT_MOST_100");
        return context.Service<PersonIndex>().FindAsync(territory, born, name, context.RequestAborted);
    }

    private static async Task<IReadOnlyList<PersonKey>> ByMatriculeAsync(IResolverContext context, TerritoryId territory, string ins)
    {
        var found = new HashSet<PersonKey>();
        var read = false;
        foreach (var kind in new[] { "8", "9", "10", "11" })
            if (Ins.TryParse(ins, $"1.2.250.1.213.1.4.{kind}", out var matricule))
            {
                read = true;
                found.UnionWith(await context.Service<PersonRegistry>().FindByInsAsync(matricule, context.RequestAborted));
            }

        return read ? [.. found.Where(k => k.Territory == territory)] : throw Invalid("ins", "INS_FORMAT");
    }

    private static GraphQLException Invalid(string field, string rule)
    {
        var error = CommandErrors.Invalid(field, rule);
        return new(error.Message, "INVALID_INPUT", new Dictionary<string, object?> { ["field"] = field, ["rule"] = rule });
    }
}
