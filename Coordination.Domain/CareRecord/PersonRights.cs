using System.Collections.Immutable;

namespace Coordination.Domain.CareRecord;

/// <summary>What the person decided, or was told, about who may know (DOMAIN AG2), equal by content.</summary>
/// <param name="Excluded">Professionals whom she does not want to know anything.</param>
public sealed record PersonRights(
    ImmutableSortedSet<SharingScope> Oppositions, ImmutableSortedDictionary<SharingScope, Consent> Consents, Masks Excluded, ImmutableArray<Contact> Contacts)
{
    /// <summary>Nothing decided yet.</summary>
    public static PersonRights None { get; } = new([], ImmutableSortedDictionary<SharingScope, Consent>.Empty, Masks.None, []);

    /// <summary>Whether the scope is opposed.</summary>
    public bool Opposes(SharingScope scope) => Oppositions.Contains(scope);

    /// <summary>Whether a consent to the scope stands on this day.</summary>
    public bool ConsentsTo(SharingScope scope, DateOnly day) => Consents.TryGetValue(scope, out var consent) && consent.StandsOn(day);

    /// <summary>Where a scope stands on this day.</summary>
    public SharingState StateOf(SharingScope scope, bool informed, DateOnly day) => (Opposes(scope), Consents.GetValueOrDefault(scope)) switch
    {
        (true, _) => SharingState.Opposed,
        (_, { Withdrawn: true }) => SharingState.Withdrawn,
        (_, { } consent) => consent.StandsOn(day) ? SharingState.Consented : SharingState.Expired,
        _ => informed && scope is not SharingScope.OutsideTeam ? SharingState.InformedNotOpposed : SharingState.NotCollected,
    };

    /// <inheritdoc />
    public bool Equals(PersonRights? other) => other is not null && Oppositions.SequenceEqual(other.Oppositions)
        && Consents.SequenceEqual(other.Consents) && Excluded == other.Excluded && Contacts.SequenceEqual(other.Contacts);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Oppositions.Count, Consents.Count, Excluded, Contacts.Length);
}
