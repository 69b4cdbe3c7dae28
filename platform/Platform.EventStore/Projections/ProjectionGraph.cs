namespace Platform.EventStore;

/// <summary>Views and the projections that feed them.</summary>
public sealed class ProjectionGraph
{
    private readonly Dictionary<Type, IViewDefinition> _views = [];
    private readonly List<ViewProjection> _projections = [];

    internal IEnumerable<IViewDefinition> Views => _views.Values;

    internal IEnumerable<ViewProjection> All => _projections;

    internal IEnumerable<ViewProjection> Inline => _projections.Where(p => p.Lifecycle == ProjectionLifecycle.Inline);

    internal IEnumerable<ViewProjection> Async => _projections.Where(p => p.Lifecycle == ProjectionLifecycle.Async);

    /// <summary>Registers a view.</summary>
    /// <exception cref="StoreConfigurationException">The type or the name is registered already.</exception>
    public ProjectionGraph View<TView>(ViewDefinition<TView> view) where TView : class
    {
        if (_views.ContainsKey(typeof(TView)) || _views.Values.Any(v => v.Name == view.Name))
            throw new StoreConfigurationException($"View '{view.Name}' or its row {typeof(TView).Name} is registered twice.");
        _views[typeof(TView)] = view;
        return this;
    }

    /// <summary>Registers the projection of a view; the view comes first.</summary>
    /// <exception cref="StoreConfigurationException">The view is not registered, or has a projection already.</exception>
    public ProjectionGraph Add<TView>(SingleStreamProjection<TView> projection, ProjectionLifecycle lifecycle) where TView : class =>
        Add(new ViewProjection(Find(typeof(TView)), lifecycle, true, projection.StreamTypes, (_, _) => { }, (row, _, e) => projection.Evolve((TView?)row, e)));

    /// <summary>Registers the projection of a view; the view comes first. Its rows may be of several tenants, so only the daemon may write them.</summary>
    /// <exception cref="StoreConfigurationException">As for a single stream, or it is inline.</exception>
    public ProjectionGraph Add<TView>(MultiStreamProjection<TView> projection, ProjectionLifecycle lifecycle) where TView : class
    {
        var view = Find(typeof(TView));
        if (lifecycle == ProjectionLifecycle.Inline) throw new StoreConfigurationException($"View '{view.Name}': a multi-stream projection must be async.");
        return Add(new ViewProjection(view, lifecycle, false, [], projection.Group, (row, id, e) => projection.Evolve((TView?)row, id, e)));
    }

    internal IViewDefinition Find(Type row) => _views.TryGetValue(row, out var view)
        ? view
        : throw new StoreConfigurationException($"{row.Name} is not a registered view.");

    internal bool Knows<TView>() => _views.ContainsKey(typeof(TView));

    internal void Check()
    {
        foreach (var view in Views)
            if (_projections.All(p => p.View != view)) throw new StoreConfigurationException($"View '{view.Name}' has no projection.");
    }

    private ProjectionGraph Add(ViewProjection projection)
    {
        if (_projections.Any(p => p.View == projection.View)) throw new StoreConfigurationException($"View '{projection.View.Name}' has two projections.");
        _projections.Add(projection);
        return this;
    }
}
