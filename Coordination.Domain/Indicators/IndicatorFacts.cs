using System.Collections.Immutable;
using Coordination.Domain.Identifiers;

namespace Coordination.Domain.Indicators;

/// <summary>What indicators are computed from: the rows of one reach, each person in it counted wherever she is followed.</summary>
/// <param name="Communes">The communes of the reach; empty when it is a whole territory.</param>
public sealed record IndicatorFacts(ImmutableArray<DischargeFact> Discharges, ImmutableArray<AlertTrace> Alerts, ImmutableArray<CommuneCode> Communes);
