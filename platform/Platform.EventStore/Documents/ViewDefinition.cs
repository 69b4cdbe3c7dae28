namespace Platform.EventStore;

/// <summary>The table of a view: <c>tenant_id, id, version, data, last_event_version, last_position</c> and the columns it filters and sorts by.</summary>
/// <typeparam name="TView">The row.</typeparam>
public sealed class ViewDefinition<TView> : IViewDefinition where TView : class
{
    private readonly List<ViewColumn> _columns = [];
    private readonly List<string[]> _indexes = [];
    private readonly List<IViewRows> _rows = [];
    private Func<TView, Guid>? _id;

    /// <summary>A view's table is <c>name_vVersion</c>; another shape or another projection is another version.</summary>
    /// <exception cref="StoreConfigurationException">The name is not lower snake case.</exception>
    public ViewDefinition(string name, int version)
    {
        (Name, Version) = (Checked(name), version);
        if (version < 1) throw new StoreConfigurationException($"View '{name}': version must be at least 1.");
    }

    /// <summary>The view's name.</summary>
    public string Name { get; }

    /// <summary>The version of its table.</summary>
    public int Version { get; }

    /// <summary>Its table.</summary>
    public string Table => $"{Name}_v{Version}";

    Type IViewDefinition.RowType => typeof(TView);

    IReadOnlyList<ViewColumn> IViewDefinition.Columns => _columns;

    IReadOnlyList<string[]> IViewDefinition.Indexes => _indexes;

    IReadOnlyList<IViewRows> IViewDefinition.Rows => _rows;

    Guid IViewDefinition.IdOf(object row) => (_id ?? throw new StoreConfigurationException($"View '{Name}' has no id."))((TView)row);

    /// <summary>Where a row keeps its id.</summary>
    public ViewDefinition<TView> Id(Func<TView, Guid> id)
    {
        _id = id;
        return this;
    }

    /// <summary>A column of its own, for filters and order: under row-level security only btree indexes on plain columns are used (E3).</summary>
    public ViewDefinition<TView> Column(string name, string sqlType, Func<TView, object?> value)
    {
        _columns.Add(new ViewColumn(Checked(name), ViewNames.CheckedType(sqlType), row => value((TView)row)));
        return this;
    }

    /// <summary>A btree index on the tenant and these columns, in this order.</summary>
    public ViewDefinition<TView> Index(params string[] columns)
    {
        _indexes.Add([.. columns.Select(Checked)]);
        return this;
    }

    /// <summary>
    /// A second table with a row per element of the view, replaced with it in the same transaction: what is a list in the view can be
    /// joined and indexed there. Its columns follow <c>tenant_id, view_id, ordinal</c>.
    /// </summary>
    /// <exception cref="StoreConfigurationException">A name or a type is not one.</exception>
    public ViewDefinition<TView> Rows<TRow>(ViewRows<TView, TRow> rows)
    {
        _rows.Add(rows.Of(Table));
        return this;
    }

    private static string Checked(string name) => ViewNames.Checked(name);
}
