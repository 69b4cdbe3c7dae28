using System.Diagnostics;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.CarePathway;

/// <summary>What is reported.</summary>
public enum DisruptionNature
{
    /// <summary>Aid, support or care is insufficient or stopped, to the person's prejudice.</summary>
    Rupture,

    /// <summary>A need that nothing on the territory answers.</summary>
    UnmetNeed,
}

/// <summary>How far it has come.</summary>
public enum DisruptionStatus
{
    /// <summary>Reported; the DAC has not looked at it.</summary>
    Reported,

    /// <summary>The DAC said what it is.</summary>
    Qualified,

    /// <summary>An answer was found.</summary>
    Answered,

    /// <summary>It goes on without an answer.</summary>
    Persisting,

    /// <summary>Over.</summary>
    Closed,
}

/// <summary>Why it is over.</summary>
public enum DisruptionClosing
{
    /// <summary>The answer worked.</summary>
    Resolved,

    /// <summary>The person's situation changed.</summary>
    NoLongerRelevant,

    /// <summary>The person did not want the answer.</summary>
    PersonRefused,

    /// <summary>Reported twice or by mistake.</summary>
    Mistake,
}

/// <summary>What it is, in codes of the territory's typology.</summary>
public sealed record DisruptionCodes(string Type, string? Cause, string? Resource, string? Prejudice);

/// <summary>A rupture or an unmet need of a person, as its events tell it.</summary>
/// <param name="Commune">Where she lived when it was noticed: what it is counted by.</param>
public sealed record Disruption(
    PersonId Person, DisruptionNature Nature, DisruptionCodes Codes, CommuneCode Commune, DateOnly NoticedOn, Protected<string>? Text, DisruptionStatus Status, DisruptionClosing? Closing)
{
    /// <summary>The answer that was found.</summary>
    public Protected<string>? Answer { get; init; }

    /// <summary>It after one more fact.</summary>
    public static Disruption Evolve(Disruption? state, DisruptionEvent fact) => (state, fact) switch
    {
        (null, DisruptionReported e) => new(e.Person, e.Nature, e.Codes, e.Commune, e.NoticedOn, e.Text, DisruptionStatus.Reported, null),
        ({ } s, DisruptionQualified e) => s with { Codes = e.Codes, Status = s.Status is DisruptionStatus.Reported ? DisruptionStatus.Qualified : s.Status },
        ({ } s, DisruptionAnswered e) => s with { Answer = e.Answer, Status = DisruptionStatus.Answered },
        ({ } s, DisruptionPersists) => s with { Status = DisruptionStatus.Persisting },
        ({ } s, DisruptionClosed e) => s with { Status = DisruptionStatus.Closed, Closing = e.Reason },
        _ => throw new UnreachableException($"{fact.GetType().Name} on {(state is null ? "no disruption" : "a disruption")}"),
    };
}

/// <summary>Facts of a rupture or an unmet need.</summary>
public abstract record DisruptionEvent : IDomainEvent;

/// <summary>Somebody of the team or of the DAC reported it.</summary>
public sealed record DisruptionReported(PersonId Person, DisruptionNature Nature, DisruptionCodes Codes, CommuneCode Commune, DateOnly NoticedOn, Protected<string>? Text) : DisruptionEvent;

/// <summary>The DAC said what it is.</summary>
public sealed record DisruptionQualified(DisruptionCodes Codes) : DisruptionEvent;

/// <summary>An answer was found.</summary>
public sealed record DisruptionAnswered(Protected<string> Answer) : DisruptionEvent;

/// <summary>It goes on without an answer.</summary>
public sealed record DisruptionPersists : DisruptionEvent;

/// <summary>It is over.</summary>
public sealed record DisruptionClosed(DisruptionClosing Reason) : DisruptionEvent;

/// <summary>No such rupture or unmet need of this person.</summary>
public sealed record DisruptionNotFound() : DomainError("DISRUPTION_NOT_FOUND");

/// <summary>It is over.</summary>
public sealed record DisruptionIsClosed() : DomainError("DISRUPTION_CLOSED");

/// <summary>The DAC has to say first what it is.</summary>
public sealed record DisruptionNotQualified() : DomainError("DISRUPTION_NOT_QUALIFIED");
