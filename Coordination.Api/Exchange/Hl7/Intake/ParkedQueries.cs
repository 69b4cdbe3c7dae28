using Coordination.Api.GraphQL;
using Coordination.Api.Security;
using Npgsql;
using Platform.EventStore;
using Platform.GraphQL;

namespace Coordination.Api.Exchange.Hl7.Intake;

/// <summary>A message about a followed person that waits: what it is, nothing of whom it is about.</summary>
public sealed record ParkedMessage(Guid Id, string Link, string ControlId, string Trigger, DateTimeOffset ReceivedAt);

/// <summary><c>Query.parkedMessages</c>: for the interface operator alone.</summary>
public static class ParkedQueries
{
    private const string List = "parked";

    /// <summary>Adds it to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema
        .AddObjectType<ParkedMessage>(d =>
        {
            d.Field("id").Type("ID!").Resolve(c => NodeId.Encode("ParkedMessage", c.Parent<ParkedMessage>().Id));
            d.Field(m => m.Link);
            d.Field(m => m.ControlId);
            d.Field(m => m.Trigger);
            d.Field(m => m.ReceivedAt);
        })
        .AddConnection<ParkedMessage>("ParkedMessages")
        .AddTypeExtension("Query", d => d.Field("parkedMessages").UsePaging("ParkedMessages")
            .Description("Messages about followed persons that were accepted and wait for their time, last one first; for the interface operator alone.")
            .Resolve<Connection<ParkedMessage>>(ListAsync));

    private static async Task<Connection<ParkedMessage>> ListAsync(IResolverContext context)
    {
        RequestScope.Of(context).Require(AccessAction.ReadQuarantine);
        var keyset = context.Service<Keyset>();
        var database = context.Service<Database>();
        var size = Keyset.PageSize(context.ArgumentValue<int?>("first"));
        var after = context.ArgumentValue<string?>("after");
        await using var command = database.Worker.CreateCommand($"""
            select id, link_id, control_id, trigger, received_at from hl7_message
            where disposition = 'parked' {(after is null ? "" : "and (received_at, id) < ($2::text::timestamptz, $3::text::uuid)")}
            order by received_at desc, id desc limit $1
            """);
        command.Parameters.Add(new NpgsqlParameter { Value = size + 1 });
        if (after is not null)
            foreach (var value in keyset.Decode(List, after)) command.Parameters.Add(new NpgsqlParameter { Value = value });
        var rows = new List<ParkedMessage>();
        await using (var reader = await command.ExecuteReaderAsync(context.RequestAborted))
        {
            while (await reader.ReadAsync(context.RequestAborted))
                rows.Add(new(reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetFieldValue<DateTimeOffset>(4)));
        }

        var edges = rows.Take(size).Select(r => new Edge<ParkedMessage>(keyset.Encode(List, [ListPage.Value(r.ReceivedAt), r.Id.ToString()]), r)).ToList();
        var info = new PageInfo(rows.Count > size, after is not null, edges.FirstOrDefault()?.Cursor, edges.LastOrDefault()?.Cursor);
        return new(edges, info, async cancellation =>
        {
            await using var counting = database.Worker.CreateCommand("select count(*)::int from hl7_message where disposition = 'parked'");
            return (int)(await counting.ExecuteScalarAsync(cancellation))!;
        });
    }
}
