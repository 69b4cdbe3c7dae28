using System.Collections.Immutable;
using System.Diagnostics;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.CarePathway;

/// <summary>How a step ended.</summary>
/// <param name="Deviation">Why it was left out; null when it was done.</param>
public sealed record StepEnd(DateOnly On, DeviationReason? Deviation);

/// <summary>A step as it is carried out for a person.</summary>
/// <param name="Title">In the template's words; null for a step of this person only.</param>
/// <param name="OwnTitle">In own words, for a step of this person only.</param>
public sealed record PathwayStep(string Code, string? Title, Protected<string>? OwnTitle, PathwayRole Role, int OffsetDays, string? After, string? Condition)
{
    /// <summary>Who is to do it, when somebody is named.</summary>
    public ProfessionalId? Owner { get; init; }

    /// <summary>A day set by hand, which stands over the template's.</summary>
    public DateOnly? SetFor { get; init; }

    /// <summary>How it ended; null while it is to be done.</summary>
    public StepEnd? End { get; init; }
}

/// <summary>How a pathway ended.</summary>
public sealed record PathwayExit(PathwayExitReason Reason, DateOnly On);

/// <summary>A care pathway applied to a person, as its events tell it. It keeps the version of the template that was applied.</summary>
public sealed record CarePathway(
    PersonId Person, string Template, int Version, string Title, DateOnly EnteredOn, ImmutableArray<PathwayCondition> Known, ImmutableArray<string> Conditions,
    ImmutableArray<PathwayStep> Steps, PathwayExit? Exit)
{
    private static readonly Guid Space = new("5a2c9d1e-3f47-4b8a-9c60-7e1d2f3a4b5c");

    /// <summary>Steps that are still to be done.</summary>
    public IEnumerable<PathwayStep> Open => Exit is null ? Steps.Where(s => s.End is null && Applies(s)) : [];

    /// <summary>The day of the next step to be done; null when there is none.</summary>
    public DateOnly? NextDueOn => Open.Select(s => (DateOnly?)DueOn(s)).Min();

    /// <summary>The stream of a person's n-th pathway of a type: two who open one at the same time meet.</summary>
    public static Guid IdOf(TerritoryId territory, PersonId person, string template, int number) =>
        DeterministicGuid.V5(Space, $"{territory.Value}|{person.Value}|{template}|{number}");

    /// <summary>The step of a code; null when there is none.</summary>
    public PathwayStep? Find(string code) => Steps.FirstOrDefault(s => s.Code == code);

    /// <summary>Whether a step's condition holds.</summary>
    public bool Applies(PathwayStep step) => step.Condition is not { } condition || Conditions.Contains(condition);

    /// <summary>The day of a step: set by hand, else counted from the entry or from the end, or the day, of the step it follows.</summary>
    public DateOnly DueOn(PathwayStep step)
    {
        if (step.SetFor is { } day) return day;
        var start = step.After is { } code && Find(code) is { } before ? before.End?.On ?? DueOn(before) : EnteredOn;
        return start.AddDays(step.OffsetDays);
    }

    /// <summary>How a step stands on a day.</summary>
    public StepStatus StatusOf(PathwayStep step, DateOnly today) => step switch
    {
        { End: { Deviation: null } } => StepStatus.Done,
        { End: not null } => StepStatus.Skipped,
        _ when !Applies(step) => StepStatus.NotApplicable,
        _ => DueOn(step) <= today ? StepStatus.Due : StepStatus.Planned,
    };

    /// <summary>The pathway after one more fact.</summary>
    public static CarePathway Evolve(CarePathway? state, PathwayEvent fact) => (state, fact) switch
    {
        (null, PathwayApplied e) => new(
            e.Person, e.Template.Code, e.Template.Version, e.Template.Title, e.EnteredOn, e.Template.Conditions, e.Conditions,
            [.. e.Template.Steps.Select(s => new PathwayStep(s.Code, s.Title, null, s.Role, s.OffsetDays, s.After, s.Condition))], null),
        ({ } s, PathwayConditionsStated e) => s with { Conditions = e.Conditions },
        ({ } s, PathwayStepAdded e) => s with { Steps = s.Steps.Add(new(e.Code, null, e.Title, e.Role, 0, null, null) { SetFor = e.DueOn }) },
        ({ } s, PathwayStepDone e) => s.With(e.Code, step => step with { End = new(e.On, null) }),
        ({ } s, PathwayStepSkipped e) => s.With(e.Code, step => step with { End = new(e.On, e.Reason) }),
        ({ } s, PathwayStepReopened e) => s.With(e.Code, step => step with { End = null }),
        ({ } s, PathwayStepRescheduled e) => s.With(e.Code, step => step with { SetFor = e.DueOn }),
        ({ } s, PathwayStepAssigned e) => s.With(e.Code, step => step with { Owner = e.Professional }),
        ({ } s, PathwayExited e) => s with { Exit = new(e.Reason, e.On) },
        _ => throw new UnreachableException($"{fact.GetType().Name} on {(state is null ? "no pathway" : "a pathway")}"),
    };

    private CarePathway With(string code, Func<PathwayStep, PathwayStep> change) => this with { Steps = [.. Steps.Select(s => s.Code == code ? change(s) : s)] };
}
