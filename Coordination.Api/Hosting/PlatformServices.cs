using System.Security.Cryptography;
using Coordination.Api.Administration;
using Coordination.Api.Alerts;
using Coordination.Api.CarePathway;
using Coordination.Api.CareRecord;
using Coordination.Api.CareTeam;
using Coordination.Api.CaseFinding;
using Coordination.Api.Directory;
using Coordination.Api.Discharge;
using Coordination.Api.Documents;
using Coordination.Api.Exchange.Hl7.Intake;
using Coordination.Api.Feed;
using Coordination.Api.GraphQL;
using Coordination.Api.Hosting.Commands;
using Coordination.Api.Indicators;
using Coordination.Api.PersonalData;
using Coordination.Api.Persons;
using Coordination.Api.Rights;
using Coordination.Api.Security;
using Coordination.Api.Security.Audit;
using Coordination.Api.Security.Identity;
using Platform.EventStore;
using Platform.EventStore.Protection;
using Platform.Messaging;

namespace Coordination.Api.Hosting;

/// <summary>The platform's services without its listeners: shared by the API and by the tools that write through the same commands.</summary>
public static class PlatformServices
{
    /// <summary>Adds them. Nothing connects before it is used.</summary>
    public static IServiceCollection AddPlatform(this IServiceCollection services, CoordinationSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton(settings.Secrets);
        services.AddSingleton(settings.CreateDatabase());
        services.AddSingleton<DatabaseClock>();
        services.AddSingleton<TimeProvider>(s => s.GetRequiredService<DatabaseClock>());
        services.AddStore(settings);
        services.AddMessaging((provider, messages) =>
        {
            foreach (var module in CapabilityModule.All) module.Messages(messages, provider);
        });
        services.AddSingleton(_ =>
        {
            var commands = new CommandRegistry();
            foreach (var module in CapabilityModule.All) module.Commands(commands);
            return commands;
        });
        services.AddSingleton<UnitOfWork>().AddSingleton<DischargeWatch>().AddSingleton<DischargeCharge>().AddSingleton<PieceWatch>().AddSingleton<PatientMatcher>().AddSingleton<Announcer>().AddSingleton<OwnRows>().AddSingleton<TerritorySettingsReader>();
        services.AddSingleton<DirectoryReader>().AddSingleton<DirectorySearch>().AddSingleton<DirectoryImport>().AddSingleton<CommuneCover>().AddSingleton<ProfessionalActivities>().AddSingleton<AreaWriter>()
            .AddSingleton<DirectoryRegister>().AddSingleton<ImportLog>();
        services.AddSingleton<PersonRegistry>().AddSingleton<PersonIndex>().AddSingleton<AccessDoor>().AddSingleton<InvitationDoor>().AddSingleton<DocumentShelf>().AddSingleton<DuplicateWatch>().AddSingleton<IdentityDesk>();
        services.AddSingleton<RequestDoor>().AddSingleton<RequestQueue>();
        services.AddSingleton<TransferComposer>().AddSingleton<TransferCourier>().AddSingleton<TransferDesk>();
        services.AddSingleton<InterfaceLinks>().AddSingleton<MessageLog>().AddSingleton<PersonMatcher>().AddSingleton<StayFinder>().AddSingleton<AdtCommands>()
            .AddSingleton<BodySealer>().AddSingleton<Hl7Intake>();
        services.AddSingleton(new Keyset(settings.Secrets.GetOrCreate("cursor-key", Random32)));
        services.AddSingleton<ListPage>().AddSingleton<AlertList>().AddSingleton<ProtectedText>();
        services.AddSingleton<SessionStore>().AddSingleton<Habilitations>().AddSingleton<ReadAudit>().AddSingleton<AuditChain>().AddSingleton<AuditVerifier>().AddSingleton<AuditLog>()
            .AddSingleton(new PersonPseudonyms(settings.Secrets.GetOrCreate("pseudonym-key", Random32)));
        services.AddSingleton(PathwayTemplates.Shipped);
        services.AddSingleton<HealthCommunities>().AddSingleton<IndicatorReader>();
        services.AddSingleton<PersonStreamFinder>().AddSingleton<PersonEraser>().AddSingleton<RetentionJob>()
            .AddSingleton<PersonPackage>().AddSingleton<PackageHtml>().AddSingleton<PackageJson>().AddSingleton<ExportTickets>();
        return services;
    }

    private static void AddStore(this IServiceCollection services, CoordinationSettings settings)
    {
        services.AddSingleton(new ProtectionKeys("1", settings.Secrets.GetOrCreate("key-encryption-key", Random32), settings.Secrets.GetOrCreate("blind-index-key", Random32)));
        services.AddSingleton<ISubjectKeys>(provider => new SubjectKeys(
            provider.GetRequiredService<Database>(), provider.GetRequiredService<ProtectionKeys>(), provider.GetRequiredService<TimeProvider>(),
            Path.Combine(settings.DataFolder, "erasures.ledger")));
        services.AddSingleton<BlindIndex>().AddSingleton<EventSealer>().AddSingleton<IEventProtector, AmbientEventProtector>().AddSingleton<SubjectVault>().AddSingleton<SubjectContent>();
        services.AddSingleton(provider => new DocumentStore(
            provider.GetRequiredService<Database>(), StoreRegistrations.Create(provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<EventSealer>), provider.GetRequiredService<IEventProtector>()));
        services.AddSingleton<ProjectionDaemon>();
        services.AddSingleton<IEventFeed, EventFeed>();
        services.AddSingleton<FeedHub>();
    }

    private static byte[] Random32() => RandomNumberGenerator.GetBytes(32);
}
