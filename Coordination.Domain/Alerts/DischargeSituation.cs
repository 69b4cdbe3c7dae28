using System.Collections.Immutable;
using Coordination.Domain.Identifiers;

namespace Coordination.Domain.Alerts;

/// <summary>What the discharge rules look at, as it is when they look.</summary>
/// <param name="Stay">The stay and its discharge.</param>
/// <param name="Commune">Where the person lives.</param>
/// <param name="Eligible">The record may receive hospital facts (DOMAIN Rulings 2).</param>
/// <param name="Deceased">The person died: nothing is raised.</param>
/// <param name="Referent">The referent, if the record has one.</param>
/// <param name="Settings">What the territory decided.</param>
/// <param name="Known">Codes of the rules that ever raised an alert about this discharge.</param>
public sealed record DischargeSituation(
    DischargeId Discharge,
    Domain.Discharge.Discharge Stay,
    CommuneCode Commune,
    bool Eligible,
    bool Deceased,
    ProfessionalId? Referent,
    TerritorySettings Settings,
    ImmutableSortedSet<string> Known);
