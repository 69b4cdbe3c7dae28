using System.Net;
using System.Net.Http.Headers;
using Coordination.Api.CareRecord;
using Coordination.Api.Directory;
using Coordination.Api.Exchange.Hl7.Intake;
using Coordination.Api.Exchange.Hl7.Mllp;
using Coordination.Api.Hosting;
using Coordination.Api.Security;
using Coordination.Api.Security.Development;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Directory;
using Coordination.Domain.Identifiers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Platform.EventStore;
using Platform.Messaging;
using Record = Coordination.Domain.CareRecord.CareRecord;

namespace Coordination.Tests.Harness;

/// <summary>The whole API on a database of its own: real sockets for HTTP and MLLP, a clock that stands still until a test moves it.</summary>
public class PlatformFixture : IAsyncLifetime
{
    private readonly string data = System.IO.Directory.CreateTempSubdirectory("coordination-test-").FullName;
    private readonly System.Collections.Concurrent.ConcurrentDictionary<Subject, string> habilitated = new();
    private string connectionString = "";
    private TestIssuer issuer = null!;

    /// <summary>The environment it runs in.</summary>
    protected virtual string Environment => "Development";

    /// <summary>The providers that it trusts: the tests' own issuer.</summary>
    protected virtual string[] Providers => [.. Provider(0, "test", "Keycloak", issuer.Issuer)];

    /// <summary>Where it listens; 0 for any free port.</summary>
    protected virtual int HttpPort => 0;

    /// <summary>The least level logged.</summary>
    protected virtual string LogLevel => "Warning";

    /// <summary>Everything logged to files so far.</summary>
    public async Task<string> ReadLogsAsync()
    {
        var all = "";
        var folder = new DirectoryInfo(Path.Combine(data, "logs"));
        if (!folder.Exists) return all;
        foreach (var file in folder.GetFiles().Select(f => f.FullName))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            all += await new StreamReader(stream).ReadToEndAsync();
        }

