using Npgsql;

namespace Platform.EventStore;

/// <summary>The second table of a view, without its type parameters.</summary>
internal interface IViewRows
{
    string Table { get; }

    IReadOnlyList<string[]> Indexes { get; }

    string Create();

    NpgsqlBatchCommand Delete(string tenant, Guid viewId);

    NpgsqlBatchCommand? Insert(string tenant, Guid viewId, object view);

    NpgsqlBatchCommand? InsertMany(string tenant, IReadOnlyList<(Guid Id, object View)> views);
}

/// <summary>A list in a view, as rows of a table: <c>view_vN_name</c> with <c>tenant_id, view_id, ordinal</c> and the columns given.</summary>
/// <typeparam name="TView">The view.</typeparam>
/// <typeparam name="TRow">An element.</typeparam>
/// <param name="name">What the rows are, in lower snake case.</param>
/// <param name="rows">The elements of a view, in their order.</param>
public sealed class ViewRows<TView, TRow>(string name, Func<TView, IEnumerable<TRow>> rows)
{
    private readonly List<(string Name, string SqlType, Func<TRow, object?> Value)> _columns = [];
    private readonly List<string[]> _indexes = [];
    private readonly Func<TView, IEnumerable<TRow>> _elements = rows;

    /// <summary>A column.</summary>
    /// <exception cref="StoreConfigurationException">The name or the type is not one, or it is an array.</exception>
    public ViewRows<TView, TRow> Column(string column, string sqlType, Func<TRow, object?> value)
    {
        if (sqlType.EndsWith("[]", StringComparison.Ordinal)) throw new StoreConfigurationException($"'{column}': rows have no arrays.");
        _columns.Add((ViewNames.Checked(column), ViewNames.CheckedType(sqlType), value));
        return this;
    }

    /// <summary>A btree index on the tenant and these columns, in this order.</summary>
    public ViewRows<TView, TRow> Index(params string[] columns)
    {
        _indexes.Add([.. columns.Select(ViewNames.Checked)]);
        return this;
    }

    internal IViewRows Of(string viewTable) => new Table($"{viewTable}_{ViewNames.Checked(name)}", this);

    private sealed class Table(string table, ViewRows<TView, TRow> of) : IViewRows
    {
        string IViewRows.Table => table;

        IReadOnlyList<string[]> IViewRows.Indexes => of._indexes;

        public string Create()
        {
            var columns = string.Concat(of._columns.Select(c => $", {c.Name} {c.SqlType}"));
            return $"""
                create table {table} (
                  tenant_id varchar(100) not null check (tenant_id <> ''), view_id uuid not null, ordinal integer not null{columns},
                  primary key (tenant_id, view_id, ordinal));
                select protect_tenant_table('{table}');
                """;
        }

        public NpgsqlBatchCommand Delete(string tenant, Guid viewId) =>
            Parameters.Command($"delete from {table} where tenant_id = $1 and view_id = $2", tenant, viewId);

        public NpgsqlBatchCommand? Insert(string tenant, Guid viewId, object view) => InsertMany(tenant, [(viewId, view)]);

        public NpgsqlBatchCommand? InsertMany(string tenant, IReadOnlyList<(Guid Id, object View)> views)
        {
            var elements = views.SelectMany(v => of._elements((TView)v.View).Select((e, i) => (v.Id, Ordinal: i + 1, Element: e))).ToList();
            if (elements.Count == 0) return null;
            var names = string.Concat(of._columns.Select(c => $", {c.Name}"));
            var values = string.Concat(of._columns.Select((c, i) => $", ${i + 4}::{c.SqlType}[]"));
            var command = new NpgsqlBatchCommand(
                $"insert into {table} (tenant_id, view_id, ordinal{names}) select $1, view_id, n{names} from unnest($2, $3{values}) as e(view_id, n{names})");
            Parameters.Add(command, tenant, elements.Select(e => e.Id).ToArray(), elements.Select(e => e.Ordinal).ToArray());
            foreach (var column in of._columns)
                command.Parameters.Add(new NpgsqlParameter
                {
                    Value = elements.Select(e => Parameters.Plain(column.Value(e.Element))).ToArray(), DataTypeName = $"{column.SqlType}[]",
                });
            return command;
        }
    }
}
