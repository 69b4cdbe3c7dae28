using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.CareRecord;

/// <summary>Say what is right about a fact; the fact and the correction both stay.</summary>
/// <param name="IsKnown">The fact is one of the person's that the subject may read.</param>
public sealed record CorrectFact(Guid Fact, string Text, bool IsKnown)
{
    /// <summary>Longest correction, in characters.</summary>
    public const int Maximum = 2000;

    /// <summary>A correction is a fact of the record, whatever stream it speaks of.</summary>
    public static Decision Decide(CorrectFact command, CareRecord? state, CommandContext context) => state is null ? Decision.Refuse(new CareRecordNotFound())
        : !command.IsKnown ? Decision.Refuse(new FactNotFound())
        : Decision.Accept(new FactCorrected(command.Fact, Protected<string>.Of(state.PersonId, command.Text.Trim())));
}

/// <summary>Shape of <see cref="CorrectFact"/>.</summary>
public sealed class CorrectFactValidator : AbstractValidator<CorrectFact>
{
    /// <summary>A fact is named and something is said.</summary>
    public CorrectFactValidator()
    {
        RuleFor(c => c.Fact).NotEmpty().OverridePropertyName("fact");
        RuleFor(c => c.Text).NotEmpty().MaximumLength(CorrectFact.Maximum).OverridePropertyName("text");
        RuleFor(c => c.Text).Must(PlainText.HasNoNull).WithErrorCode("NULL_CHARACTER").OverridePropertyName("text");
    }
}
