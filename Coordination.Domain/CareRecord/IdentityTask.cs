using System.Diagnostics;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.CareRecord;

/// <summary>Where a comparison stands.</summary>
public enum IdentityTaskStatus
{
    /// <summary>Waits for the identity cell.</summary>
    Open,

    /// <summary>They are two persons.</summary>
    Dismissed,

    /// <summary>They are one.</summary>
    Merged,
}

/// <summary>Facts of the comparison of two identities.</summary>
public abstract record IdentityTaskEvent : IDomainEvent;

/// <summary>Two identities may be one person's. The two are ordered, so that both findings meet.</summary>
public sealed record DuplicateSuspected(PersonId One, PersonId Other, DuplicateKind Kind) : IdentityTaskEvent;

/// <summary>Two identities of other traits carry one matricule.</summary>
public sealed record CollisionFound(PersonId One, PersonId Other) : IdentityTaskEvent;

/// <summary>They are two persons.</summary>
public sealed record DuplicateDismissed(DismissalReason Reason) : IdentityTaskEvent;

/// <summary>They are one person.</summary>
public sealed record DuplicateConfirmed(PersonId Survivor) : IdentityTaskEvent;

/// <summary>They are looked at again.</summary>
public sealed record ComparisonReopened : IdentityTaskEvent;

/// <summary>The comparison of two identities: one per pair, however often and by whom it is found.</summary>
public sealed record IdentityTask(PersonId One, PersonId Other, DuplicateKind Kind, IdentityTaskStatus Status)
{
    private static readonly Guid Space = new("51b7f4de-3a0c-4a0b-8f55-90d8c3a1e6b2");

    /// <summary>The two in the order that a comparison has them.</summary>
    public static (PersonId One, PersonId Other) Ordered(PersonId a, PersonId b) => a.Value.CompareTo(b.Value) < 0 ? (a, b) : (b, a);

    /// <summary>The id of the comparison of two identities, in either order.</summary>
    public static Guid IdOf(TerritoryId territory, PersonId a, PersonId b)
    {
        var (one, other) = Ordered(a, b);
        return DeterministicGuid.V5(Space, $"{territory.Value}|{one.Value}|{other.Value}");
    }

    /// <summary>The comparison after one more fact.</summary>
    public static IdentityTask Evolve(IdentityTask? state, IdentityTaskEvent fact) => (state, fact) switch
    {
        (_, DuplicateSuspected e) => new(e.One, e.Other, e.Kind, IdentityTaskStatus.Open),
        (_, CollisionFound e) => new(e.One, e.Other, DuplicateKind.Collision, IdentityTaskStatus.Open),
        ({ } s, DuplicateDismissed) => s with { Status = IdentityTaskStatus.Dismissed },
        ({ } s, DuplicateConfirmed) => s with { Status = IdentityTaskStatus.Merged },
        ({ } s, ComparisonReopened) => s with { Status = IdentityTaskStatus.Open },
        _ => throw new UnreachableException($"{fact.GetType().Name} without a comparison"),
    };
}

/// <summary>Compare two identities.</summary>
public sealed record CompareIdentities(PersonId One, PersonId Other, DuplicateKind Kind)
{
    /// <summary>What was dismissed stays so until more speaks for it.</summary>
    public static Decision Decide(CompareIdentities command, IdentityTask? state, CommandContext context)
    {
        if (state is { } s && (s.Status is IdentityTaskStatus.Merged || s.Kind >= command.Kind)) return Decision.Nothing;
        var (one, other) = IdentityTask.Ordered(command.One, command.Other);
        return Decision.Accept(command.Kind is DuplicateKind.Collision ? new CollisionFound(one, other) : new DuplicateSuspected(one, other, command.Kind));
    }
}

/// <summary>Say that they are two persons.</summary>
public sealed record DismissDuplicate(DismissalReason Reason)
{
    /// <summary>Once.</summary>
    public static Decision Decide(DismissDuplicate command, IdentityTask? state, CommandContext context) => state switch
    {
        null => Decision.Refuse(new IdentityTaskNotFound()),
        { Status: IdentityTaskStatus.Open } => Decision.Accept(new DuplicateDismissed(command.Reason)),
        _ => Decision.Refuse(new IdentityTaskClosed()),
    };
}

/// <summary>Close the comparison of two identities that became one; nothing when they were never compared.</summary>
public sealed record ConfirmDuplicate(PersonId Survivor)
{
    /// <summary>Also when they had been dismissed: somebody knows better now.</summary>
    public static Decision Decide(ConfirmDuplicate command, IdentityTask? state, CommandContext context) =>
        state is null or { Status: IdentityTaskStatus.Merged } ? Decision.Nothing : Decision.Accept(new DuplicateConfirmed(command.Survivor));
}

/// <summary>Look again at two identities that are two persons after all.</summary>
public sealed record ReopenComparison
{
    /// <summary>Only what was merged comes back.</summary>
    public static Decision Decide(ReopenComparison command, IdentityTask? state, CommandContext context) =>
        state is { Status: IdentityTaskStatus.Merged } ? Decision.Accept(new ComparisonReopened()) : Decision.Nothing;
}
