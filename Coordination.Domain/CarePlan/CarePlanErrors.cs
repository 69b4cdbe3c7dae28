using System.Collections.Immutable;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.CarePlan;

/// <summary>No plan was begun for this person.</summary>
public sealed record CarePlanNotFound() : DomainError("CARE_PLAN_NOT_FOUND");

/// <summary>A plan that is not over exists already: a person has one.</summary>
public sealed record CarePlanExists() : DomainError("CARE_PLAN_EXISTS");

/// <summary>A plan needs a referent.</summary>
public sealed record PlanNeedsReferent() : DomainError("PLAN_NEEDS_REFERENT");

/// <summary>The plan is over.</summary>
public sealed record CarePlanIsClosed() : DomainError("CARE_PLAN_CLOSED");

/// <summary>The plan became part of another one already.</summary>
public sealed record CarePlanIsMerged() : DomainError("CARE_PLAN_MERGED");

/// <summary>No such pathway goes on for this person.</summary>
public sealed record PlanPathwayUnknown() : DomainError("PLAN_PATHWAY_UNKNOWN", "pathways");

/// <summary>Items change in a draft only: a version that was proposed or validated is revised first.</summary>
public sealed record CarePlanNotInDraft() : DomainError("CARE_PLAN_NOT_IN_DRAFT");

/// <summary>What is asked needs another state of the plan.</summary>
public sealed record CarePlanInOtherState(PlanStatus Status) : DomainError("CARE_PLAN_IN_OTHER_STATE");

/// <summary>No such item in the plan: it may have been taken out meanwhile.</summary>
public sealed record PlanItemNotFound(string ItemField = "item") : DomainError("PLAN_ITEM_NOT_FOUND", ItemField);

/// <summary>Something hangs on the item.</summary>
public sealed record PlanItemInUse() : DomainError("PLAN_ITEM_IN_USE", "item");

/// <summary>Somebody changed the same field since the sender saw it.</summary>
/// <param name="Item">The item; null for a field of the plan itself.</param>
/// <param name="Changed">The field.</param>
/// <param name="InVersion">The version of the plan that changed it.</param>
public sealed record PlanItemChanged(Guid? Item, PlanField Changed, long InVersion) : DomainError("PLAN_ITEM_CHANGED", "seenVersion");

/// <summary>Only the owner of an action, or who leads the plan, answers for it.</summary>
public sealed record NotTheActionOwner() : DomainError("NOT_THE_ACTION_OWNER", "item");

/// <summary>The plan cannot be proposed before these gaps are filled.</summary>
public sealed record CarePlanIncomplete(ImmutableArray<Guid> ObjectivesWithoutAction) : DomainError("CARE_PLAN_INCOMPLETE")
{
    /// <summary>Equal when the gaps are the same ones; none named: there is no objective at all.</summary>
    public bool Equals(CarePlanIncomplete? other) => other is not null && ObjectivesWithoutAction.SequenceEqual(other.ObjectivesWithoutAction);

    /// <inheritdoc />
    public override int GetHashCode() => ObjectivesWithoutAction.Length;
}

/// <summary>Neither an agreement nor a refusal with its reason was recorded.</summary>
public sealed record PlanAgreementMissing() : DomainError("PLAN_AGREEMENT_MISSING");

/// <summary>Only the referent, who stands in for him, or the médecin traitant validates.</summary>
public sealed record NotTheirsToValidate() : DomainError("NOT_THEIRS_TO_VALIDATE");

/// <summary>These objectives were not evaluated.</summary>
public sealed record CarePlanNotClosable(ImmutableArray<Guid> Objectives) : DomainError("CARE_PLAN_NOT_CLOSABLE")
{
    /// <summary>Equal when the objectives are the same ones.</summary>
    public bool Equals(CarePlanNotClosable? other) => other is not null && Objectives.SequenceEqual(other.Objectives);

    /// <inheritdoc />
    public override int GetHashCode() => Objectives.Length;
}

/// <summary>A review comes at the latest twelve months from now, three when the person is followed intensively.</summary>
public sealed record ReviewTooLate(DateOnly Latest) : DomainError("REVIEW_TOO_LATE", "reviewOn");
