using System.Text.Json.Serialization;

namespace Coordination.Domain.CareRecord;

/// <summary>Why a person is erased.</summary>
public enum ErasureReason
{
    /// <summary>The person asked for it (GDPR art. 17).</summary>
    PersonRequest,

    /// <summary>The time of retention is over.</summary>
    RetentionOver,

    /// <summary>She should never have been registered.</summary>
    RegisteredInError,

    /// <summary>A court or an authority decided it.</summary>
    AuthorityDecision,
}

/// <summary>Why the data of a person must be kept for now.</summary>
public enum HoldGround
{
    /// <summary>A lawsuit goes on, or may begin.</summary>
    Litigation,

    /// <summary>An authority asked that nothing be lost.</summary>
    AuthorityRequest,
}

/// <summary>Why a person is erased although her data should still be kept.</summary>
public enum HoldOverride
{
    /// <summary>A court decided it.</summary>
    CourtDecision,

    /// <summary>The data protection authority decided it.</summary>
    AuthorityDecision,

    /// <summary>The hold, or the registration, was an error.</summary>
    RecordedInError,
}

/// <summary>The data of this person must be kept up to and with this day.</summary>
public sealed record LegalHoldPlaced(HoldGround Ground, DateOnly Until) : PersonEvent;

/// <summary>Nothing holds the data of this person any more.</summary>
public sealed record LegalHoldLifted : PersonEvent;

/// <summary>The person was erased: her key is gone, and with it everything that was sealed with it.</summary>
/// <param name="DecidedBy">Id of who decided, never a name.</param>
public sealed record PersonErased(
    ErasureReason Reason, string DecidedBy, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] HoldOverride? Override = null) : PersonEvent;

/// <summary>Nobody asked for the record for so long that it leaves the active base; whoever resumes it brings it back.</summary>
public sealed record CareRecordArchived : CareRecordEvent;
