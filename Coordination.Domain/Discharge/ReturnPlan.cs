using System.Collections.Immutable;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Discharge;

/// <summary>A provider's confirmation of one need.</summary>
/// <param name="ConfirmedFor">The expected discharge it was given for; another date since then asks for a new confirmation.</param>
public sealed record Arrangement(
    CareNeed Need, ProviderNumber Provider, ConfirmationChannel Channel, DateTimeOffset FirstVisitAt, DateTimeOffset? ConfirmedFor, Protected<string> ConfirmedBy);

/// <summary>What the return home needs and what is confirmed.</summary>
/// <param name="Needs">What is stated as needed; null until somebody assessed it.</param>
/// <param name="Arrangements">One confirmation per need at most, in the order of the needs.</param>
public sealed record ReturnPlan(ImmutableSortedSet<CareNeed>? Needs, ImmutableArray<Arrangement> Arrangements)
{
    /// <summary>Nothing assessed, nothing confirmed.</summary>
    public static ReturnPlan Empty { get; } = new(null, []);

    /// <summary>The confirmation of a need; null when there is none.</summary>
    public Arrangement? Of(CareNeed need) => Arrangements.FirstOrDefault(a => a.Need == need);

    /// <summary>Stated needs without a confirmation, in their order; empty too when nothing was assessed.</summary>
    public ImmutableSortedSet<CareNeed> Unconfirmed() => Needs is { } needs ? needs.Except(Arrangements.Select(a => a.Need)) : [];

    /// <summary>Needs whose confirmation was given for another date.</summary>
    public ImmutableSortedSet<CareNeed> ConfirmedForAnother(DateTimeOffset? expectedAt) =>
        [.. Arrangements.Where(a => a.ConfirmedFor is { } then && then != expectedAt).Select(a => a.Need)];

    /// <summary>With this confirmation in place of an earlier one of the same need.</summary>
    public ReturnPlan With(Arrangement arrangement) =>
        this with { Arrangements = [.. Arrangements.Where(a => a.Need != arrangement.Need).Append(arrangement).OrderBy(a => a.Need)] };

    /// <summary>Without the confirmation of a need.</summary>
    public ReturnPlan Without(CareNeed need) => this with { Arrangements = [.. Arrangements.Where(a => a.Need != need)] };

    /// <summary>Equal when needs and confirmations are the same ones.</summary>
    public bool Equals(ReturnPlan? other) => other is not null && Arrangements.SequenceEqual(other.Arrangements)
        && (Needs is null ? other.Needs is null : other.Needs is not null && Needs.SequenceEqual(other.Needs));

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Needs?.Count, Arrangements.Length);
}
