using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Npgsql;
using Platform.EventStore;

namespace Coordination.Api.Security;

/// <summary>Sessions of the portal: a random key in the browser's cookie, everything else here. They outlive a restart of the API.</summary>
public sealed class SessionStore(Database database, TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    /// <summary>Opens a session and gives its key, which is stored nowhere.</summary>
    public async Task<string> OpenAsync(Subject subject, CancellationToken cancellation)
    {
        var key = RandomNumberGenerator.GetBytes(32);
        var now = clock.GetUtcNow();
        await using var command = database.App.CreateCommand(
            "insert into portal_session (key_hash, subject, created_at, expires_at) values ($1, $2::jsonb, $3, $4)");
        foreach (var value in new object[] { SHA256.HashData(key), JsonSerializer.Serialize(subject), now, now + Lifetime })
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        await command.ExecuteNonQueryAsync(cancellation);
        return WebEncoders.Base64UrlEncode(key);
    }

    /// <summary>The subject of a session; null when the key is unknown, malformed or expired.</summary>
    public async Task<Subject?> FindAsync(string key, CancellationToken cancellation)
    {
        if (Hash(key) is not { } hash) return null;
        await using var command = database.App.CreateCommand("select subject from portal_session where key_hash = $1 and expires_at > $2");
        foreach (var value in new object[] { hash, clock.GetUtcNow() }) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return await command.ExecuteScalarAsync(cancellation) is string json ? JsonSerializer.Deserialize<Subject>(json) : null;
    }

    /// <summary>Ends a session; an unknown key is no error.</summary>
    public async Task CloseAsync(string key, CancellationToken cancellation)
    {
        if (Hash(key) is not { } hash) return;
        await using var command = database.App.CreateCommand("delete from portal_session where key_hash = $1");
        command.Parameters.Add(new NpgsqlParameter { Value = hash });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static byte[]? Hash(string key)
    {
        try
        {
            return key.Length == 43 ? SHA256.HashData(WebEncoders.Base64UrlDecode(key)) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