        return all;
    }

    /// <summary>The clock of everything: Monday 23 November 2026, 09:00 in Paris.</summary>
    public TestClock Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));

    /// <summary>The running application.</summary>
    public WebApplication App { get; private set; } = null!;

    /// <summary>Where HTTP answers.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Where MLLP answers.</summary>
    public IPEndPoint Mllp => Get<Hl7Listener>().EndPoint!;

    /// <summary>A service of the application.</summary>
    public T Get<T>()
        where T : notnull => App.Services.GetRequiredService<T>();

    /// <inheritdoc />
    public virtual async Task InitializeAsync()
    {
        issuer = await TestIssuer.GetAsync();
        connectionString = await PostgresCluster.CloneAsync("platform", async template =>
        {
            await using var database = new Database(new DatabaseOptions { ConnectionString = template });
            await new SchemaMigrator(database, StoreRegistrations.Create(TimeProvider.System), StoreRegistrations.Components).ApplyAsync();
        });
        App = CoordinationHost.Build(
            [
                $"--environment={Environment}", $"--ConnectionStrings:Coordination={connectionString}", $"--COORDINATION_DATA={data}",
                $"--COORDINATION_HTTP_PORT={HttpPort}", "--COORDINATION_MLLP_PORT=0", "--COORDINATION_VOLATILE_DATABASE=true", $"--Serilog:MinimumLevel:Default={LogLevel}",
                .. Providers,
            ],
            services => services.AddSingleton<TimeProvider>(Clock));
        await App.StartServingAsync();
        Address = new(App.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        await Get<InterfaceLinks>().SaveAsync(new("demo", DemoUsers.Hospital, "*", "*", Test: true), default);
        await Get<DirectoryImport>().ImportAsync(
            [new(DemoUsers.Hospital.Value, "Centre hospitalier d'essai", "355", "47001")],
            [
                new(DemoUsers.Coordinator.Value, null, "Claire Demoncourt", "Coordinatrice", "DAC d'essai", null),
                new(OtherCoordinator.Professional!.Value.Value, null, "Marc Essai", "Coordinateur", "DAC d'essai", null),
            ],
            [("dac-47", "DAC d'essai")], [new("47001", "Agen", "dac-47"), new("33063", "Bordeaux", null)], default);
    }

    /// <inheritdoc />
    public virtual async Task DisposeAsync()
    {
        await App.StopAsync();
        await App.DisposeAsync();
        await PostgresCluster.DropAsync(connectionString);
        System.IO.Directory.Delete(data, recursive: true);
    }

    /// <summary>A second coordinator of the demo DAC.</summary>
    public static Subject OtherCoordinator { get; } = DemoUsers.All["coordinator"] with
    {
        Id = "test-coordinator-2", DisplayName = "Marc Essai", Professional = new(new("0d4c0001-47da-4c00-8000-0000000000ff")),
    };

    /// <summary>A client with a bearer token of this subject; without one when null.</summary>
    public HttpClient Client(Subject? subject)
    {
        var client = new HttpClient { BaseAddress = Address };
        if (subject is not null) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token(subject));
        return client;
    }

    /// <summary>A token of this subject, who has her habilitation by then.</summary>
    public string Token(Subject subject) => issuer.CreateToken(Habilitate(subject), Clock.GetUtcNow());

    /// <summary>Gives a subject the habilitation that makes her one, once, and tells under which identifier she signs in.</summary>
    public string Habilitate(Subject subject) => habilitated.GetOrAdd(subject, _ =>
    {
        var identifier = $"{subject.Id}-{habilitated.Count}-{Guid.NewGuid():N}";
        var granted = new HabilitationGranted($"test:{identifier}", subject.DisplayName, null, subject.Role, subject.Organization, subject.Territory, subject.Establishment,
            subject.Community, subject.Professional, Clock.GetUtcNow().AddDays(-1), null);
        Task.Run(() => GrantAsync(Guid.NewGuid(), granted)).GetAwaiter().GetResult();
        return identifier;
    });

    /// <summary>Writes a habilitation past the command, as a test states it.</summary>
    public async Task GrantAsync(Guid id, HabilitationGranted granted)
    {
        var tenant = granted.Territory?.Value ?? (granted.Establishment is { } finess ? TerritoryId.Of(finess).Value : granted.Community!);
        await using var session = Get<DocumentStore>().LightweightSession(new global::Platform.EventStore.SessionOptions(tenant));
        session.Events.StartStream<Habilitation>(id, granted);
        await session.SaveChangesAsync();
    }

    /// <summary>The configuration of a provider.</summary>
    protected static string[] Provider(int number, string name, string convention, string issuer, string secret = "secret") =>
    [
        $"--COORDINATION_OIDC:{number}:NAME={name}", $"--COORDINATION_OIDC:{number}:CONVENTION={convention}", $"--COORDINATION_OIDC:{number}:ISSUER={issuer}",
        $"--COORDINATION_OIDC:{number}:CLIENT_ID=coordination-portal", $"--COORDINATION_OIDC:{number}:CLIENT_SECRET={secret}",
    ];

    /// <summary>Sends a message over MLLP on a connection of its own and gives the acknowledgement's text.</summary>
    public async Task<string> SendAsync(byte[] message)
    {
        using var client = await MllpClient.ConnectAsync(Mllp.Address.ToString(), Mllp.Port);
        return System.Text.Encoding.UTF8.GetString(await client.SendAsync(message, TimeSpan.FromSeconds(30)));
    }

    /// <summary>Handles every message that is due, then brings every projection to the head.</summary>
    public async Task SettleAsync()
    {
        // The node's own background work may hold a message that it has not begun: settled is when none is left.
        using var bound = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await Get<MessagingRuntime>().DrainAsync(bound.Token);
        while ((await Get<MessagingRuntime>().CountAsync(bound.Token)).Inbox > 0)
        {
            // A delivery that met another's commit is to be tried again after a pause, which a clock that stands still never ends.
            await using var again = Get<Database>().Worker.CreateCommand("update wolverine_incoming_envelopes set execution_time = sent_at where status = 'Incoming' and lease_until is null and attempts > 0");
            await again.ExecuteNonQueryAsync(bound.Token);
            await Get<MessagingRuntime>().DrainAsync(bound.Token);
        }

        await Get<ProjectionDaemon>().CatchUpAsync();
    }

    /// <summary>Registers a person with a record in the demo DAC.</summary>
    public async Task<PersonId> FollowAsync(string ipp, PersonTraits traits, bool informed = true, SharingScope? opposed = null, bool suspended = false, string territory = "dac-47")
    {
        var person = new PersonId(Guid.NewGuid());
        await using var session = Get<DocumentStore>().LightweightSession(new global::Platform.EventStore.SessionOptions(territory));
        Get<PersonRegistry>().Register(session, person, traits, [(DemoUsers.Hospital, ipp)]);
        var facts = new List<object> { new CareRecordOpened(person, new("47001"), new(2026, 9, 1)), new ReferentAssigned(DemoUsers.Coordinator) };
        if (informed) facts.Add(new InformationRecorded(new(2026, 9, 1)));
        if (opposed is { } scope) facts.Add(new OppositionRecorded(scope));
        if (suspended) facts.Add(new CareRecordSuspended());
        session.Events.StartStream<Record>(Record.IdOf(new(territory), person).Value, [.. facts]);
        await session.SaveChangesAsync();
        return person;
    }
}
