using System.Diagnostics;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.CaseFinding;

/// <summary>The decision of triage that stands; which one it is, is the request's status.</summary>
public sealed record RequestDecision(ProfessionalId By, DateTimeOffset At)
{
    /// <summary>How long its author may take it back.</summary>
    public static readonly TimeSpan UndoWithin = TimeSpan.FromSeconds(10);

    /// <summary>What was said: the answer, why not, what was sent along.</summary>
    public Protected<string>? Words { get; init; }

    /// <summary>The service that the request was sent on to, in words.</summary>
    public Protected<string>? To { get; init; }

    /// <summary>Its number in the directory.</summary>
    public ProviderNumber? Number { get; init; }

    /// <summary>Why it was refused.</summary>
    public RefusalReason? Refusal { get; init; }

    /// <summary>Why nothing follows.</summary>
    public NoFollowUpReason? NoFollowUp { get; init; }

    /// <summary>The other request about the same.</summary>
    public SupportRequestId? DuplicateOf { get; init; }

    /// <summary>How closely the person is followed from now on.</summary>
    public FollowUpIntensity? Intensity { get; init; }

    /// <summary>Whether her physician knows.</summary>
    public PhysicianInformation? Physician { get; init; }

    /// <summary>The decision of a fact.</summary>
    public static RequestDecision Of(SupportRequestDecided fact)
    {
        var decision = new RequestDecision(fact.By, fact.At);
        return fact switch
        {
            SupportRequestAnswered e => decision with { Words = e.Answer },
            SupportRequestOriented e => decision with { To = e.To, Number = e.Number, Words = e.With },
            SupportAccepted e => decision with { Intensity = e.Intensity, Physician = e.Physician, Words = e.PhysicianReason },
            SupportRefused e => decision with { Refusal = e.Reason, Words = e.Words },
            SupportRequestFoundDuplicate e => decision with { DuplicateOf = e.Of },
            SupportRequestClosedWithoutFollowUp e => decision with { NoFollowUp = e.Reason, Words = e.Words },
            _ => throw new UnreachableException(fact.GetType().Name),
        };
    }

    /// <summary>Where the request stands after it.</summary>
    public static RequestStatus StatusOf(SupportRequestDecided fact) => fact switch
    {
        SupportRequestAnswered => RequestStatus.Answered,
        SupportRequestOriented => RequestStatus.Oriented,
        SupportAccepted => RequestStatus.Accepted,
        SupportRefused => RequestStatus.Refused,
        SupportRequestFoundDuplicate => RequestStatus.Duplicate,
        SupportRequestClosedWithoutFollowUp => RequestStatus.Closed,
        _ => throw new UnreachableException(fact.GetType().Name),
    };
}
