namespace Platform.EventStore;

/// <summary>Who a connection acts as; each is a PostgreSQL role named <c>coordination_…</c>.</summary>
public enum DatabaseRole
{
    /// <summary>Serves one tenant at a time; row-level security shows it no other.</summary>
    App,

    /// <summary>Sequencer, daemon, outbox: reads and writes rows of every tenant.</summary>
    Worker,

    /// <summary>Owns the schema; the only one with a right to change it.</summary>
    Owner,

    /// <summary>Writes who read what, and can do nothing else: neither read, nor change, nor remove.</summary>
    Audit,

    /// <summary>Reads released indicator tables only.</summary>
    Analyst,
}
