using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Alerts;

/// <summary>Facts of one alert. Title and explanation are not among them: they are made at reading from the rule and its facts.</summary>
public abstract record AlertEvent : IDomainEvent;

/// <summary>A rule's condition came true.</summary>
public sealed record AlertRaised(AlertFinding Finding, AlertCause Cause) : AlertEvent;

/// <summary>The condition still holds, with another severity, deadline or facts; <paramref name="Cause"/> is null when only time passed.</summary>
public sealed record AlertReassessed(AlertFinding Finding, AlertCause? Cause) : AlertEvent;

/// <summary>The condition came back after the alert was closed: same alert, history kept.</summary>
public sealed record AlertReopened(AlertFinding Finding, AlertCause Cause) : AlertEvent;

/// <summary>Somebody takes care of it.</summary>
public sealed record AlertTaken(ProfessionalId By) : AlertEvent;

/// <summary>Somebody closed it without action.</summary>
public sealed record AlertAcknowledged(ProfessionalId By, Protected<string> Reason) : AlertEvent;

/// <summary>The condition no longer holds.</summary>
public sealed record AlertResolved(AlertCause Cause) : AlertEvent;
