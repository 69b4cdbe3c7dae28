namespace Platform.GraphQL;

/// <summary>Limits and switches of execution; the defaults are those of production.</summary>
public sealed record RequestExecutorOptions
{
    /// <summary>Bounds of the parser.</summary>
    public ParserOptions Parser { get; init; } = new();

    /// <summary>Deepest nesting of fields.</summary>
    public int MaxDepth { get; init; } = 15;

    /// <summary>Highest cost: 1 per object field, multiplied by <c>first</c> (or <see cref="DefaultPageSize"/>) of the connections around it.</summary>
    public int MaxCost { get; init; } = 5_000;

    /// <summary>Assumed page size where <c>first</c> is not given.</summary>
    public int DefaultPageSize { get; init; } = 50;

    /// <summary>Most aliases of one document.</summary>
    public int MaxAliases { get; init; } = 100;

    /// <summary>Most validation errors returned.</summary>
    public int MaxValidationErrors { get; init; } = 100;

    /// <summary>Most documents kept compiled.</summary>
    public int DocumentCacheSize { get; init; } = 1_000;

    /// <summary>Time for one operation; then it is cancelled and the answer is an error with code <c>TIMEOUT</c>.</summary>
    public TimeSpan ExecutionTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Whether <c>__schema</c> and <c>__type</c> may be asked.</summary>
    public bool AllowIntrospection { get; init; }

    /// <summary>Whether messages repeat the input values they refuse. Off, they name place, type and rule only: a value may tell of a person.</summary>
    public bool ShowInputValues { get; init; }

    /// <summary>Longest document that is kept compiled, in characters: longer ones would let a client fill the memory.</summary>
    public int MaxCachedDocumentLength { get; init; } = 16 * 1024;

    /// <summary>Told of every masked exception, with the trace id that the client sees.</summary>
    public Action<Exception, string>? OnUnexpectedError { get; init; }
}
