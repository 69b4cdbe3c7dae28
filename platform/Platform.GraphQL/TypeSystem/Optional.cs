namespace Platform.GraphQL;

/// <summary>An input field or argument that tells "not given" from "given as null".</summary>
/// <param name="Value">The value given; the default when none was.</param>
/// <param name="HasValue">Whether the client gave the field.</param>
public readonly record struct Optional<T>(T? Value, bool HasValue)
{
    /// <summary>A value that was given.</summary>
    public Optional(T? value) : this(value, true)
    {
    }
}
