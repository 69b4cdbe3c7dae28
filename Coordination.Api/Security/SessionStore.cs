using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;
using Npgsql;
using Platform.EventStore;

namespace Coordination.Api.Security;

/// <summary>A session of the portal: who a provider vouched for, and the activity that was chosen.</summary>
/// <param name="Identity"><c>provider:identifier</c>.</param>
/// <param name="Activity">The habilitation chosen; null until one is.</param>
public sealed record PortalSession(string Identity, string DisplayName, string Provider, Guid? Activity);

/// <summary>Sessions of the portal: a random key in the browser's cookie, everything else here; no token is kept. They outlive a restart of the API.</summary>
public sealed class SessionStore(Database database, TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    /// <summary>Opens a session and gives its key, which is stored nowhere.</summary>
    /// <param name="providerSubject">The provider's <c>sub</c>, for its logout.</param>
    /// <param name="providerSession">The provider's <c>sid</c>, if it gives one.</param>
    public async Task<string> OpenAsync(PortalSession session, string providerSubject, string? providerSession, CancellationToken cancellation)
    {
        var key = RandomNumberGenerator.GetBytes(32);
        var now = clock.GetUtcNow();
        await ExecuteAsync(
            """
            insert into portal_session (key_hash, identity, display_name, provider, provider_subject, provider_session, activity, created_at, expires_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """,
            cancellation, SHA256.HashData(key), session.Identity, session.DisplayName, session.Provider, providerSubject, (object?)providerSession ?? DBNull.Value,
            (object?)session.Activity ?? DBNull.Value, now, now + Lifetime);
        return WebEncoders.Base64UrlEncode(key);
    }

    /// <summary>A session; null when the key is unknown, malformed or expired.</summary>
    public async Task<PortalSession?> FindAsync(string key, CancellationToken cancellation)
    {
        if (Hash(key) is not { } hash) return null;
        await using var command = database.App.CreateCommand(
            "select identity, display_name, provider, activity from portal_session where key_hash = $1 and expires_at > $2");
        command.Parameters.Add(new NpgsqlParameter { Value = hash });
        command.Parameters.Add(new NpgsqlParameter { Value = clock.GetUtcNow() });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation) ? new(row.GetString(0), row.GetString(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetGuid(3)) : null;
    }

    /// <summary>Binds a session to an activity.</summary>
    public async Task ChooseAsync(string key, Guid activity, CancellationToken cancellation)
    {
        if (Hash(key) is { } hash) await ExecuteAsync("update portal_session set activity = $2 where key_hash = $1", cancellation, hash, activity);
    }

    /// <summary>Ends a session.</summary>
    public async Task CloseAsync(string key, CancellationToken cancellation)
    {
        if (Hash(key) is { } hash) await ExecuteAsync("delete from portal_session where key_hash = $1 or expires_at <= $2", cancellation, hash, clock.GetUtcNow());
    }

    /// <summary>
    /// Ends the sessions that a provider says are over: one of its sessions, else all of a subject. One opened without the provider's
    /// session ends with any of its subject's: better too many than one too few. Gives how many.
    /// </summary>
    public Task<int> CloseAllAsync(string provider, string? providerSubject, string? providerSession, CancellationToken cancellation) => ExecuteAsync(
        """
        delete from portal_session where provider = $1
        and case when $3::text is null or provider_session is null then provider_subject = $2::text else provider_session = $3::text end
        """,
        cancellation, provider, (object?)providerSubject ?? DBNull.Value, (object?)providerSession ?? DBNull.Value);

    private static byte[]? Hash(string key)
    {
        try
        {
            return WebEncoders.Base64UrlDecode(key) is { Length: 32 } bytes ? SHA256.HashData(bytes) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private async Task<int> ExecuteAsync(string sql, CancellationToken cancellation, params object[] values)
    {
        await using var command = database.App.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return await command.ExecuteNonQueryAsync(cancellation);
    }
}
