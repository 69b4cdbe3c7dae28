using Coordination.Domain.Identifiers;

namespace Coordination.Simulator.Territory;

/// <summary>An invented professional.</summary>
/// <param name="Id">Id in the directory.</param>
/// <param name="Rpps">Number of the invented range 99947, its key right.</param>
/// <param name="DisplayName">Name as people say it, with « Dr » for a doctor.</param>
/// <param name="Function">Profession in French.</param>
/// <param name="Structure">Name of the structure, or « Cabinet libéral, commune ».</param>
/// <param name="Phone">Ten digits, in the range kept for fiction.</param>
/// <param name="Psp">The proximity territory of a volunteer of the pilot; null for the staff of DAC and hospital.</param>
public sealed record DemoProfessional(Guid Id, Rpps? Rpps, string DisplayName, string Function, string Structure, string Phone, string? Psp);
