using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.CarePathway;

/// <summary>Report a rupture or an unmet need, in codes that the territory offers.</summary>
public sealed record ReportDisruption(PersonId Person, DisruptionNature Nature, DisruptionCodes Codes, CommuneCode Commune, DateOnly NoticedOn, string? Text)
{
    /// <summary>Once per id, noticed within the last year.</summary>
    public static Decision Decide(ReportDisruption command, Disruption? state, CommandContext context) =>
        state is not null ? Decision.Nothing
        : command.NoticedOn > context.Today ? Decision.Refuse(new InvalidCommand("noticedOn", "NOT_IN_FUTURE"))
        : command.NoticedOn < context.Today.AddYears(-1) ? Decision.Refuse(new InvalidCommand("noticedOn", "WITHIN_A_YEAR"))
        : Decision.Accept(new DisruptionReported(
            command.Person, command.Nature, command.Codes, command.Commune, command.NoticedOn,
            string.IsNullOrWhiteSpace(command.Text) ? null : Protected<string>.Of(command.Person, command.Text.Trim())));
}

/// <summary>Shape of <see cref="ReportDisruption"/>.</summary>
public sealed class ReportDisruptionValidator : AbstractValidator<ReportDisruption>
{
    /// <summary>A known nature; a text of at most 5,000 characters.</summary>
    public ReportDisruptionValidator()
    {
        RuleFor(c => c.Nature).IsNamed().OverridePropertyName("nature");
        RuleFor(c => c.Text).MaximumLength(5000).Must(PlainText.HasNoNull).WithErrorCode("NULL_CHARACTER").OverridePropertyName("text");
    }
}
