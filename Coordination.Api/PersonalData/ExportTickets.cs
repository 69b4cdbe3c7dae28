using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Coordination.Api.CareRecord;
using Npgsql;
using Platform.EventStore;

namespace Coordination.Api.PersonalData;

/// <summary>In which form a person's data is given.</summary>
public enum ExportFormat
{
    /// <summary>For herself, to read and to print.</summary>
    Html,

    /// <summary>For machines.</summary>
    Json,
}

/// <summary>Addresses of exports: each opens once, for the one who asked for it, for ten minutes.</summary>
public sealed class ExportTickets(Database database, TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>A new ticket, which is stored nowhere, and when it ends.</summary>
    public async Task<(string Ticket, DateTimeOffset Until)> IssueAsync(PersonKey person, string subject, ExportFormat format, CancellationToken cancellation)
    {
        var ticket = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var until = clock.GetUtcNow() + Lifetime;
        await using var command = Command(
            "with old as (delete from person_export where expires_at < $7) insert into person_export values ($1, $2, $3, $4, $5, $6)",
            Hash(ticket), person.Territory.Value, person.Person.Value, subject, format.ToString(), until, clock.GetUtcNow());
        await command.ExecuteNonQueryAsync(cancellation);
        return (ticket, until);
    }

    /// <summary>Uses a ticket up; null when it is unknown, used, over, of another person, or somebody else's.</summary>
    public async Task<ExportFormat?> TakeAsync(string ticket, PersonKey person, string subject, CancellationToken cancellation)
    {
        await using var command = Command(
            "delete from person_export where ticket_hash = $1 and tenant_id = $2 and person_id = $3 and subject_id = $4 and expires_at > $5 returning format",
            Hash(ticket), person.Territory.Value, person.Person.Value, subject, clock.GetUtcNow());
        return await command.ExecuteScalarAsync(cancellation) is string format ? Enum.Parse<ExportFormat>(format) : null;
    }

    private NpgsqlCommand Command(string sql, params object[] values)
    {
        var command = database.Worker.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }

    private static byte[] Hash(string ticket) => SHA256.HashData(Encoding.UTF8.GetBytes(ticket));
}
