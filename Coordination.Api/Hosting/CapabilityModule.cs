using Coordination.Api.Alerts;
using Coordination.Api.Assessment;
using Coordination.Api.CarePathway;
using Coordination.Api.CarePlan;
using Coordination.Api.CareRecord;
using Coordination.Api.CareTeam;
using Coordination.Api.CaseFinding;
using Coordination.Api.Contacts;
using Coordination.Api.Directory;
using Coordination.Api.Discharge;
using Coordination.Api.Documents;
using Coordination.Api.Hosting.Commands;
using Coordination.Api.Indicators;
using Coordination.Api.PersonalData;
using Coordination.Api.Persons;
using Coordination.Api.Rights;
using Coordination.Api.Tasks;
using Platform.EventStore;
using Platform.Messaging;

namespace Coordination.Api.Hosting;

/// <summary>The single registration of a capability: its streams, events, views, commands, policies and messages.</summary>
public abstract class CapabilityModule
{
    /// <summary>Every capability, in the order of their registration. Nothing is found by scanning.</summary>
    public static IReadOnlyList<CapabilityModule> All { get; } =
    [
        new CareRecordModule(),
        new PersonalDataModule(),
        new CareTeamModule(),
        new CarePlanModule(),
        new CarePathwayModule(),
        new TasksModule(),
        new ContactsModule(),
        new AssessmentModule(),
        new RightsModule(),
        new DocumentsModule(),
        new HabilitationModule(),
        new DirectoryModule(),
        new DischargeModule(),
        new CaseFindingModule(),
        new AlertsModule(),
        new IndicatorsModule(),
        new PersonsModule(),
    ];

    /// <summary>Stream types, event aliases, views and projections.</summary>
    public abstract void Store(StoreOptions store);

    /// <summary>Commands and policies.</summary>
    public abstract void Commands(CommandRegistry commands);

    /// <summary>Messages and their handlers; services are found when a message is handled.</summary>
    public virtual void Messages(MessagingOptions messages, IServiceProvider services)
    {
    }
}
