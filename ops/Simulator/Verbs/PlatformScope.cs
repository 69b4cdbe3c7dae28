using Coordination.Api.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Platform.EventStore;

namespace Coordination.Simulator.Verbs;

/// <summary>The platform's own services on the database of the data folder: what the simulator writes goes through the same commands.</summary>
public sealed class PlatformScope : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private PlatformScope(ServiceProvider services) => this.services = services;

    /// <summary>The installation's settings; throws when no platform is configured, or outside Development.</summary>
    public static CoordinationSettings ReadSettings()
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        RequireDevelopment(configuration);
        return CoordinationSettings.Read(configuration, development: true);
    }

    /// <summary>Throws unless ASPNETCORE_ENVIRONMENT is Development: the demo exists nowhere else.</summary>
    public static void RequireDevelopment(IConfiguration configuration)
    {
        if (configuration["ASPNETCORE_ENVIRONMENT"] is not "Development")
            throw new VerbException("the demo territory and its users exist in Development only");
    }

    /// <summary>Opens the services and sets the clock by the database.</summary>
    public static async Task<PlatformScope> OpenAsync(CancellationToken cancellation)
    {
        var collection = new ServiceCollection();
        collection.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        collection.AddPlatform(ReadSettings());
        var services = collection.BuildServiceProvider();
        await services.GetRequiredService<DatabaseClock>().SynchroniseAsync(services.GetRequiredService<Database>(), cancellation);
        return new(services);
    }

    /// <summary>All of them.</summary>
    public IServiceProvider Services => services;

    /// <summary>A service of the platform.</summary>
    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <inheritdoc />
    public ValueTask DisposeAsync() => services.DisposeAsync();
}

/// <summary>A verb that cannot do what it was asked; the message says why, without a stack.</summary>
public sealed class VerbException(string message) : Exception(message);
