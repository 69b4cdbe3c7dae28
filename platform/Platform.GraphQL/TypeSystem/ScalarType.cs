namespace Platform.GraphQL;

/// <summary>A scalar that travels as a JSON string and is a CLR value in resolvers.</summary>
public abstract class ScalarType
{
    private protected ScalarType(string name, Type runtimeType) => (Name, RuntimeType) = (name, runtimeType);

    /// <summary>GraphQL name.</summary>
    public string Name { get; }

    /// <summary>CLR type of parsed and resolved values.</summary>
    public Type RuntimeType { get; }

    /// <summary>Shown by introspection and in the SDL.</summary>
    public string? Description { get; init; }

    /// <summary>Address of the specification of the text form (<c>@specifiedBy</c>).</summary>
    public string? SpecifiedBy { get; init; }

    internal abstract object Parse(string text);

    internal abstract string? Format(object value);
}

/// <summary>A text scalar bound to <typeparamref name="T"/>.</summary>
/// <param name="name">GraphQL name.</param>
/// <param name="parse">Throws <see cref="FormatException"/> whose message states the rule that the text breaks.</param>
/// <param name="format">Gives the text form of a value.</param>
public sealed class ScalarType<T>(string name, Func<string, T> parse, Func<T, string> format) : ScalarType(name, typeof(T)) where T : notnull
{
    internal override object Parse(string text) => parse(text);

    internal override string? Format(object value) => value is T typed ? format(typed) : null;
}
