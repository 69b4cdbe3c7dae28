using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.CareRecord;

/// <summary>Record that the person keeps a heading from a professional no longer.</summary>
public sealed record UnmaskSituation(SituationTopic Topic, ProfessionalId From)
{
    /// <summary>Nothing to say where nothing is kept.</summary>
    public static Decision Decide(UnmaskSituation command, CareRecord? state, CommandContext context) => state switch
    {
        null => Decision.Refuse(new CareRecordNotFound()),
        _ when state.About(command.Topic)?.Masks.Contains(command.From) != true => Decision.Nothing,
        _ => Decision.Accept(new SituationUnmasked(command.Topic, command.From)),
    };
}
