using Coordination.Domain.CareRecord;
using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.CarePlan;

/// <summary>Note that the person, or who represents her, agrees to the plan proposed, or why she does not.</summary>
/// <param name="Means">How the agreement was given; null for a refusal.</param>
/// <param name="Refusal">Why not; null for an agreement.</param>
public sealed record RecordPlanAgreement(AgreementGiver Giver, ConsentMeans? Means, DateOnly On, string? Refusal)
{
    /// <summary>To a plan that was proposed, on a day that has come.</summary>
    public static Decision Decide(RecordPlanAgreement command, CarePlan? state, CommandContext context)
    {
        if (CarePlan.WhyNotOpen(state) is { } error) return Decision.Refuse(error);
        if (state!.Status is not PlanStatus.Proposed) return Decision.Refuse(new CarePlanInOtherState(state.Status));
        if (command.On > context.Today) return Decision.Refuse(new InvalidCommand("on", "NOT_IN_FUTURE"));
        var given = command.Means is not null;
        if (state.Agreement == new PlanAgreement(given, command.Giver, command.On)) return Decision.Nothing;
        return Decision.Accept(command.Means is { } means
            ? new PlanAgreementGiven(command.Giver, means, command.On)
            : new PlanAgreementRefused(command.Giver, command.On, Protected<string>.Of(state.Person, command.Refusal!.Trim())));
    }
}

/// <summary>Shape of <see cref="RecordPlanAgreement"/>.</summary>
public sealed class RecordPlanAgreementValidator : AbstractValidator<RecordPlanAgreement>
{
    /// <summary>Either the means of an agreement or the reason of a refusal.</summary>
    public RecordPlanAgreementValidator()
    {
        RuleFor(c => c.Refusal!).PlanText("refusal", c => c.Means is null);
        RuleFor(c => c.Means).Must((c, means) => means is null || c.Refusal is null).WithErrorCode("AGREEMENT_OR_REFUSAL").OverridePropertyName("means");
    }
}
