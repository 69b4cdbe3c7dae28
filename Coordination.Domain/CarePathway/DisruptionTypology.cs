using System.Collections.Immutable;
using System.Diagnostics;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.CarePathway;

/// <summary>What a code of the typology says of a rupture or an unmet need.</summary>
public enum TypologyDimension
{
    /// <summary>Which kind it is.</summary>
    Type,

    /// <summary>Why it came.</summary>
    Cause,

    /// <summary>What is missing.</summary>
    Resource,

    /// <summary>What it does to the person.</summary>
    Prejudice,
}

/// <summary>One code. No national list exists (DOMAIN AG18): each territory has its own.</summary>
/// <param name="Label">In the territory's words; null for the words that come with the platform.</param>
/// <param name="Retired">Kept for what was reported, not offered any more.</param>
public sealed record TypologyCode(TypologyDimension Dimension, string Code, string? Label, bool Retired);

/// <summary>The typology of a territory as its events tell it; the stream is its history.</summary>
public sealed record DisruptionTypology(ImmutableArray<TypologyCode> Codes)
{
    private static readonly Guid Space = new("c3f0a7d2-84b1-4e5f-9a36-1d2e3f405162");

    /// <summary>Of a territory that decided nothing.</summary>
    public static DisruptionTypology Default { get; } = new([
        .. Of(TypologyDimension.Type, "HOME_CARE_STOPPED", "DISCHARGE_WITHOUT_RELAY", "NO_PHYSICIAN", "CARER_EXHAUSTED", "HOUSING", "RIGHTS_INTERRUPTED", "ISOLATION"),
        .. Of(TypologyDimension.Cause, "NO_CAPACITY", "DISTANCE", "REFUSAL", "COST", "DELAY", "COMMUNICATION"),
        .. Of(TypologyDimension.Resource, "NURSING", "HOME_HELP", "PHYSICIAN", "SPECIALIST", "RESPITE", "PLACE", "TRANSPORT"),
        .. Of(TypologyDimension.Prejudice, "NONE", "HEALTH", "AUTONOMY", "SAFETY", "LIFE_PROJECT"),
    ]);

    /// <summary>The stream of a territory's typology.</summary>
    public static Guid IdOf(TerritoryId territory) => DeterministicGuid.V5(Space, territory.Value);

    /// <summary>A code; null when the territory has none of this name.</summary>
    public TypologyCode? Find(TypologyDimension dimension, string code) => Codes.FirstOrDefault(c => c.Dimension == dimension && c.Code == code);

    /// <summary>What is wrong with the codes of a report; null when each is offered, or stood in it before.</summary>
    public InvalidCommand? Problem(DisruptionCodes codes, DisruptionCodes? before = null)
    {
        bool Fits(TypologyDimension dimension, string? code, string? was) => code is null || code == was || Find(dimension, code) is { Retired: false };
        return !Fits(TypologyDimension.Type, codes.Type, before?.Type) ? new("type", "UNKNOWN_CODE")
            : !Fits(TypologyDimension.Cause, codes.Cause, before?.Cause) ? new("cause", "UNKNOWN_CODE")
            : !Fits(TypologyDimension.Resource, codes.Resource, before?.Resource) ? new("resource", "UNKNOWN_CODE")
            : !Fits(TypologyDimension.Prejudice, codes.Prejudice, before?.Prejudice) ? new("prejudice", "UNKNOWN_CODE")
            : null;
    }

    /// <summary>The typology after one more decision.</summary>
    public static DisruptionTypology Evolve(DisruptionTypology? state, TypologyEvent fact)
    {
        var typology = state ?? Default;
        return fact switch
        {
            TypologyCodeDefined e => typology.With(new(e.Dimension, e.Code, e.Label, false)),
            TypologyCodeRetired e => typology.With(typology.Find(e.Dimension, e.Code)! with { Retired = true }),
            _ => throw new UnreachableException(fact.GetType().Name),
        };
    }

    private static IEnumerable<TypologyCode> Of(TypologyDimension dimension, params string[] codes) => codes.Select(code => new TypologyCode(dimension, code, null, false));

    private DisruptionTypology With(TypologyCode code) => Find(code.Dimension, code.Code) is { } old ? new(Codes.Replace(old, code)) : new(Codes.Add(code));
}

/// <summary>Decisions of a territory about its typology.</summary>
public abstract record TypologyEvent : IDomainEvent;

/// <summary>A code, or other words for it; one that was retired is offered again.</summary>
public sealed record TypologyCodeDefined(TypologyDimension Dimension, string Code, string Label) : TypologyEvent;

/// <summary>A code is offered no more.</summary>
public sealed record TypologyCodeRetired(TypologyDimension Dimension, string Code) : TypologyEvent;

/// <summary>The typology has no such code.</summary>
public sealed record TypologyCodeNotFound() : DomainError("TYPOLOGY_CODE_NOT_FOUND", "code");

/// <summary>Define a code of the typology, or say it in other words.</summary>
public sealed record DefineTypologyCode(TypologyDimension Dimension, string Code, string Label)
{
    private const int Most = 60;

    /// <summary>Said once; at most sixty codes of a dimension.</summary>
    public static Decision Decide(DefineTypologyCode command, DisruptionTypology? state, CommandContext context)
    {
        var typology = state ?? DisruptionTypology.Default;
        var code = new TypologyCode(command.Dimension, command.Code, command.Label.Trim(), false);
        var known = typology.Find(command.Dimension, command.Code);
        if (known == code) return Decision.Nothing;
        return known is null && typology.Codes.Count(c => c.Dimension == command.Dimension) >= Most
            ? Decision.Refuse(new InvalidCommand("code", "TOO_MANY"))
            : Decision.Accept(new TypologyCodeDefined(command.Dimension, command.Code, code.Label!));
    }
}

/// <summary>Shape of <see cref="DefineTypologyCode"/>.</summary>
public sealed class DefineTypologyCodeValidator : AbstractValidator<DefineTypologyCode>
{
    /// <summary>Capital letters, digits and underscores; words of at most 120 characters.</summary>
    public DefineTypologyCodeValidator()
    {
        RuleFor(c => c.Dimension).IsNamed().OverridePropertyName("dimension");
        RuleFor(c => c.Code).NotEmpty().Matches("^[A-Z][A-Z0-9_]{1,39}\\z").WithErrorCode("TYPOLOGY_CODE").OverridePropertyName("code");
        RuleFor(c => c.Label).NotEmpty().MaximumLength(120).Must(PlainText.HasNoNull).WithErrorCode("NULL_CHARACTER").OverridePropertyName("label");
    }
}

/// <summary>Offer a code no more; what was reported with it stays.</summary>
public sealed record RetireTypologyCode(TypologyDimension Dimension, string Code)
{
    /// <summary>Said once.</summary>
    public static Decision Decide(RetireTypologyCode command, DisruptionTypology? state, CommandContext context) =>
        (state ?? DisruptionTypology.Default).Find(command.Dimension, command.Code) switch
        {
            null => Decision.Refuse(new TypologyCodeNotFound()),
            { Retired: true } => Decision.Nothing,
            _ => Decision.Accept(new TypologyCodeRetired(command.Dimension, command.Code)),
        };
}
