using System.Collections.Immutable;
using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.CarePlan;

/// <summary>Note to whom the plan in force was given.</summary>
public sealed record DistributeCarePlan(ImmutableArray<PlanParty> Recipients, DateOnly On)
{
    /// <summary>What is in force is given, not a draft; on a day that has come.</summary>
    public static Decision Decide(DistributeCarePlan command, CarePlan? state, CommandContext context)
    {
        if (CarePlan.WhyNotOpen(state) is { } error) return Decision.Refuse(error);
        if (state!.InForce != state.Number) return Decision.Refuse(new CarePlanInOtherState(state.Status));
        if (command.On > context.Today) return Decision.Refuse(new InvalidCommand("on", "NOT_IN_FUTURE"));
        ImmutableArray<PlanParty> anew = [.. command.Recipients.Distinct().Where(r => !state.Given.Contains(new(r, command.On)))];
        return anew.IsEmpty ? Decision.Nothing : Decision.Accept(new CarePlanDistributed(anew, command.On));
    }
}

/// <summary>Shape of <see cref="DistributeCarePlan"/>.</summary>
public sealed class DistributeCarePlanValidator : AbstractValidator<DistributeCarePlan>
{
    /// <summary>From 1 to 50 recipients, named where they have to be.</summary>
    public DistributeCarePlanValidator() => RuleFor(c => c.Recipients).Must(r => r.Length is > 0 and <= 50 && r.All(p => p.IsWhole))
        .WithErrorCode("RECIPIENTS_NAMED").OverridePropertyName("recipients");
}
