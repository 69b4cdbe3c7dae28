using System.Collections.Immutable;

namespace Coordination.Simulator.Territory;

/// <summary>A PSP of the 2014 pilot (pôle de santé de proximité).</summary>
public sealed record ProximityTerritory(string Name, ImmutableArray<Commune> Communes);
