using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.CareRecord;

/// <summary>Record that the person does not want a professional to know anything of her.</summary>
public sealed record ExcludeProfessional(ProfessionalId Professional)
{
    /// <summary>The referent is changed before she is excluded.</summary>
    public static Decision Decide(ExcludeProfessional command, CareRecord? state, CommandContext context) => state switch
    {
        null => Decision.Refuse(new CareRecordNotFound()),
        _ when state.Rights.Excluded.Contains(command.Professional) => Decision.Nothing,
        _ when state.Referent == command.Professional => Decision.Refuse(new InvalidCommand("professional", "IS_REFERENT")),
        _ => Decision.Accept(new ProfessionalExcluded(command.Professional)),
    };
}
