using Coordination.Api.Security.Identity;
using Npgsql;
using Platform.EventStore;

namespace Coordination.Api.Hosting;

/// <summary>What an installation chooses: ports, data folder, database. Read once at start from configuration and environment.</summary>
public sealed record CoordinationSettings(int HttpPort, int MllpPort, string DataFolder, string ConnectionString, string? OwnerConnectionString, bool Development)
{
    /// <summary>Keys of this installation.</summary>
    public SecretFolder Secrets { get; } = new(Path.Combine(DataFolder, "secrets"));

    /// <summary>Who is trusted to say who somebody is; with none nobody comes in.</summary>
    public IReadOnlyList<IdentityProvider> Providers { get; init; } = [];

    /// <summary>The database may forget what it acknowledged: for tests only, refused otherwise.</summary>
    public bool VolatileDatabase { get; init; }

    /// <summary>The database of this installation; the caller disposes it.</summary>
    public Database CreateDatabase() => new(new DatabaseOptions { ConnectionString = ConnectionString, OwnerConnectionString = OwnerConnectionString });

    /// <summary>Reads <c>COORDINATION_*</c> and <c>ConnectionStrings:Coordination[Owner]</c>; throws when no database is named.</summary>
    public static CoordinationSettings Read(IConfiguration configuration, bool development)
    {
        var data = Path.GetFullPath(configuration["COORDINATION_DATA"] ?? ".data");
        var connection = configuration.GetConnectionString("Coordination")
            ?? throw new InvalidOperationException("ConnectionStrings__Coordination is not set: ops/run starts a private PostgreSQL and sets it");
        return new(
            Port(configuration, "COORDINATION_HTTP_PORT", 5080),
            Port(configuration, "COORDINATION_MLLP_PORT", 2575),
            data,
            new NpgsqlConnectionStringBuilder(connection).ConnectionString,
            configuration.GetConnectionString("CoordinationOwner"),
            development)
        {
            Providers = IdentityProvider.Read(configuration, development),
            VolatileDatabase = configuration["COORDINATION_VOLATILE_DATABASE"] == "true",
        };
    }

    private static int Port(IConfiguration configuration, string name, int otherwise) => configuration[name] switch
    {
        null or "" => otherwise,
        { } text when ushort.TryParse(text, out var port) => port,
        _ => throw new InvalidOperationException($"{name} is not a port"),
    };
}
