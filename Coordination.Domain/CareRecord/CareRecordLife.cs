using Coordination.Domain.Identifiers;

namespace Coordination.Domain.CareRecord;

/// <summary>How closely a person is followed.</summary>
public enum FollowUpIntensity
{
    /// <summary>Ponctuel: one need, one answer.</summary>
    Punctual,

    /// <summary>Soutenu: regular contact.</summary>
    Sustained,

    /// <summary>Intensif: a coordinator close by; the plan is reviewed every three months at the latest.</summary>
    Intensive,
}

/// <summary>Where a record stands.</summary>
public enum RecordStatus
{
    /// <summary>Opened, not yet worked on at a stated intensity.</summary>
    Open,

    /// <summary>Worked on.</summary>
    Active,

    /// <summary>Waiting (veille).</summary>
    Standby,

    /// <summary>Over.</summary>
    Closed,
}

/// <summary>Why a coordination is over.</summary>
public enum ClosingReason
{
    /// <summary>The objectives are reached.</summary>
    ObjectivesReached,

    /// <summary>The person died.</summary>
    Death,

    /// <summary>She moved out of the territory.</summary>
    Moved,

    /// <summary>She entered a home for the elderly or another residence that coordinates by itself.</summary>
    Residence,

    /// <summary>She does not want it any more.</summary>
    Refusal,

    /// <summary>Nobody could reach her.</summary>
    LostContact,

    /// <summary>Somebody else coordinates now.</summary>
    HandedOver,

    /// <summary>Another territory goes on with it; said by a transfer only.</summary>
    Transferred,
}

/// <summary>What still stands in the way of a closure.</summary>
public enum BlockerKind
{
    /// <summary>An alert, urgent or critical, is not resolved.</summary>
    UrgentAlert,

    /// <summary>A return home is under way.</summary>
    Discharge,

    /// <summary>The care plan is not closed.</summary>
    CarePlan,

    /// <summary>A task is open.</summary>
    Task,

    /// <summary>A pathway is open.</summary>
    CarePathway,
}

/// <summary>One thing that stands in the way: its kind and its stream.</summary>
public sealed record ClosingBlocker(BlockerKind Kind, Guid Id);

/// <summary>The life of a record: how far it is, how closely it is followed, who stands in, how it ended.</summary>
public sealed record CareRecordLife(RecordStatus Status, FollowUpIntensity? Intensity)
{
    /// <summary>A record just opened.</summary>
    public static CareRecordLife Opened { get; } = new(RecordStatus.Open, null);

    /// <summary>Who stands in for the referent.</summary>
    public ProfessionalId? Deputy { get; init; }

    /// <summary>Since when it is stated that there is no médecin traitant.</summary>
    public DateOnly? NoPhysicianSince { get; init; }

    /// <summary>When to look again at a record on standby.</summary>
    public DateOnly? StandbyUntil { get; init; }

    /// <summary>How it ended; null while it has not.</summary>
    public Closing? Closing { get; init; }

    /// <summary>The life after one more fact; null for a fact that is none of it.</summary>
    public CareRecordLife? After(CareRecordEvent fact) => fact switch
    {
        IntensityChanged e => this with { Status = RecordStatus.Active, Intensity = e.Intensity, StandbyUntil = null },
        DeputyAssigned e => this with { Deputy = e.Deputy },
        PhysicianAbsenceStated e => this with { NoPhysicianSince = e.On },
        CareRecordPutOnStandby e => this with { Status = RecordStatus.Standby, StandbyUntil = e.Until },
        CareRecordReactivated => this with { Status = Intensity is null ? RecordStatus.Open : RecordStatus.Active, StandbyUntil = null },
        CareRecordClosed e => this with { Status = RecordStatus.Closed, StandbyUntil = null, Closing = new(e.Reason, e.On) },
        CareRecordReopened => this with { Status = Intensity is null ? RecordStatus.Open : RecordStatus.Active, Closing = null },
        _ => null,
    };
}

/// <summary>How a coordination ended.</summary>
public sealed record Closing(ClosingReason Reason, DateOnly On);
