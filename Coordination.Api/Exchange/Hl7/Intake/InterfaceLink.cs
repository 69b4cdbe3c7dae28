using Coordination.Domain.Identifiers;
using Npgsql;
using Platform.EventStore;

namespace Coordination.Api.Exchange.Hl7.Intake;

/// <summary>How an establishment's messages reach us.</summary>
/// <param name="Establishment">The establishment whose link it is.</param>
/// <param name="Test">A test link: test and training messages, test INS; it may carry any sender.</param>
public sealed record InterfaceLink(string Id, Finess Establishment, string SendingApplication, string SendingFacility, bool Test)
{
    /// <summary>True when one link carries any sender: then the establishment is the one that the message names.</summary>
    public bool AnySender => SendingApplication == "*";
}

/// <summary>Reads and writes links. They are few and change seldom: read at each message, so that a change counts at once.</summary>
public sealed class InterfaceLinks(Database database)
{
    /// <summary>The link of a sender, the most precise one first; null when nobody knows the sender.</summary>
    public async Task<InterfaceLink?> FindAsync(string application, string facility, CancellationToken cancellation)
    {
        await using var command = database.Worker.CreateCommand("""
            select id, finess, sending_application, sending_facility, mode from interface_link
            where sending_application in ($1, '*') and sending_facility in ($2, '*')
            order by (sending_application = '*')::int + (sending_facility = '*')::int, id limit 1
            """);
        foreach (var value in new[] { application, facility }) command.Parameters.Add(new NpgsqlParameter { Value = value });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? new(reader.GetString(0), Finess.Parse(reader.GetString(1)), reader.GetString(2), reader.GetString(3), reader.GetString(4) == "test")
            : null;
    }

    /// <summary>Adds or changes a link.</summary>
    public async Task SaveAsync(InterfaceLink link, CancellationToken cancellation)
    {
        await using var command = database.Worker.CreateCommand("""
            insert into interface_link (id, finess, sending_application, sending_facility, mode) values ($1, $2, $3, $4, $5)
            on conflict (id) do update set finess = excluded.finess, sending_application = excluded.sending_application,
                sending_facility = excluded.sending_facility, mode = excluded.mode
            """);
        foreach (var value in new[] { link.Id, link.Establishment.Value, link.SendingApplication, link.SendingFacility, link.Test ? "test" : "production" })
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
