using System.Collections.Immutable;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.CarePathway;

/// <summary>Facts of a care pathway.</summary>
public abstract record PathwayEvent : IDomainEvent;

/// <summary>A pathway was applied to a person.</summary>
/// <param name="Template">The whole version that was applied: what comes after it changes nothing here.</param>
/// <param name="Conditions">Codes of the conditions that hold for the person.</param>
public sealed record PathwayApplied(PersonId Person, PathwayTemplate Template, DateOnly EnteredOn, ImmutableArray<string> Conditions, Protected<string>? Reason) : PathwayEvent;

/// <summary>Which conditions hold for the person from now on.</summary>
public sealed record PathwayConditionsStated(ImmutableArray<string> Conditions) : PathwayEvent;

/// <summary>A step of this person only.</summary>
public sealed record PathwayStepAdded(string Code, Protected<string> Title, PathwayRole Role, DateOnly DueOn) : PathwayEvent;

/// <summary>A step was done.</summary>
public sealed record PathwayStepDone(string Code, DateOnly On, Protected<string>? Note) : PathwayEvent;

/// <summary>A step was left out: a deviation.</summary>
public sealed record PathwayStepSkipped(string Code, DateOnly On, DeviationReason Reason, Protected<string>? Note) : PathwayEvent;

/// <summary>A step is to be done after all.</summary>
public sealed record PathwayStepReopened(string Code) : PathwayEvent;

/// <summary>A step is due on another day.</summary>
public sealed record PathwayStepRescheduled(string Code, DateOnly DueOn, RescheduleReason Reason) : PathwayEvent;

/// <summary>Somebody is to do a step; nobody in particular when none is named.</summary>
public sealed record PathwayStepAssigned(string Code, ProfessionalId? Professional) : PathwayEvent;

/// <summary>The person left the pathway.</summary>
public sealed record PathwayExited(PathwayExitReason Reason, DateOnly On, Protected<string>? Note) : PathwayEvent;
