using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.CareRecord;

/// <summary>Record that the person lets a professional know again.</summary>
public sealed record ReadmitProfessional(ProfessionalId Professional)
{
    /// <summary>Nothing to say of one who was not excluded.</summary>
    public static Decision Decide(ReadmitProfessional command, CareRecord? state, CommandContext context) => state switch
    {
        null => Decision.Refuse(new CareRecordNotFound()),
        _ when !state.Rights.Excluded.Contains(command.Professional) => Decision.Nothing,
        _ => Decision.Accept(new ProfessionalReadmitted(command.Professional)),
    };
}
