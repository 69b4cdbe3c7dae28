namespace Platform.EventStore;

/// <summary>The store: sessions over one database with fixed registrations. Thread-safe.</summary>
public sealed class DocumentStore : IAsyncDisposable
{
    /// <summary>Checks the registrations; opens no connection.</summary>
    /// <exception cref="StoreConfigurationException">A registration is missing or doubled.</exception>
    public DocumentStore(Database database, StoreOptions options, IEventProtector? protector = null)
    {
        options.Freeze();
        (Database, Options, Protector) = (database, options, protector);
    }

    /// <summary>Raised on the committing thread after a commit that appended events; must not block.</summary>
    public event Action? Committed;

    /// <summary>The registrations.</summary>
    public StoreOptions Options { get; }

    /// <summary>The database; the caller disposes it.</summary>
    public Database Database { get; }

    internal IEventProtector? Protector { get; }

    /// <summary>A session that reads and writes.</summary>
    public IDocumentSession LightweightSession(SessionOptions options) => new DocumentSession(this, Checked(options));

    /// <summary>A session that reads.</summary>
    public IQuerySession QuerySession(SessionOptions options) => new QuerySession(this, Checked(options));

    /// <summary>A session that reads one tenant in the app role.</summary>
    public IQuerySession QuerySession(string tenantId) => QuerySession(new SessionOptions(tenantId));

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        Committed = null;
        return ValueTask.CompletedTask;
    }

    internal void RaiseCommitted() => Committed?.Invoke();

    private static SessionOptions Checked(SessionOptions options) =>
        string.IsNullOrWhiteSpace(options.TenantId) ? throw new ArgumentException("A session needs a tenant.", nameof(options)) : options;
}
