using System.Text.Json;
using Npgsql;

namespace Platform.EventStore;

internal class QuerySession(DocumentStore store, SessionOptions options) : IQuerySession
{
    public string TenantId => Options.TenantId;

    public virtual IQueryEventStore Events => new QueryEventStore(this);

    public int CommandCount { get; private set; }

    internal DocumentStore Store { get; } = store;

    internal SessionOptions Options { get; } = options;

    protected NpgsqlDataSource Source => Store.Database.For(Options.Role);

    public async Task<TView?> LoadAsync<TView>(Guid id, CancellationToken ct = default) where TView : class =>
        (await LoadManyAsync<TView>([id], ct)).FirstOrDefault();

    public Task<IReadOnlyList<TView>> LoadManyAsync<TView>(IReadOnlyCollection<Guid> ids, CancellationToken ct = default) where TView : class =>
        QueryAsync<TView>("where id = any($1)", [ids.ToArray()], ct);

    public Task<IReadOnlyList<TView>> QueryAsync<TView>(string whereOrderLimitSql, object?[] parameters, CancellationToken ct = default) where TView : class =>
        // Written out only once chosen: PostgreSQL would write every row out before it sorts them and keeps the first ones.
        RawAsync($"select data::text from (select data from {ViewSql.Source(Store.Options.Projections.Find(typeof(TView)))} {whereOrderLimitSql}) as chosen", parameters, Row<TView>, ct);

    public async Task<long> CountAsync<TView>(string whereSql, object?[] parameters, CancellationToken ct = default) where TView : class =>
        (await RawAsync($"select count(*) from {ViewSql.Source(Store.Options.Projections.Find(typeof(TView)))} {whereSql}", parameters, row => row.GetInt64(0), ct))[0];

    public Task<IReadOnlyList<T>> RawAsync<T>(string sql, object?[] parameters, Func<NpgsqlDataReader, T> map, CancellationToken ct = default) =>
        ReadAsync([Parameters.Command(sql, parameters)], reader => ListAsync(reader, map, ct), ct);

    public async Task<StoredCommandResult?> FindCommandResultAsync(string subject, Guid commandId, CancellationToken ct = default) =>
        (await RawAsync(
            "select command_id, payload_hash, result, recorded_at from command_results where tenant_id = $1 and subject = $2 and command_id = $3",
            [TenantId, subject, commandId],
            row => new StoredCommandResult(row.GetGuid(0), row.GetFieldValue<byte[]>(1), row.GetString(2), row.GetFieldValue<DateTimeOffset>(3)),
            ct)).SingleOrDefault();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    internal async Task<T> ReadAsync<T>(IReadOnlyList<NpgsqlBatchCommand> commands, Func<NpgsqlDataReader, Task<T>> read, CancellationToken ct)
    {
        await using var connection = await Source.OpenConnectionAsync(ct);
        await using var batch = Batch(connection, commands);
        await using var reader = await batch.ExecuteReaderAsync(ct);
        await reader.NextResultAsync(ct);
        var result = await read(reader);
        // Results left unread hide an error of a later statement.
        while (await reader.NextResultAsync(ct)) { }
        return result;
    }

    /// <summary>The tenant first (E2), then the commands; without an explicit transaction the batch is one.</summary>
    protected NpgsqlBatch Batch(NpgsqlConnection connection, IReadOnlyCollection<NpgsqlBatchCommand> commands)
    {
        var batch = connection.CreateBatch();
        batch.BatchCommands.Add(Parameters.Command("select set_config('app.territory', $1, true)", TenantId));
        foreach (var command in commands) batch.BatchCommands.Add(command);
        CommandCount += commands.Count;
        return batch;
    }

    internal static async Task<IReadOnlyList<T>> ListAsync<T>(NpgsqlDataReader reader, Func<NpgsqlDataReader, T> map, CancellationToken ct)
    {
        var rows = new List<T>();
        while (await reader.ReadAsync(ct)) rows.Add(map(reader));
        return rows;
    }

    private TView Row<TView>(NpgsqlDataReader row) => JsonSerializer.Deserialize<TView>(row.GetString(0), Store.Options.Json)!;
}
