using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.CaseFinding;

/// <summary>Give a request to a colleague, or put it back for anybody.</summary>
public sealed record AssignRequest(ProfessionalId? To)
{
    /// <summary>Anybody of the DAC shares the work out; giving it to who has it is no news.</summary>
    public static Decision Decide(AssignRequest command, SupportRequest? state, CommandContext context) => TriageRules.WhyClosed(state) switch
    {
        { } error => Decision.Refuse(error),
        _ when state!.TakenBy == command.To && state.Status == (command.To is null ? RequestStatus.Received : RequestStatus.Taken) => Decision.Nothing,
        _ => Decision.Accept(new SupportRequestAssigned(state.Establishment, command.To)),
    };
}
