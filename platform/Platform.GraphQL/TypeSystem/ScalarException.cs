namespace Platform.GraphQL.TypeSystem;

/// <summary>A value does not fit a scalar or enum; the message names the type and the rule.</summary>
internal sealed class ScalarException(string message) : Exception(message);
