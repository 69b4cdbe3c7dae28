namespace Platform.EventStore;

/// <summary>A registered projection without its type parameter.</summary>
internal sealed class ViewProjection(
    IViewDefinition view, ProjectionLifecycle lifecycle, bool singleStream, IReadOnlyCollection<string> streamTypes,
    Action<IEvent, IEventGrouping> group, Func<object?, Guid, IEvent, object?> evolve)
{
    internal IViewDefinition View => view;

    internal ProjectionLifecycle Lifecycle => lifecycle;

    internal bool SingleStream => singleStream;

    internal bool Wants(string? streamType) => streamTypes.Count == 0 || streamType is null || streamTypes.Contains(streamType);

    internal IReadOnlyCollection<(string Tenant, Guid Id)> RowsOf(IEvent e)
    {
        if (!Wants(e.StreamType)) return [];
        if (singleStream) return [(e.TenantId, e.StreamId)];
        var grouping = new Grouping(e.TenantId);
        group(e, grouping);
        return grouping.Rows;
    }

    internal object? Evolve(object? row, Guid id, IEvent e) => evolve(row, id, e);

    private sealed class Grouping(string tenant) : IEventGrouping
    {
        internal HashSet<(string, Guid)> Rows { get; } = [];

        public void To(Guid key) => Rows.Add((tenant, key));

        public void To(string tenantId, Guid key) => Rows.Add((tenantId, key));
    }
}
