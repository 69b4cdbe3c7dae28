using Coordination.Api.CareRecord;
using Coordination.Api.Directory;
using Coordination.Api.Exchange.Hl7.Pam;
using Coordination.Api.Hosting.Commands;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Discharge;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Platform.EventStore;
using Record = Coordination.Domain.CareRecord.CareRecord;
using Stay = Coordination.Domain.Discharge.Discharge;

namespace Coordination.Api.Exchange.Hl7.Intake;

/// <summary>Turns a message about a followed person into commands of the stay, and of the record where she died.</summary>
public sealed class AdtCommands(UnitOfWork work, StayFinder stays, DirectoryReader directory)
{
    // Movements of a stay that change what we know of it. Others about a followed person are kept until a rule applies them.
    private static readonly HashSet<string> Applied = new(StringComparer.Ordinal)
    {
        "A01", "A02", "A03", "A06", "A07", "A11", "A12", "A13", "A16", "A21", "A22", "A25", "A52", "A53",
    };

    private sealed record Work(
        IDocumentSession Session, AdtMessage Message, HospitalStay Stay, MovementId Movement, Finess Establishment, FollowedPerson Person, CommandRequest Request,
        Guid? Visit)
    {
        public DateTimeOffset? AdmittedAt => Stay.AdmittedAt?.Instant.ToUniversalTime();

        public DateTimeOffset OccurredAt => Request.OccurredAt!.Value.ToUniversalTime();
    }

    /// <summary>
    /// Stages what the message says on the session and tells what became of it: applied (also when it says nothing new), or parked when
    /// its time has not come: a trigger that no rule applies yet, a historic movement, or a movement of a stay that is not known.
    /// </summary>
    public async Task<Disposition> StageAsync(
        IDocumentSession session, AdtMessage message, Finess establishment, FollowedPerson followed, string link, CancellationToken cancellation)
    {
        // A cancelled discharge repeats what it was: a death in it is what is taken back.
        var died = message.Person.IsDead && message.Trigger is not "A13" && await RecordDeathAsync(session, message, followed.Key, link, cancellation);
        // Emergencies, consultations and sessions are no stays that end with a return home.
        if (message.Trigger is "A04") return Disposition.Applied;
        if (!Applied.Contains(message.Trigger) || message.Stay is not { } stay || message.Movement is not { IsHistoric: false } movement)
            return died ? Disposition.Applied : Disposition.Parked;
        var leavesStay = message.Trigger is "A07" || (message.Trigger is "A06" && movement.Action is MovementAction.Cancel);
        if (stay.PatientClass is not "I" && !leavesStay) return Disposition.Applied;
        var opens = message.Trigger is "A01" or "A02" or "A06" or "A16" && !leavesStay;
        if (await stays.FindAsync(session, followed.Key, establishment, stay, mayOpen: opens || message.Trigger is "A03", cancellation) is not { } stream)
            return Disposition.Parked;
        var request = new CommandRequest(followed.Key.Territory, Actor.Interface(link), stream.Id) { OccurredAt = (message.OccurredAt ?? movement.StartedAt).Instant };
        var outcome = await RunAsync(new(session, message, stay, new MovementId(movement.Id), establishment, followed, request, stream.Unidentified), cancellation);
        return outcome.Error is null ? Disposition.Applied : Disposition.Parked;
    }

    private async Task<CommandOutcome> RunAsync(Work w, CancellationToken cancellation)
    {
        var cancelled = w.Message.Movement!.Action is MovementAction.Cancel;
        return (w.Message.Trigger, cancelled) switch
        {
            ("A01", _) or ("A02", _) or ("A06", false) or ("A07", true) => await AdmitAsync(w, cancellation),
            ("A03", _) => await DischargeAsync(w, cancellation),
            ("A06", true) or ("A07", false) => await CancelStayAsync(w, StayCancellation.BecameOutpatient, cancellation),
            ("A11", _) => await CancelStayAsync(w, StayCancellation.AdmissionCancelled, cancellation),
            ("A13", _) => await CancelDischargeAsync(w, cancellation),
            ("A16", _) => await AnnounceAsync(w, cancellation),
            ("A21" or "A53", _) => await work.StageAsync<RecordLeave, Stay>(w.Session, w.Request, new(true, w.Movement), cancellation),
            ("A22" or "A52", _) => await work.StageAsync<RecordLeave, Stay>(w.Session, w.Request, new(false, w.Movement), cancellation),
            ("A25", _) => await work.StageAsync<WithdrawDischargeAnnouncement, Stay>(w.Session, w.Request, new(w.Movement), cancellation),
            // A12 takes a change of ward back, and wards are not kept.
            _ => new(null, 0),
        };
    }

