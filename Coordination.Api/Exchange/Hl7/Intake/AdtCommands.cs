using Coordination.Api.CareRecord;
using Coordination.Api.Exchange.Hl7.Pam;
using Coordination.Api.Hosting.Commands;
using Coordination.Domain.Discharge;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Platform.EventStore;
using Platform.EventStore.Protection;
using Stay = Coordination.Domain.Discharge.Discharge;

namespace Coordination.Api.Exchange.Hl7.Intake;

/// <summary>Turns a movement about a followed person into commands of the discharge.</summary>
public sealed class AdtCommands(UnitOfWork work, BlindIndex index)
{
    /// <summary>
    /// Stages what the message says on the session and tells what became of it: applied (also when it says nothing new), or parked when
    /// its time has not come: a trigger that no rule applies yet, or a withdrawal without an announcement.
    /// </summary>
    public async Task<Disposition> StageAsync(
        IDocumentSession session, AdtMessage message, Finess establishment, PersonKey person, string link, CancellationToken cancellation)
    {
        if (message.Trigger is not ("A01" or "A16" or "A25") || message.Stay is not { } stay || message.Movement is not { } movement) return Disposition.Parked;
        // Sessions, emergencies and consultations are no stays that end with a return home (DOMAIN: PV1-2 other than I).
        if (stay.PatientClass is not "I") return Disposition.Applied;
        if (StayKey(stay) is not { } stayKey) return Disposition.Parked;
        var id = index.ComputeGuid("stay", $"{person.Territory}|{person.Person}|{establishment}|{stayKey}");
        var request = new CommandRequest(person.Territory, Actor.Interface(link), id) { OccurredAt = (message.OccurredAt ?? movement.StartedAt).Instant };
        var outcome = await RunAsync(session, request, message, stay, new MovementId(movement.Id), establishment, person.Person, cancellation);
        return outcome.Error is null ? Disposition.Applied : Disposition.Parked;
    }

    private Task<CommandOutcome> RunAsync(
        IDocumentSession session, CommandRequest request, AdtMessage message, HospitalStay stay, MovementId movement,
        Finess establishment, PersonId person, CancellationToken cancellation)
    {
        var admitted = stay.AdmittedAt?.Instant.ToUniversalTime();
        var expected = message.ExpectedDischargeAt?.Instant.ToUniversalTime();
        return message.Trigger switch
        {
            "A01" => work.StageAsync<RecordAdmission, Stay>(
                session, request, new(person, establishment, admitted ?? request.OccurredAt?.ToUniversalTime(), expected), cancellation),
            "A16" => work.StageAsync<AnnounceDischarge, Stay>(
                session, request, new(person, establishment, admitted, expected ?? message.RecordedAt.Instant.ToUniversalTime(), movement), cancellation),
            _ => work.StageAsync<WithdrawDischargeAnnouncement, Stay>(session, request, new(movement), cancellation),
        };
    }

    // The visit when there is one: an administrative file may hold several.
    private static string? StayKey(HospitalStay stay) => (stay.Visit ?? stay.File)?.Value is { Length: > 0 } value ? value : null;
}
