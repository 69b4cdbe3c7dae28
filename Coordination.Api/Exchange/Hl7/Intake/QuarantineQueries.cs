using System.Text;
using Coordination.Api.GraphQL;
using Coordination.Api.Resources;
using Coordination.Api.Security;
using Npgsql;
using Platform.EventStore;
using Platform.GraphQL;

namespace Coordination.Api.Exchange.Hl7.Intake;

/// <summary>A message in quarantine.</summary>
public sealed record QuarantinedMessage(
    Guid Id, string Link, string ControlId, string Trigger, DateTimeOffset ReceivedAt, DateTimeOffset ExpiresAt, string AckCode, string Problem, byte[] SealedBody);

/// <summary><c>Query.quarantinedMessages</c>: for the interface operator alone.</summary>
public static class QuarantineQueries
{
    private const string List = "quarantine";

    /// <summary>Adds it to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema
        .AddObjectType<QuarantinedMessage>(d =>
        {
            d.Field("id").Type("ID!").Resolve(c => NodeId.Encode("QuarantinedMessage", c.Parent<QuarantinedMessage>().Id));
            d.Field(m => m.Link);
            d.Field(m => m.ControlId);
            d.Field(m => m.Trigger);
            d.Field(m => m.ReceivedAt);
            d.Field(m => m.ExpiresAt);
            d.Field(m => m.AckCode);
            d.Field(m => m.Problem);
            d.Field("content").Type("String!").Description("The message as received, opened for this read, which is noted.").Resolve<string>(OpenAsync);
        })
        .AddConnection<QuarantinedMessage>("QuarantinedMessages")
        .AddTypeExtension("Query", d => d.Field("quarantinedMessages").UsePaging("QuarantinedMessages")
            .Description("Messages that could not be read for sure, kept 7 days, last one first; for the interface operator alone.")
            .Resolve<Connection<QuarantinedMessage>>(ListAsync));

    private static async Task<Connection<QuarantinedMessage>> ListAsync(IResolverContext context)
    {
        RequestScope.Of(context).Require(AccessAction.ReadQuarantine);
        var keyset = context.Service<Keyset>();
        var database = context.Service<Database>();
        var size = Keyset.PageSize(context.ArgumentValue<int?>("first"));
        var after = context.ArgumentValue<string?>("after");
        await using var command = database.Worker.CreateCommand($"""
            select id, link_id, control_id, trigger, received_at, expires_at, ack_code, coalesce(problem, ''), body from hl7_message
            where disposition = 'quarantined' {(after is null ? "" : "and (received_at, id) < ($2::text::timestamptz, $3::text::uuid)")}
            order by received_at desc, id desc limit $1
            """);
        command.Parameters.Add(new NpgsqlParameter { Value = size + 1 });
        if (after is not null)
            foreach (var value in keyset.Decode(List, after)) command.Parameters.Add(new NpgsqlParameter { Value = value });
        var rows = new List<QuarantinedMessage>();
        await using (var reader = await command.ExecuteReaderAsync(context.RequestAborted))
        {
            while (await reader.ReadAsync(context.RequestAborted))
                rows.Add(new(reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetFieldValue<DateTimeOffset>(4),
                    reader.GetFieldValue<DateTimeOffset>(5), reader.GetString(6), reader.GetString(7), reader.GetFieldValue<byte[]>(8)));
        }

        var edges = rows.Take(size).Select(r => new Edge<QuarantinedMessage>(keyset.Encode(List, [ListPage.Value(r.ReceivedAt), r.Id.ToString()]), r)).ToList();
        var info = new PageInfo(rows.Count > size, after is not null, edges.FirstOrDefault()?.Cursor, edges.LastOrDefault()?.Cursor);
        return new(edges, info, async cancellation =>
        {
            await using var counting = database.Worker.CreateCommand("select count(*)::int from hl7_message where disposition = 'quarantined'");
            return (int)(await counting.ExecuteScalarAsync(cancellation))!;
        });
    }

    private static async Task<string> OpenAsync(IResolverContext context)
    {
        var message = context.Parent<QuarantinedMessage>();
        RequestScope.Of(context).Trail.OpenMessage(message.Id);
        var body = await context.Service<BodySealer>().OpenAsync(message.Id, null, message.SealedBody, context.RequestAborted);
        return body is null ? Texts.Get("Hl7.Erased") : Encoding.Latin1.GetString(body).Replace('\r', '\n').Replace("\0", "", StringComparison.Ordinal);
    }
}
