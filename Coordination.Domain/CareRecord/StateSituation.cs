using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.CareRecord;

/// <summary>State what is known under one heading of the person's situation.</summary>
public sealed record StateSituation(SituationTopic Topic, string Text)
{
    /// <summary>A GIR is a digit from 1 to 6; what stood under the heading before stays in the history.</summary>
    public static Decision Decide(StateSituation command, CareRecord? state, CommandContext context) => state switch
    {
        null => Decision.Refuse(new CareRecordNotFound()),
        _ when SituationTopics.IsGir(command.Topic) && command.Text.Trim() is not ("1" or "2" or "3" or "4" or "5" or "6") =>
            Decision.Refuse(new InvalidCommand("text", "GIR_1_TO_6")),
        _ when state.About(command.Topic) is { Text.Plain: { } plain } && plain == command.Text.Trim() => Decision.Nothing,
        _ => Decision.Accept(new SituationStated(command.Topic, Protected<string>.Of(state.PersonId, command.Text.Trim()))),
    };
}

/// <summary>Shape of <see cref="StateSituation"/>.</summary>
public sealed class StateSituationValidator : AbstractValidator<StateSituation>
{
    /// <summary>Some text, of at most 4,000 characters.</summary>
    public StateSituationValidator() =>
        RuleFor(c => c.Text).NotEmpty().MaximumLength(4000).Must(PlainText.HasNoNull).WithErrorCode("NULL_CHARACTER").OverridePropertyName("text");
}
