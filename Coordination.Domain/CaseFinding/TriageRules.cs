using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.CaseFinding;

/// <summary>What every command of triage asks first.</summary>
public static class TriageRules
{
    /// <summary>Longest text, in characters.</summary>
    public const int MaximumText = 4000;

    /// <summary>Why nothing can be said of this request any more; null when something can.</summary>
    public static DomainError? WhyClosed(SupportRequest? state) => state switch
    {
        null => new SupportRequestNotFound(),
        { Status: RequestStatus.Withdrawn } => new SupportRequestClosed(),
        { IsOpen: false } => new SupportRequestDecidedAlready(),
        _ => null,
    };

    /// <summary>The same, and somebody else looks at it.</summary>
    public static DomainError? WhyNotMine(SupportRequest? state, CommandContext context) => WhyClosed(state) ?? (state!.TakenBy switch
    {
        _ when context.Actor.Professional is null => new SupportRequestNotFound(),
        { } other when other != context.Actor.Professional => new SupportRequestAlreadyTaken(other),
        _ => null,
    });

    /// <summary>The decision of an open request, by whoever commands.</summary>
    public static Decision Decide(SupportRequest? state, CommandContext context, Func<SupportRequest, ProfessionalId, IDomainEvent> fact) =>
        WhyNotMine(state, context) is { } error ? Decision.Refuse(error) : Decision.Accept(fact(state!, context.Actor.Professional!.Value));

    /// <summary>A text to be sealed; null when there is none.</summary>
    public static Protected<string>? Text(PersonId seal, string? text) => string.IsNullOrWhiteSpace(text) ? null : Protected<string>.Of(seal, text.Trim());
}
