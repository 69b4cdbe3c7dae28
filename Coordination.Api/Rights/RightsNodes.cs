using Coordination.Api.GraphQL;
using Coordination.Api.Resources;
using Coordination.Domain.Rights;

namespace Coordination.Api.Rights;

/// <summary>A benefit, opened.</summary>
/// <param name="EndsInDays">Days until it ends, negative once it did; null when it has no end to watch.</param>
public sealed record BenefitNode(
    Guid Id, BenefitKind Kind, string Label, BenefitState State, string StateLabel, DateOnly? From, DateOnly? Until, string? Reference, int? EndsInDays);

/// <summary>A protective measure, opened.</summary>
public sealed record MeasureNode(
    Guid Id, MeasureKind Kind, string Label, MeasureScope Scope, string ScopeLabel, EstablishmentNode? Structure, string? Name, DateOnly DecidedOn, DateOnly? Until,
    DateOnly? EndedOn, int? EndsInDays);

/// <summary>A piece of a request, opened.</summary>
/// <param name="Late">It is awaited, and its day is past.</param>
public sealed record PieceNode(PieceKind Kind, string Label, PieceState State, string StateLabel, DateOnly Due, bool Late, string? Refusal);

/// <summary>A request for pieces, opened.</summary>
/// <param name="ForLabel">The benefit or measure it is for.</param>
public sealed record PieceRequestNode(Guid Id, Guid? For, string? ForLabel, DateOnly? RemindedOn, DateOnly? ReminderOn, IReadOnlyList<PieceNode> Pieces);

/// <summary>Benefits, measures and pieces of a person.</summary>
public sealed record EntitlementsNode(IReadOnlyList<BenefitNode> Benefits, IReadOnlyList<MeasureNode> Measures, IReadOnlyList<PieceRequestNode> PieceRequests, int Version);

/// <summary>The end of a right.</summary>
public sealed record RightEndNode(string Kind, string Label, DateOnly On, int InDays);

/// <summary>How many rights of a kind end.</summary>
public sealed record RightKindCount(string Kind, string Label, int Count);

/// <summary>Words of rights.</summary>
public static class RightsWords
{
    /// <summary>A benefit or measure by the name of its kind.</summary>
    public static string KindLabel(string kind) => Texts.Find($"BenefitKind.{kind}") ?? Texts.Get($"MeasureKind.{kind}");

    /// <summary>What a request for pieces is for; null for the rights at large.</summary>
    public static string? ForLabel(RightsFile file, Guid? thing) => thing is not { } id ? null
        : file.Benefit(id) is { } benefit ? KindLabel(benefit.Kind.ToString())
        : file.Measure(id) is { } measure ? KindLabel(measure.Kind.ToString())
        : null;
}
