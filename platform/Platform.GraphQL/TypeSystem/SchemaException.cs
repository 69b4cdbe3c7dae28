namespace Platform.GraphQL;

/// <summary>The schema is not valid; thrown when it is built, never later. Every problem found is in the message, one a line.</summary>
public sealed class SchemaException(string message) : Exception(message);
