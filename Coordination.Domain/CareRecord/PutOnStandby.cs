using Coordination.Domain.Kernel;

namespace Coordination.Domain.CareRecord;

/// <summary>Let a record wait (mise en veille), until a day if one is known.</summary>
public sealed record PutOnStandby(DateOnly? Until)
{
    /// <summary>Until a day to come.</summary>
    public static Decision Decide(PutOnStandby command, CareRecord? state, CommandContext context) => state switch
    {
        null => Decision.Refuse(new CareRecordNotFound()),
        { Life.Status: RecordStatus.Closed } => Decision.Refuse(new CareRecordIsClosed()),
        _ when command.Until is { } day && day <= context.Today => Decision.Refuse(new InvalidCommand("until", "IN_THE_FUTURE")),
        { Life: { Status: RecordStatus.Standby } life } when life.StandbyUntil == command.Until => Decision.Nothing,
        _ => Decision.Accept(new CareRecordPutOnStandby(command.Until)),
    };
}
