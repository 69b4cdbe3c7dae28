using System.Collections.Immutable;
using Coordination.Domain.Directory;

namespace Coordination.Simulator.Territory;

/// <summary>The communes of a CPTS during a time; <paramref name="Until"/> is the first day that no longer counts, null while it lasts.</summary>
public sealed record CommunePeriod(DateOnly From, DateOnly? Until, ImmutableArray<Commune> Communes);

/// <summary>A CPTS: its territory is a list of communes that changes with time.</summary>
/// <param name="Periods">In order, without gap or overlap.</param>
public sealed record DemoHealthCommunity(DemoStructure Structure, ImmutableArray<CommunePeriod> Periods)
{
    /// <summary>Its communes on a day; empty before it existed.</summary>
    public ImmutableArray<Commune> CommunesOn(DateOnly day) =>
        Periods.FirstOrDefault(p => p.From <= day && (p.Until is not { } until || day < until))?.Communes ?? [];

    /// <summary>Each commune with the days on which it belongs to it.</summary>
    public IReadOnlyList<CommuneAttachment> Attachments() =>
    [
        .. Periods.SelectMany(p => p.Communes).Distinct().Select(c => new CommuneAttachment(
            new(c.Insee),
            Periods.First(p => p.Communes.Contains(c)).From,
            Periods.Last(p => p.Communes.Contains(c)).Until)),
    ];
}
