using Coordination.Api.CareRecord;
using Coordination.Api.Exchange.Hl7.Pam;
using Coordination.Domain.Discharge;
using Coordination.Domain.Identifiers;
using Coordination.Projections.Discharge;
using Platform.EventStore;
using Platform.EventStore.Protection;

namespace Coordination.Api.Exchange.Hl7.Intake;

/// <summary>The stream that holds a visit.</summary>
/// <param name="Id">The stream; it may not exist yet.</param>
/// <param name="Unidentified">The visit's blind key, when the stream was opened by the social service and does not know its visit yet.</param>
public sealed record StayStream(Guid Id, Guid? Unidentified);

/// <summary>Finds the stream of a visit: its own, or the one that the social service opened before the feed spoke.</summary>
public sealed class StayFinder(BlindIndex index)
{
    /// <summary>The stream; null when the message names no visit and no file.</summary>
    public async Task<StayStream?> FindAsync(
        IDocumentSession session, PersonKey person, Finess establishment, HospitalStay stay, bool mayOpen, CancellationToken cancellation)
    {
        // The visit when there is one: an administrative file may hold several.
        if ((stay.Visit ?? stay.File)?.Value is not { Length: > 0 } visit) return null;
        var key = index.ComputeGuid("stay", $"{person.Territory}|{person.Person}|{establishment}|{visit}");
        if (await session.Events.FetchStreamStateAsync(key, cancellation) is not null) return new(key, null);
        if ((await session.QueryAsync<VisitView>("where visit = $1", [key], cancellation)).FirstOrDefault() is { } identified) return new(identified.Id, null);
        if (!mayOpen) return new(key, null);
        var known = await session.QueryAsync<DischargeView>(
            "where person_id = $1 and status in ('Admitted', 'Announced')", [person.Person.Value], cancellation);
        var announced = known.FirstOrDefault(v => v.Stay.Establishment == establishment && v.Stay is { Origin: StayOrigin.SocialService, Visit: null });
        return announced is null ? new(key, null) : new(announced.Id, key);
    }
}
