using Coordination.Api.CareRecord;
using Coordination.Api.Hosting.Commands;
using Coordination.Api.Security.Development;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Coordination.Simulator.Territory;
using Platform.EventStore;
using Record = Coordination.Domain.CareRecord.CareRecord;

namespace Coordination.Simulator.Verbs;

/// <summary>Writes persons and their records into the demo territory, each in one transaction.</summary>
public sealed class RecordWriter(PlatformScope platform)
{
    private static readonly TerritoryId Dac = DemoUsers.Territory;
    private static readonly Actor Author = Actor.Of(DemoUsers.Coordinator);

    /// <summary>Registers a person and opens her record with the coordinator as referent; false when the record is there already.</summary>
    public async Task<bool> WriteAsync(
        PersonId person, PersonTraits traits, Finess establishment, string ipp, DateOnly openedOn, Eligibility eligibility, CancellationToken cancellation)
    {
        var record = Record.IdOf(Dac, person).Value;
        await using var session = platform.Get<DocumentStore>().LightweightSession(new Platform.EventStore.SessionOptions(Dac.Value) { UserName = Author.Id });
        if (await session.Events.FetchStreamStateAsync(record, cancellation) is not null) return false;
        platform.Get<PersonRegistry>().Register(session, person, traits, [(establishment, ipp)]);
        var now = platform.Get<TimeProvider>().GetUtcNow();
        var context = new CommandContext(Dac, Author, now);
        Record? state = null;
        var facts = new List<IDomainEvent>();
        void Apply<TCommand>(TCommand command)
            where TCommand : notnull
        {
            var decision = platform.Get<CommandRegistry>().HandlerOf<TCommand, Record>().Run(command, state, context);
            if (decision.Error is { } error) throw new VerbException($"{typeof(TCommand).Name}: {error.Code}");
            state = decision.Events.Cast<CareRecordEvent>().Aggregate(state, Record.Evolve);
            facts.AddRange(decision.Events);
        }

        Apply(new OpenCareRecord(person, traits.Commune ?? throw new VerbException("a record needs a commune"), DemoUsers.Coordinator, openedOn));
        Apply(new RecordInformation(openedOn));
        if (eligibility is Eligibility.Opposed) Apply(new RecordOpposition(SharingScope.HospitalAlerts));
        if (eligibility is Eligibility.Suspended) Apply(new SuspendCareRecord());
        session.Events.StartStream<Record>(record, [.. facts]);
        await session.SaveChangesAsync(cancellation);
        return true;
    }
}
