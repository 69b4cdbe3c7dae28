using Coordination.Domain.Identifiers;

namespace Coordination.Simulator.Territory;

/// <summary>The hospital whose feed the demo plays.</summary>
/// <param name="Name">Name as people say it.</param>
/// <param name="Finess">Number of the geographical establishment.</param>
/// <param name="Application">Sending application (MSH-3).</param>
/// <param name="Facility">Sending facility (MSH-4), also the namespace of its identifiers.</param>
public sealed record DemoHospital(string Name, Finess Finess, string Application, string Facility);
