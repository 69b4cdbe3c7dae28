using System.Text.Json;
using Npgsql;

namespace Platform.EventStore;

/// <summary>SQL of one view's table.</summary>
internal static class ViewSql
{
    internal static string Create(IViewDefinition v)
    {
        var columns = string.Concat(v.Columns.Select(c => $", {c.Name} {c.SqlType}"));
        return $"""
            create table {v.Table} (
              tenant_id varchar(100) not null check (tenant_id <> ''), id uuid not null, version bigint not null, data jsonb not null,
              last_event_version bigint not null, last_position bigint not null{columns}, primary key (tenant_id, id));
            select protect_tenant_table('{v.Table}');
            {string.Join('\n', v.Rows.Select(r => r.Create()))}
            """;
    }

    /// <summary>The tenant's rows, whatever the role: a worker's query is confined by the condition, not by a policy.</summary>
    internal static string Source(IViewDefinition v) =>
        $"(select * from {v.Table} where tenant_id = current_setting('app.territory', true)) as {v.Name}";

    internal static NpgsqlBatchCommand Load(IViewDefinition v, string tenant, Guid id) =>
        Parameters.Command($"select data::text from {v.Table} where tenant_id = $1 and id = $2", tenant, id);

    /// <summary>The row and what it has in second tables, as they are from now on; the row's lock keeps two writers apart.</summary>
    internal static IEnumerable<NpgsqlBatchCommand> Upsert(IViewDefinition v, string tenant, object row, long eventVersion, long position, JsonSerializerOptions json)
    {
        yield return UpsertRow(v, tenant, row, eventVersion, position, json);
        foreach (var rows in v.Rows)
        {
            yield return rows.Delete(tenant, v.IdOf(row));
            if (rows.Insert(tenant, v.IdOf(row), row) is { } insert) yield return insert;
        }
    }

    internal static IEnumerable<NpgsqlBatchCommand> Delete(IViewDefinition v, string tenant, Guid id) =>
        v.Rows.Select(r => r.Delete(tenant, id)).Prepend(Parameters.Command($"delete from {v.Table} where tenant_id = $1 and id = $2", tenant, id));

    private static NpgsqlBatchCommand UpsertRow(IViewDefinition v, string tenant, object row, long eventVersion, long position, JsonSerializerOptions json)
    {
        var names = string.Concat(v.Columns.Select(c => $", {c.Name}"));
        var values = string.Concat(v.Columns.Select((_, i) => $", ${i + 6}"));
        var updates = string.Concat(v.Columns.Select(c => $", {c.Name} = excluded.{c.Name}"));
        var command = new NpgsqlBatchCommand(
            $"insert into {v.Table} (tenant_id, id, version, data, last_event_version, last_position{names}) values ($1, $2, 1, $3, $4, $5{values}) " +
            $"on conflict (tenant_id, id) do update set version = {v.Table}.version + 1, data = excluded.data, " +
            $"last_event_version = excluded.last_event_version, last_position = excluded.last_position{updates}");
        Parameters.Add(command, tenant, v.IdOf(row));
        command.Parameters.Add(new NpgsqlParameter { Value = JsonSerializer.Serialize(row, v.RowType, json), DataTypeName = "jsonb" });
        Parameters.Add(command, eventVersion, position);
        foreach (var column in v.Columns)
            command.Parameters.Add(new NpgsqlParameter { Value = Parameters.Plain(column.Value(row)), DataTypeName = column.SqlType });
        return command;
    }
}
