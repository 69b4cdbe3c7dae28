using System.Security.Cryptography;
using System.Text;
using Npgsql;
using Platform.EventStore;

namespace Coordination.Api.Security.Identity;

/// <summary>What has to be remembered between the way to the provider and the way back.</summary>
public sealed record SignInAttempt(string Provider, string Nonce, string Verifier, string ReturnPath);

/// <summary>Sign-ins under way: each state counts once, in the browser that began, for ten minutes.</summary>
public sealed class SignInAttempts(Database database, TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>Remembers one.</summary>
    public async Task BeginAsync(string state, string browser, SignInAttempt attempt, CancellationToken cancellation)
    {
        await using var command = Command(
            """
            with gone as (delete from sign_in_attempt where expires_at <= $7)
            insert into sign_in_attempt (state_hash, browser_hash, provider, nonce, verifier, return_path, expires_at) values ($1, $2, $3, $4, $5, $6, $8)
            """,
            Hash(state), Hash(browser), attempt.Provider, attempt.Nonce, attempt.Verifier, attempt.ReturnPath, clock.GetUtcNow(), clock.GetUtcNow() + Lifetime);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Takes one; null when the state is unknown, used, too old or another browser's.</summary>
    public async Task<SignInAttempt?> TakeAsync(string state, string browser, CancellationToken cancellation)
    {
        await using var command = Command(
            "delete from sign_in_attempt where state_hash = $1 and browser_hash = $2 and expires_at > $3 returning provider, nonce, verifier, return_path",
            Hash(state), Hash(browser), clock.GetUtcNow());
        await using var row = await command.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation) ? new(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3)) : null;
    }

    /// <summary>Whether a logout token is met for the first time; it is noted.</summary>
    public async Task<bool> IsFirstLogoutAsync(string provider, string jti, DateTimeOffset expires, CancellationToken cancellation)
    {
        await using var command = Command(
            "with gone as (delete from logout_token where expires_at <= $2) insert into logout_token (jti_hash, expires_at) values ($1, $3) on conflict do nothing",
            Hash($"{provider} {jti}"), clock.GetUtcNow(), expires);
        return await command.ExecuteNonQueryAsync(cancellation) == 1;
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    private NpgsqlCommand Command(string sql, params object[] values)
    {
        var command = database.App.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
