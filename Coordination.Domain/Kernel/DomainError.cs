namespace Coordination.Domain.Kernel;

/// <summary>A rule that a command breaks. <paramref name="Code"/> is stable and part of the public contract.</summary>
/// <param name="Code">Upper-case stable code, e.g. <c>ALERT_CLOSED</c>.</param>
/// <param name="Field">The input field the rule speaks of, if any, in camelCase.</param>
public abstract record DomainError(string Code, string? Field = null);

/// <summary>The shape of a command is wrong: <paramref name="Rule"/> names the broken rule of <c>Field</c>.</summary>
public sealed record InvalidCommand(string FieldName, string Rule) : DomainError("INVALID_INPUT", FieldName);
