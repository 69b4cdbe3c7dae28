using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.CaseFinding;

/// <summary>Record a request for support that no hospital announced.</summary>
/// <param name="Person">Whom it is about; null when it names nobody.</param>
/// <param name="Seal">Whose key seals the texts: the person, or an id made for a request that names nobody.</param>
/// <param name="Regime">The calendar by which the first answer is due.</param>
public sealed record AskForSupport(
    PersonId? Person, PersonId Seal, CommuneCode Commune, RequestOrigin Origin, RequestChannel Channel, RequestReason Reason, RequestUrgency Urgency,
    PersonInformation Information, HolidayRegime Regime)
{
    /// <summary>The professional who asks.</summary>
    public ProfessionalId? Requester { get; init; }

    /// <summary>Who asks, in words.</summary>
    public string? RequesterName { get; init; }

    /// <summary>How to call back.</summary>
    public string? RequesterPhone { get; init; }

    /// <summary>Names and birth date as a professional gave them.</summary>
    public string? Described { get; init; }

    /// <summary>What is said of the situation in codes.</summary>
    public RequestSituation Situation { get; init; } = RequestSituation.Unknown;

    /// <summary>What is told, in words.</summary>
    public string? Narrative { get; init; }

    /// <summary>When the person was informed.</summary>
    public DateOnly? InformedOn { get; init; }

    /// <summary>How.</summary>
    public ConsentMeans? Means { get; init; }

    /// <summary>By when the one who asks wishes something to happen.</summary>
    public DateOnly? WantedBy { get; init; }

    /// <summary>Once per id. A request that names nobody carries no identity, and a person who opposes is not named.</summary>
    public static Decision Decide(AskForSupport command, SupportRequest? state, CommandContext context)
    {
        if (state is not null) return Decision.Nothing;
        var named = command.Person is not null || !string.IsNullOrWhiteSpace(command.Described);
        if (named && (command.Person is null || command.Information is PersonInformation.Opposed)) return Decision.Refuse(new AnonymousRequestNamesSomebody());
        if (command.Reason is RequestReason.Other && string.IsNullOrWhiteSpace(command.Narrative)) return Decision.Refuse(new InvalidCommand("narrative", "REQUIRED"));
        if (command.InformedOn > context.Today) return Decision.Refuse(new InvalidCommand("informedOn", "NOT_IN_FUTURE"));
        if (command.WantedBy < context.Today) return Decision.Refuse(new InvalidCommand("wantedBy", "NOT_IN_PAST"));
        Protected<string>? Text(string? text) => TriageRules.Text(command.Seal, text);
        var informed = command.Information is PersonInformation.Informed;
        return Decision.Accept(new SupportAsked(
            command.Origin, command.Channel, context.Actor.Professional, command.Requester, Text(command.RequesterName), Text(command.RequesterPhone),
            command.Person, Text(command.Described), command.Commune, command.Reason, command.Urgency, command.Situation, Text(command.Narrative),
            command.Information, informed ? command.InformedOn ?? context.Today : null, informed ? command.Means : null, command.WantedBy,
            FirstAnswer.DueAt(command.Urgency, context.Now, command.Regime)));
    }
}

/// <summary>Shape of <see cref="AskForSupport"/>.</summary>
public sealed class AskForSupportValidator : AbstractValidator<AskForSupport>
{
    /// <summary>Texts are short, the GIR is one, and a hospital announces a discharge otherwise.</summary>
    public AskForSupportValidator()
    {
        RuleFor(c => c.Origin).NotEqual(RequestOrigin.HospitalSocialService).WithErrorCode("ANNOUNCED_BY_HOSPITAL").OverridePropertyName("origin");
        RuleFor(c => c.RequesterName).MaximumLength(200).Must(PlainText.HasNoNull).WithErrorCode("NULL_CHARACTER").OverridePropertyName("requesterName");
        RuleFor(c => c.RequesterPhone).MaximumLength(30).Must(PlainText.HasNoNull).WithErrorCode("NULL_CHARACTER").OverridePropertyName("requesterPhone");
        RuleFor(c => c.Narrative).MaximumLength(TriageRules.MaximumText).Must(PlainText.HasNoNull).WithErrorCode("NULL_CHARACTER").OverridePropertyName("narrative");
        RuleFor(c => c.Situation.EstimatedGir).InclusiveBetween(1, 6).WithErrorCode("GIR_1_TO_6").OverridePropertyName("estimatedGir");
    }
}
