using System.Text.Json.Serialization;
using Coordination.Domain.Identifiers;

namespace Coordination.Domain.CarePlan;

/// <summary>Who does an action, or is given a plan.</summary>
/// <param name="Professional">Set for a professional only.</param>
/// <param name="Structure">Set for a structure only.</param>
public sealed record PlanParty(OwnerKind Kind, ProfessionalId? Professional = null, Finess? Structure = null)
{
    /// <summary>A professional and a structure are named, the person and her carer are not.</summary>
    [JsonIgnore]
    public bool IsWhole => (Kind, Professional, Structure) is
        (OwnerKind.Professional, { }, null) or (OwnerKind.Structure, null, { }) or (OwnerKind.Person or OwnerKind.Carer, null, null);
}
