using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.CareRecord;

/// <summary>Record that the person keeps a heading from one professional.</summary>
public sealed record MaskSituation(SituationTopic Topic, ProfessionalId From)
{
    /// <summary>Only what is stated can be kept from somebody.</summary>
    public static Decision Decide(MaskSituation command, CareRecord? state, CommandContext context) => state switch
    {
        null => Decision.Refuse(new CareRecordNotFound()),
        _ when state.About(command.Topic) is null => Decision.Refuse(new SituationNotStated()),
        _ when state.About(command.Topic)!.Masks.Contains(command.From) => Decision.Nothing,
        _ => Decision.Accept(new SituationMasked(command.Topic, command.From)),
    };
}
