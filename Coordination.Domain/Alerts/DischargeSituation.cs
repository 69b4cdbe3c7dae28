using Coordination.Domain.Identifiers;

namespace Coordination.Domain.Alerts;

/// <summary>What the discharge rules look at, as it is when they look.</summary>
/// <param name="Eligible">The record may receive hospital facts (DOMAIN Rulings 2).</param>
/// <param name="AnnouncedFor">The announced discharge; null when none is announced.</param>
/// <param name="Referent">The referent, if the record has one.</param>
public sealed record DischargeSituation(
    DischargeId Discharge,
    PersonId Person,
    Finess Establishment,
    CommuneCode Commune,
    bool Eligible,
    DateTimeOffset? AnnouncedFor,
    ProfessionalId? Referent);
