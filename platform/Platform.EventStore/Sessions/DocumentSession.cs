using Npgsql;

namespace Platform.EventStore;

internal sealed partial class DocumentSession(DocumentStore store, SessionOptions options) : QuerySession(store, options), IDocumentSession
{
    private readonly List<StreamAction> _streams = [];
    private readonly List<NpgsqlBatchCommand> _commands = [];
    private readonly Dictionary<(ViewProjection, Guid), object?> _rows = [];
    private EventOperations? _events;

    public override IEventOperations Events => _events ??= new EventOperations(this);

    IEventOperations IDocumentSession.Events => Events;

    public string? CorrelationId => Options.CorrelationId;

    public CommandResultRequest? Idempotency { get; set; }

    public void QueueSqlCommand(string sql, params object?[] positionalParameters) =>
        _commands.Add(Parameters.Command(sql, positionalParameters));

    internal StreamAction Enlist(StreamAction action, IEnumerable<object> events)
    {
        if (_streams.Any(s => s.Id == action.Id)) throw new InvalidOperationException($"Stream {action.Id} is appended to twice in one save.");
        action.Add(events);
        _streams.Add(action);
        return action;
    }

    internal IReadOnlyList<ViewProjection> InlineFor(string? streamType) => [.. Store.Options.Projections.Inline.Where(p => p.Wants(streamType))];

    internal void Remember(ViewProjection projection, Guid id, object? row) => _rows[(projection, id)] = row;

    private void Forget()
    {
        _streams.Clear();
        _commands.Clear();
        _rows.Clear();
        Idempotency = null;
    }
}
