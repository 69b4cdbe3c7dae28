using Coordination.Api.Directory;
using Coordination.Api.GraphQL;
using Coordination.Api.Security;
using Coordination.Domain.Contacts;
using Coordination.Domain.Kernel;
using Coordination.Projections.Contacts;
using Platform.EventStore;
using Platform.GraphQL;

namespace Coordination.Api.Contacts;

/// <summary>What one coordinator did of one kind in a period: counts and minutes, nobody's name but hers.</summary>
public sealed record ContactMeasure(ProfessionalEntry Professional, ContactChannel Channel, int Count, int Minutes, int Reached);

/// <summary><c>Query.contactMeasures</c>: the figures that the yearly report is made of.</summary>
public static class ContactMeasures
{
    private static readonly string Sql =
        $"""
        select author, channel, count(*)::int, sum(minutes)::int, (count(*) filter (where data #>> '{"{contact,facts,outcome}"}' = 'Reached'))::int
        from {RecordedContactProjection.View.Table} where tenant_id = $1 and not withdrawn and at >= $2 and at < $3 group by author, channel order by author, channel
        """;

    /// <summary>Adds it to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema
        .AddObjectType<ContactMeasure>(d => d.BindFieldsImplicitly())
        .AddTypeExtension("Query", d => d.Field("contactMeasures").Type("[ContactMeasure!]!").Argument("from", "Date!").Argument("to", "Date!")
            .Description("Contacts of the DAC from a day to another, both included, by coordinator and kind; those taken back do not count.").Resolve<ContactMeasure[]>(ReadAsync));

    private static async Task<ContactMeasure[]> ReadAsync(IResolverContext context)
    {
        var territory = RequestScope.Of(context).Require(AccessAction.Supervise);
        var (from, to) = (context.ArgumentValue<DateOnly>("from"), context.ArgumentValue<DateOnly>("to"));
        if (to < from || to > from.AddYears(10))
            throw new GraphQLException(CommandErrors.Invalid("to", to < from ? "PERIOD_ORDER" : "PERIOD_LENGTH").Message, "INVALID_INPUT", new Dictionary<string, object?> { ["field"] = "to" });
        await using var session = context.Service<DocumentStore>().QuerySession(territory.Value);
        var rows = await session.RawAsync(
            Sql, [territory.Value, Start(from), Start(to.AddDays(1))],
            r => (Author: r.GetGuid(0), Channel: Enum.Parse<ContactChannel>(r.GetString(1)), Count: r.GetInt32(2), Minutes: r.GetInt32(3), Reached: r.GetInt32(4)), context.RequestAborted);
        return await Task.WhenAll(rows.Select(async r => new ContactMeasure(await Names.ProfessionalAsync(context, new(r.Author)), r.Channel, r.Count, r.Minutes, r.Reached)));
    }

    private static DateTimeOffset Start(DateOnly day) => WorkingDays.FromParis(day, TimeOnly.MinValue).ToUniversalTime();
}
