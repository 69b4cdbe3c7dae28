using Coordination.Domain.Kernel;

namespace Coordination.Domain.CareRecord;

/// <summary>Record that the person was informed; until then nobody outside the DAC reads the record and no hospital message enters.</summary>
public sealed record RecordInformation(DateOnly On, ConsentMeans? Means = null)
{
    /// <summary>Recorded once; saying it again changes nothing.</summary>
    public static Decision Decide(RecordInformation command, CareRecord? state, CommandContext context) => state switch
    {
        null => Decision.Refuse(new CareRecordNotFound()),
        { Informed: true } => Decision.Nothing,
        _ when command.On > DateOnly.FromDateTime(context.Now.UtcDateTime.AddDays(1)) =>
            Decision.Refuse(new InvalidCommand("on", "not in the future")),
        _ => Decision.Accept(new InformationRecorded(command.On, command.Means)),
    };
}
