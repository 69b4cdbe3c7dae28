using Coordination.Domain.CareRecord;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.CaseFinding;

/// <summary>Record that the person was told of the request, and whether she opposes.</summary>
public sealed record RecordRequestInformation(PersonInformation Information, DateOnly On, ConsentMeans Means)
{
    /// <summary>Told, and either not opposed or opposed; not for a day to come. The same said again is no news.</summary>
    public static Decision Decide(RecordRequestInformation command, SupportRequest? state, CommandContext context) => TriageRules.WhyClosed(state) switch
    {
        { } error => Decision.Refuse(error),
        _ when command.Information is PersonInformation.NotCollected => Decision.Refuse(new InvalidCommand("information", "INFORMED_OR_OPPOSED")),
        _ when command.On > context.Today => Decision.Refuse(new InvalidCommand("on", "NOT_IN_FUTURE")),
        _ when state!.Information == command.Information && state.InformedOn == command.On && state.Means == command.Means => Decision.Nothing,
        _ => Decision.Accept(new RequestInformationRecorded(state.Establishment, command.Information, command.On, command.Means)),
    };
}
