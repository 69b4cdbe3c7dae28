using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.Discharge;

/// <summary>The social service, or a coordinator who called it, says where the discharge leads to.</summary>
public sealed record StateDestination(DischargeDestination Destination)
{
    /// <summary>Said once; not for a stay that was cancelled. Also after the discharge: that is when it is missing most.</summary>
    public static Decision Decide(StateDestination command, Discharge? state, CommandContext context) => state switch
    {
        null => Decision.Refuse(new DischargeNotFound()),
        { Status: DischargeStatus.Cancelled } => Decision.Refuse(new StayOver()),
        _ when state.Destination == command.Destination => Decision.Nothing,
        _ => Decision.Accept(new DestinationStated(state.Establishment, command.Destination)),
    };
}

/// <summary>Shape of <see cref="StateDestination"/>.</summary>
public sealed class StateDestinationValidator : AbstractValidator<StateDestination>
{
    /// <summary>A death is a fact of the feed, not a destination to choose.</summary>
    public StateDestinationValidator() => RuleFor(c => c.Destination).Must(d => d is not DischargeDestination.Death)
        .WithErrorCode("NOT_A_DESTINATION").OverridePropertyName("destination");
}
