using Coordination.Api.Alerts;
using Coordination.Api.CareRecord;
using Coordination.Api.Directory;
using Coordination.Api.Hosting.Commands;
using Coordination.Api.Security;
using Coordination.Domain.CaseFinding;
using Coordination.Domain.Discharge;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Coordination.Projections.Discharge;
using Platform.EventStore;
using Stay = Coordination.Domain.Discharge.Discharge;

namespace Coordination.Api.Discharge;

/// <summary>No DAC covers the commune.</summary>
public sealed record CommuneNotCovered() : DomainError("COMMUNE_NOT_COVERED", "commune");

/// <summary>Where an announcement went.</summary>
/// <param name="Error">Why it was refused; null when it was accepted.</param>
/// <param name="Discharge">The discharge it is on; null when the person has no record.</param>
/// <param name="Request">The request for support it made; null when the person has a record.</param>
public sealed record AnnouncementOutcome(DomainError? Error, TerritoryId Territory, Guid? Discharge, Guid? Request, long Version);

/// <summary>
/// What a hospital's social service announces: on the stay of a person with an eligible record, else a request for support in the queue
/// of the DAC of her commune. Somebody who opposes leaves the establishment without a name.
/// </summary>
public sealed class Announcer(UnitOfWork work, PatientMatcher matcher, PersonRegistry persons, DocumentStore store, TerritorySettingsReader settings, TimeProvider clock)
{
    private static readonly Guid Space = new("0a7d1f42-6f0e-4b0b-b0a5-6d1b27a3a9c4");

    /// <summary>Announces a patient who was entered by hand.</summary>
    public async Task<AnnouncementOutcome> AnnounceAsync(Subject subject, AnnounceDischargeInput input, CommuneEntry commune, CancellationToken cancellation)
    {
        // Whatever identity was sent is not even looked at.
        if (input.Information is PersonInformation.Opposed) return await RequestAsync(subject, input, commune, null, null, cancellation);
        var (traits, error) = PatientEntry.Read(input.Patient!, new CommuneCode(commune.Insee), DateOnly.FromDateTime(WorkingDays.ToParis(clock.GetUtcNow()).DateTime));
        if (traits is null) return new(error, default, null, null, 0);
        var establishment = subject.Establishment!.Value;
        var match = await matcher.MatchAsync(establishment, input.Patient!, cancellation);
        if (match.Followed.Count > 0)
        {
            var key = match.Followed.FirstOrDefault(k => k.Territory.Value == commune.Territory, match.Followed[0]);
            return await AnnounceAsync(subject, input, key, await OpenStayAsync(key, establishment, cancellation), new CommuneCode(commune.Insee), cancellation);
        }

        var known = match.Known.Where(k => k.Territory.Value == commune.Territory).Select(k => (PersonId?)k.Person).FirstOrDefault();
        var person = known ?? new PersonId(NewId(subject, input, "person"));
        Action<IDocumentSession>? register = known is not null ? null : session => persons.Register(session, person, traits,
            PatientEntry.IppOf(input.Patient!) is { } ipp ? [(establishment, ipp)] : []);
        return await RequestAsync(subject, input, commune, person, register, cancellation);
    }

    /// <summary>Announces on a stay that is known, or says more of one that is announced.</summary>
    public async Task<AnnouncementOutcome> AnnounceAsync(
        Subject subject, AnnounceDischargeInput input, PersonKey key, Guid? stay, CommuneCode commune, CancellationToken cancellation)
    {
        var id = stay ?? NewId(subject, input, "stay");
        var command = new AnnounceReturn(key.Person, subject.Establishment!.Value, commune, input.ExpectedAt.ToUniversalTime(), input.DateReliability,
            input.Destination, [.. input.Needs], input.ServiceContact, input.Relative);
        var request = new CommandRequest(key.Territory, subject.ToActor(), id) { CommandId = input.CommandId };
        var outcome = await work.ExecuteAsync<AnnounceReturn, Stay>(request, command, cancellation);
        return new(outcome.Error, key.Territory, id, null, outcome.Version);
    }

    /// <summary>Makes a request for support; without a person it names nobody.</summary>
    public async Task<AnnouncementOutcome> RequestAsync(
        Subject subject, AnnounceDischargeInput input, CommuneEntry commune, PersonId? person, Action<IDocumentSession>? register, CancellationToken cancellation)
    {
        if (commune.Territory is not { } covering) return new(new CommuneNotCovered(), default, null, null, 0);
        var territory = new TerritoryId(covering);
        var establishment = subject.Establishment!.Value;
        var day = DateOnly.FromDateTime(WorkingDays.ToParis(input.ExpectedAt).DateTime);
        var id = person is { } known ? SupportRequest.IdOf(territory, establishment, known, day).Value : NewId(subject, input, "request");
        var ahead = new ReturnAhead(establishment, input.ExpectedAt.ToUniversalTime(), input.DateReliability, input.Destination, [.. input.Needs]);
        var command = new RequestSupport(person, new CommuneCode(commune.Insee), input.Information, ahead, input.ServiceContact, input.Relative,
            (await settings.ReadAsync(territory, cancellation)).Hours.Regime);
        var request = new CommandRequest(territory, subject.ToActor(), id) { CommandId = input.CommandId };
        var outcome = await work.ExecuteAsync<RequestSupport, SupportRequest>(request, command, cancellation, register);
        return new(outcome.Error, territory, null, id, outcome.Version);
    }

    // The stay of this establishment that is under way: the one announced first of all.
    private async Task<Guid?> OpenStayAsync(PersonKey key, Finess establishment, CancellationToken cancellation)
    {
        await using var session = store.QuerySession(key.Territory.Value);
        var stays = await session.QueryAsync<DischargeView>("where person_id = $1 and status in ('Admitted', 'Announced')", [key.Person.Value], cancellation);
        return stays.Where(s => s.Stay.Establishment == establishment).OrderByDescending(s => s.Stay.Status).ThenByDescending(s => s.Stay.AdmittedAt)
            .Select(s => (Guid?)s.Id).FirstOrDefault();
    }

    // The same command sent again speaks of the same things.
    private static Guid NewId(Subject subject, AnnounceDischargeInput input, string what) =>
        input.CommandId is { } command ? DeterministicGuid.V5(Space, $"{what}|{subject.Id}|{command}") : Guid.NewGuid();
}
