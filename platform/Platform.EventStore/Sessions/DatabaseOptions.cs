namespace Platform.EventStore;

/// <summary>Where the database is.</summary>
public sealed record DatabaseOptions
{
    /// <summary>Connection of the app and worker roles; the login is a member of both.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>Connection that changes the schema; <see cref="ConnectionString"/> if null.</summary>
    public string? OwnerConnectionString { get; init; }

    /// <summary>Database of wrapped keys; the same server and the database's name followed by <c>_keys</c> if null.</summary>
    public string? KeysConnectionString { get; init; }

    /// <summary>What the server shows as the name of this program.</summary>
    public string ApplicationName { get; init; } = "coordination";
}
