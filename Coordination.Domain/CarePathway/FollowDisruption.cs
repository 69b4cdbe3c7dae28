using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.CarePathway;

/// <summary>What every command about a reported rupture or unmet need has.</summary>
public abstract record DisruptionCommand(PersonId Person)
{
    /// <summary>The refusal for one that is not the person's or is over; null for an open one.</summary>
    internal DomainError? Refusal(Disruption? state) =>
        state is null || state.Person != Person ? new DisruptionNotFound() : state.Status is DisruptionStatus.Closed ? new DisruptionIsClosed() : null;
}

/// <summary>Say what it is, or say it anew.</summary>
public sealed record QualifyDisruption(PersonId Person, DisruptionCodes Codes) : DisruptionCommand(Person)
{
    /// <summary>Said once.</summary>
    public static Decision Decide(QualifyDisruption command, Disruption? state, CommandContext context) =>
        command.Refusal(state) is { } refusal ? Decision.Refuse(refusal)
        : state!.Status is not DisruptionStatus.Reported && state.Codes == command.Codes ? Decision.Nothing
        : Decision.Accept(new DisruptionQualified(command.Codes));
}

/// <summary>An answer was found.</summary>
public sealed record AnswerDisruption(PersonId Person, string Answer) : DisruptionCommand(Person)
{
    /// <summary>Once the DAC said what it is; another answer may follow when it persists.</summary>
    public static Decision Decide(AnswerDisruption command, Disruption? state, CommandContext context) =>
        command.Refusal(state) is { } refusal ? Decision.Refuse(refusal)
        : state!.Status is DisruptionStatus.Reported ? Decision.Refuse(new DisruptionNotQualified())
        : state.Status is DisruptionStatus.Answered ? Decision.Nothing
        : Decision.Accept(new DisruptionAnswered(Protected<string>.Of(command.Person, command.Answer.Trim())));
}

/// <summary>Shape of <see cref="AnswerDisruption"/>.</summary>
public sealed class AnswerDisruptionValidator : AbstractValidator<AnswerDisruption>
{
    /// <summary>An answer of at most 2,000 characters.</summary>
    public AnswerDisruptionValidator() =>
        RuleFor(c => c.Answer).NotEmpty().MaximumLength(2000).Must(PlainText.HasNoNull).WithErrorCode("NULL_CHARACTER").OverridePropertyName("answer");
}

/// <summary>It goes on: without an answer, or in spite of one.</summary>
public sealed record ConfirmPersistence(PersonId Person) : DisruptionCommand(Person)
{
    /// <summary>Once the DAC said what it is. Said once.</summary>
    public static Decision Decide(ConfirmPersistence command, Disruption? state, CommandContext context) =>
        command.Refusal(state) is { } refusal ? Decision.Refuse(refusal)
        : state!.Status is DisruptionStatus.Reported ? Decision.Refuse(new DisruptionNotQualified())
        : state.Status is DisruptionStatus.Persisting ? Decision.Nothing
        : Decision.Accept(new DisruptionPersists());
}

/// <summary>It is over.</summary>
public sealed record CloseDisruption(PersonId Person, DisruptionClosing Reason) : DisruptionCommand(Person)
{
    /// <summary>Once. Only a mistake is closed before the DAC said what it is.</summary>
    public static Decision Decide(CloseDisruption command, Disruption? state, CommandContext context) =>
        state is { Status: DisruptionStatus.Closed } && state.Person == command.Person && state.Closing == command.Reason ? Decision.Nothing
        : command.Refusal(state) is { } refusal ? Decision.Refuse(refusal)
        : state!.Status is DisruptionStatus.Reported && command.Reason is not DisruptionClosing.Mistake ? Decision.Refuse(new DisruptionNotQualified())
        : Decision.Accept(new DisruptionClosed(command.Reason));
}
