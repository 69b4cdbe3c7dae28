using System.Collections.Immutable;
using Coordination.Domain.CareRecord;
using Coordination.Domain.CareTeam;
using Coordination.Domain.Identifiers;

namespace Coordination.Api.Security;

/// <summary>What is known of the thing asked for. With no facts the question is whether the action is open to the subject at all.</summary>
/// <param name="Tenant">The tenant the thing lives in.</param>
/// <param name="Establishment">The establishment that a discharge is of.</param>
/// <param name="Person">What the person it is about decided; null where it does not matter.</param>
/// <param name="Told">Whether the establishment is one of those an alert tells; null for anything but an alert.</param>
public sealed record AccessFacts(TerritoryId Tenant, Finess? Establishment, PersonFacts? Person, bool? Told = null)
{
    /// <summary>How far the data reaches.</summary>
    public DataClass Class { get; init; } = DataClass.Administrative;

    /// <summary>The person keeps it from the subject.</summary>
    public bool Masked { get; init; }
}

/// <summary>What a person's record says about sharing, and what the subject is to her.</summary>
/// <param name="HasRecord">A record is open; all that follows is its.</param>
/// <param name="AlertsOpposed">Hospital alerts are opposed.</param>
/// <param name="IsReferent">The subject is the referent.</param>
/// <param name="IsExcluded">The person does not want the subject to know anything.</param>
/// <param name="SharedOutsideUntil">Last day of the consent to sharing outside the team; null when none stands.</param>
/// <param name="Membership">The subject's membership of the care team, if there is one.</param>
public sealed record PersonFacts(
    bool HasRecord,
    bool Informed = false,
    bool Suspended = false,
    bool Restricted = false,
    bool AlertsOpposed = false,
    bool TeamOpposed = false,
    bool MentalHealthOpposed = false,
    bool IsReferent = false,
    bool IsExcluded = false,
    DateOnly? SharedOutsideUntil = null,
    MembershipFacts? Membership = null)
{
    /// <summary>Nobody's record.</summary>
    public static PersonFacts NoRecord { get; } = new(false);

    /// <summary>Earlier memberships, and those beside it: a professional may be a member and be named by a structure too.</summary>
    public ImmutableArray<MembershipFacts> Others { get; init; } = [];

    /// <summary>The membership that counts: of those in force the one that lets in, else the last one.</summary>
    public MembershipFacts? MembershipAt(DateTimeOffset instant) => Others.IsEmpty
        ? Membership
        : Others.Append(Membership!).Where(m => m.StandsAt(instant)).OrderBy(m => m.Basis is LegalCase.Consent != TeamOpposed).FirstOrDefault() ?? Membership;
}

/// <summary>A membership of a care team.</summary>
/// <param name="Until">When it ends or ended; null while no end is known.</param>
public sealed record MembershipFacts(LegalCase Basis, DateTimeOffset Since, DateTimeOffset? Until)
{
    /// <summary>In force at this instant.</summary>
    public bool StandsAt(DateTimeOffset instant) => Since <= instant && (Until is not { } end || instant < end);
}

/// <summary>When the question is asked.</summary>
/// <param name="Now">The instant.</param>
public sealed record AccessContext(DateTimeOffset Now)
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>The day that a consent has to stand on: as the person counts days, in Paris.</summary>
    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Now, Paris).DateTime);
}
