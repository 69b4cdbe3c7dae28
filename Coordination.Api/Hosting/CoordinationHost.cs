using System.Net;
using Coordination.Api.Documents;
using Coordination.Api.Exchange.Hl7.Http;
using Coordination.Api.Exchange.Hl7.Intake;
using Coordination.Api.Feed;
using Coordination.Api.GraphQL;
using Coordination.Api.PersonalData;
using Coordination.Api.Security;
using Coordination.Api.Security.Audit;
using Coordination.Api.Security.Identity;
using Platform.EventStore;
using Serilog;

namespace Coordination.Api.Hosting;

/// <summary>The API as a process: services, listeners, endpoints.</summary>
public static class CoordinationHost
{
    private const int LargestBody = 2 * 1024 * 1024;

    /// <summary>Builds it; throws when the configuration or a registration is wrong.</summary>
    public static WebApplication Build(string[] args, Action<IServiceCollection>? replace = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelHttpsConfiguration();
        var settings = CoordinationSettings.Read(builder.Configuration, builder.Environment.IsDevelopment());
        builder.Logging.ClearProviders();
        builder.Logging.AddSerilog(LogSetup.Create(settings, builder.Configuration), dispose: true);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            if (!IsConfiguredElsewhere(builder.Configuration)) kestrel.Listen(IPAddress.Loopback, settings.HttpPort);
        });
        builder.Services.AddPlatform(settings);
        builder.Services.AddTokens(settings.Providers);
        builder.Services.AddSingleton<IReadinessCheck, DatabaseReadiness>();
        builder.Services.AddHostedService<StartUp>();
        builder.Services.AddHostedService(s => s.GetRequiredService<FeedHub>());
        builder.Services.AddSingleton<Hl7Listener>().AddHostedService(s => s.GetRequiredService<Hl7Listener>());
        builder.Services.AddSingleton<IReadinessCheck>(s => s.GetRequiredService<Hl7Listener>());
        builder.Services.AddHostedService<MessagePurge>();
        builder.Services.AddHostedService<ErasureKeeper>().AddHostedService<RetentionSchedule>();
        builder.Services.AddSingleton<AuditKeeper>().AddHostedService(s => s.GetRequiredService<AuditKeeper>());
        replace?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseSecurityHeaders();
        app.UseSubject();
        app.MapHealth();
        app.MapSession(settings.Development);
        app.MapSignIn(settings.Development);
        app.MapCoordinationGraphQL(settings);
        app.MapExports();
        app.MapDocuments();
        app.MapAuditExport();
        app.MapHl7(settings);
        app.MapPortal();
        return app;
    }

    /// <summary>Checks the database, then starts serving.</summary>
    public static async Task StartServingAsync(this WebApplication app)
    {
        var settings = app.Services.GetRequiredService<CoordinationSettings>();
        var migrator = new SchemaMigrator(
            app.Services.GetRequiredService<Database>(), app.Services.GetRequiredService<DocumentStore>().Options, StoreRegistrations.Components)
        { RequireDurability = !settings.VolatileDatabase };
        await migrator.AssertAsync();
        await app.StartAsync();
    }

    // ASPNETCORE_URLS, --urls or Kestrel:Endpoints decide when they are given.
    private static bool IsConfiguredElsewhere(IConfiguration configuration) =>
        !string.IsNullOrEmpty(configuration["urls"]) || configuration.GetSection("Kestrel:Endpoints").GetChildren().Any();

    // The clock is set and the daemon runs before anything that needs them.
    private sealed class StartUp(DatabaseClock clock, Database database, ProjectionDaemon daemon) : IHostedLifecycleService, IDisposable
    {
        private readonly CancellationTokenSource stopping = new();
        private Task keeping = Task.CompletedTask;

        public async Task StartingAsync(CancellationToken cancellationToken)
        {
            await clock.SynchroniseAsync(database, cancellationToken);
            keeping = clock.RunAsync(database, stopping.Token);
            await daemon.StartAsync(cancellationToken);
        }

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose() => stopping.Dispose();

        public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public async Task StoppedAsync(CancellationToken cancellationToken)
        {
            await daemon.StopAsync(cancellationToken);
            await stopping.CancelAsync();
            await keeping.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
