using Coordination.Api.CareRecord;
using Coordination.Domain.CareTeam;

namespace Coordination.Api.CareTeam;

/// <summary>Input of <c>joinCareTeam</c>.</summary>
/// <param name="ExpectedVersion">The version of the team that the sender saw.</param>
public sealed record JoinCareTeamInput(
    string RecordId, string Professional, TeamRole Role, LegalCase Basis, DateTimeOffset? Since = null, DateTimeOffset? Until = null, Guid? CommandId = null, int? ExpectedVersion = null)
    : RecordInput(RecordId, CommandId, ExpectedVersion);

/// <summary>Input of <c>leaveCareTeam</c>.</summary>
public sealed record LeaveCareTeamInput(string RecordId, string Professional, LeaveReason Reason, DateTimeOffset? On = null, Guid? CommandId = null, int? ExpectedVersion = null)
    : RecordInput(RecordId, CommandId, ExpectedVersion);

/// <summary>Input of <c>replaceMember</c>.</summary>
public sealed record ReplaceMemberInput(string RecordId, string Replaced, string Professional, DateTimeOffset Until, Guid? CommandId = null, int? ExpectedVersion = null)
    : RecordInput(RecordId, CommandId, ExpectedVersion);

/// <summary>Input of <c>joinStructure</c>.</summary>
/// <param name="Structure">FINESS.</param>
public sealed record JoinStructureInput(
    string RecordId, string Structure, TeamRole Role, LegalCase Basis, DateTimeOffset? Until = null, Guid? CommandId = null, int? ExpectedVersion = null)
    : RecordInput(RecordId, CommandId, ExpectedVersion);

/// <summary>Input of <c>leaveStructure</c>.</summary>
/// <param name="Structure">FINESS.</param>
public sealed record LeaveStructureInput(string RecordId, string Structure, LeaveReason Reason, Guid? CommandId = null, int? ExpectedVersion = null)
    : RecordInput(RecordId, CommandId, ExpectedVersion);

/// <summary>Input of what speaks of a professional within a structure.</summary>
/// <param name="Structure">FINESS.</param>
public sealed record StructureProfessionalInput(string RecordId, string Structure, string Professional, Guid? CommandId = null, int? ExpectedVersion = null)
    : RecordInput(RecordId, CommandId, ExpectedVersion);

/// <summary>Input of <c>recordRelative</c>.</summary>
/// <param name="RelativeId">Who is changed; null for somebody new.</param>
public sealed record RecordRelativeInput(
    string RecordId, string Name, RelativeTie Tie, RelativeRole Role, Guid? RelativeId = null, string? Phone = null, IReadOnlyList<WeekDay>? Days = null,
    Guid? CommandId = null, int? ExpectedVersion = null) : RecordInput(RecordId, CommandId, ExpectedVersion);

/// <summary>Input of <c>removeRelative</c>.</summary>
public sealed record RemoveRelativeInput(string RecordId, Guid RelativeId, Guid? CommandId = null, int? ExpectedVersion = null) : RecordInput(RecordId, CommandId, ExpectedVersion);

/// <summary>A day of the week.</summary>
public enum WeekDay
{
    /// <summary>Monday.</summary>
    Monday,

    /// <summary>Tuesday.</summary>
    Tuesday,

    /// <summary>Wednesday.</summary>
    Wednesday,

    /// <summary>Thursday.</summary>
    Thursday,

    /// <summary>Friday.</summary>
    Friday,

    /// <summary>Saturday.</summary>
    Saturday,

    /// <summary>Sunday.</summary>
    Sunday,
}

/// <summary>Days of the week one by one and together.</summary>
internal static class TeamWeek
{
    /// <summary>The bit of a day.</summary>
    public static WeekDays Of(WeekDay day) => (WeekDays)(1 << (int)day);

    /// <summary>The days of a set.</summary>
    public static IReadOnlyList<WeekDay> In(WeekDays days) => [.. Enum.GetValues<WeekDay>().Where(day => days.HasFlag(Of(day)))];
}