    private Task<CommandOutcome> AdmitAsync(Work w, CancellationToken cancellation)
    {
        var transfer = w.Message.Trigger is "A02";
        // A transfer's own time is no admission; an admission without PV1-44 took place when it is said to.
        var admitted = w.AdmittedAt ?? (transfer ? null : w.OccurredAt);
        var command = new RecordAdmission(w.Person.Key.Person, w.Establishment, admitted, w.Message.ExpectedDischargeAt?.Instant.ToUniversalTime())
        {
            Origin = transfer ? StayOrigin.Transfer : StayOrigin.Admission, Commune = w.Person.Commune, Visit = w.Visit,
        };
        return work.StageAsync<RecordAdmission, Stay>(w.Session, w.Request, command, cancellation);
    }

    private async Task<CommandOutcome> AnnounceAsync(Work w, CancellationToken cancellation)
    {
        var expected = (w.Message.ExpectedDischargeAt ?? w.Message.RecordedAt).Instant.ToUniversalTime();
        var command = new AnnounceDischarge(w.Person.Key.Person, w.Establishment, w.AdmittedAt, expected, w.Movement)
        {
            Commune = w.Person.Commune, Destination = await DestinationAsync(w, cancellation), Visit = w.Visit,
        };
        return await work.StageAsync<AnnounceDischarge, Stay>(w.Session, w.Request, command, cancellation);
    }

    private async Task<CommandOutcome> DischargeAsync(Work w, CancellationToken cancellation)
    {
        // Another ward, or away for a while: nobody left (PAM-08).
        if (DestinationReader.IsNoDischarge(w.Message.Outcome)) return new(null, 0);
        var at = w.Stay.DischargedAt?.Instant.ToUniversalTime() ?? w.OccurredAt;
        var command = new RecordDischarge(at, await DestinationAsync(w, cancellation), w.Movement) { Visit = w.Visit };
        return await work.StageAsync<RecordDischarge, Stay>(w.Session, w.Request, command, cancellation);
    }

    private async Task<CommandOutcome> CancelDischargeAsync(Work w, CancellationToken cancellation)
    {
        var stay = await w.Session.Events.AggregateStreamAsync<Stay>(w.Request.StreamId, ct: cancellation);
        if (stay?.Destination is DischargeDestination.Death && w.Message.Person.DiedAt is null)
        {
            var record = w.Request with { StreamId = Record.IdOf(w.Person.Key.Territory, w.Person.Key.Person).Value };
            await work.StageAsync<WithdrawDeath, Record>(w.Session, record, new(), cancellation);
        }

        return await work.StageAsync<CancelDischarge, Stay>(w.Session, w.Request, new(w.Movement), cancellation);
    }

    private Task<CommandOutcome> CancelStayAsync(Work w, StayCancellation reason, CancellationToken cancellation) =>
        work.StageAsync<CancelHospitalStay, Stay>(w.Session, w.Request, new(w.Movement, reason), cancellation);

    private async Task<DischargeDestination?> DestinationAsync(Work w, CancellationToken cancellation)
    {
        var finess = w.Message.Outcome.DestinationFiness;
        var structure = finess.Length > 0 ? await directory.OrganizationAsync(finess, cancellation) : null;
        return DestinationReader.Read(w.Message.Outcome, structure?.Category);
    }

    // Every reminder stops at once, whatever message says it.
    private async Task<bool> RecordDeathAsync(IDocumentSession session, AdtMessage message, PersonKey person, string link, CancellationToken cancellation)
    {
        var request = new CommandRequest(person.Territory, Actor.Interface(link), Record.IdOf(person.Territory, person.Person).Value)
        {
            OccurredAt = (message.OccurredAt ?? message.RecordedAt).Instant,
        };
        var on = message.Person.DiedAt is { } at ? DateOnly.FromDateTime(at.Instant.DateTime) : (DateOnly?)null;
        return (await work.StageAsync<RecordDeath, Record>(session, request, new(on), cancellation)).Error is null;
    }
}
