using System.Diagnostics;
using Coordination.Api.Hosting;
using Npgsql;

namespace Coordination.Simulator.Bench;

/// <summary>
/// The least that any durable design pays to tell another connection: insert one row, commit to disk, hear of it by NOTIFY. Measured on
/// the platform's own cluster, in a database of its own that is dropped at the end.
/// </summary>
public sealed class CommitFloor : IAsyncDisposable
{
    private readonly NpgsqlConnection login;
    private readonly NpgsqlConnection writer;
    private readonly NpgsqlConnection listener;
    private readonly string database;

    private CommitFloor(NpgsqlConnection login, NpgsqlConnection writer, NpgsqlConnection listener, string database) =>
        (this.login, this.writer, this.listener, this.database) = (login, writer, listener, database);

    /// <summary>Makes the database; its login may create databases, as the platform's own needs.</summary>
    public static async Task<CommitFloor> OpenAsync(CoordinationSettings settings, CancellationToken cancellation)
    {
        var own = new NpgsqlConnectionStringBuilder(settings.OwnerConnectionString ?? settings.ConnectionString) { Pooling = false };
        var name = $"{own.Database}_floor_{Environment.ProcessId}";
        var login = new NpgsqlConnection(own.ConnectionString);
        await login.OpenAsync(cancellation);
        await RunAsync(login, $"create database {name}", cancellation);
        own.Database = name;
        var (writer, listener) = (new NpgsqlConnection(own.ConnectionString), new NpgsqlConnection(own.ConnectionString));
        await writer.OpenAsync(cancellation);
        await listener.OpenAsync(cancellation);
        await RunAsync(writer, "create table told (id bigint generated always as identity primary key, body text not null)", cancellation);
        await RunAsync(listener, "listen told", cancellation);
        return new(login, writer, listener, name);
    }

    /// <summary>One round trip after the other at a pace, for a time.</summary>
    public async Task<Spread> MeasureAsync(double perSecond, TimeSpan time, CancellationToken cancellation)
    {
        var durations = new List<TimeSpan>();
        using var pace = new PeriodicTimer(TimeSpan.FromSeconds(1 / perSecond));
        for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < time;)
        {
            await pace.WaitForNextTickAsync(cancellation);
            var begun = Stopwatch.GetTimestamp();
            var heard = listener.WaitAsync(cancellation);
            await RunAsync(writer, "with told as (insert into told (body) values ('row')) select pg_notify('told', '')", cancellation);
            await heard;
            durations.Add(Stopwatch.GetElapsedTime(begun));
        }

        return Spread.Of(durations);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync();
        await listener.DisposeAsync();
        await RunAsync(login, $"drop database {database}", CancellationToken.None);
        await login.DisposeAsync();
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
