using System.Collections.Immutable;

namespace Coordination.Domain.CarePathway;

/// <summary>A pathway as it is described once for everybody: one version of it. What is applied is a copy.</summary>
/// <param name="Code">Stable code of the type of pathway.</param>
/// <param name="Title">In words.</param>
public sealed record PathwayTemplate(string Code, int Version, string Title, ImmutableArray<PathwayCondition> Conditions, ImmutableArray<TemplateStep> Steps)
{
    /// <summary>What is wrong with it; null when nothing is: codes are unique, a step follows an earlier one, a condition is a known one.</summary>
    public string? Fault()
    {
        if (Steps.IsEmpty) return "no step";
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var step in Steps)
        {
            if (step.After is { } after && !seen.Contains(after)) return $"{step.Code}: follows no earlier step";
            if (step.Condition is { } condition && Conditions.All(c => c.Code != condition)) return $"{step.Code}: unknown condition";
            if (!seen.Add(step.Code)) return $"{step.Code}: twice";
        }

        return null;
    }
}

/// <summary>Something that does or does not hold for a person, on which steps depend.</summary>
public sealed record PathwayCondition(string Code, string Label);

/// <summary>A step of a template.</summary>
/// <param name="OffsetDays">Days from the entry, or from the end of the step it follows.</param>
/// <param name="After">The step it follows; null for the entry.</param>
/// <param name="Condition">When it is to be done; null for always.</param>
public sealed record TemplateStep(string Code, string Title, PathwayRole Role, int OffsetDays, string? After, string? Condition);
