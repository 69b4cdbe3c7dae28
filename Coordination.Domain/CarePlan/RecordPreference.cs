using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.CarePlan;

/// <summary>Note what the person expects or prefers, in her words.</summary>
public sealed record RecordPreference(Guid Item, string Text)
{
    /// <summary>Once per id.</summary>
    public static Decision Decide(RecordPreference command, CarePlan? state, CommandContext context) =>
        CarePlan.WhyNotDraft(state) is { } error ? Decision.Refuse(error)
        : state!.Find(command.Item) is not null ? Decision.Nothing
        : Decision.Accept(new PreferenceRecorded(command.Item, Protected<string>.Of(state.Person, command.Text.Trim())));
}

/// <summary>Shape of <see cref="RecordPreference"/>.</summary>
public sealed class RecordPreferenceValidator : AbstractValidator<RecordPreference>
{
    /// <summary>Some text.</summary>
    public RecordPreferenceValidator() => RuleFor(c => c.Text).PlanText("text");
}
