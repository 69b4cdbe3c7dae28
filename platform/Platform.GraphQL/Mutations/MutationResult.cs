namespace Platform.GraphQL;

/// <summary>The outcome of a mutation as data: a value, or errors that the schema names.</summary>
public sealed class MutationResult<T>
{
    private MutationResult(T? value, IReadOnlyList<object> errors) => (Value, Errors) = (value, errors);

    /// <summary>The value; the default when there are errors.</summary>
    public T? Value { get; }

    /// <summary>Error records, each of a type that the mutation declared; empty on success.</summary>
    public IReadOnlyList<object> Errors { get; }

    /// <summary>Success.</summary>
    public static MutationResult<T> Success(T value) => new(value, []);

    /// <summary>Refusal, with at least one error.</summary>
    public static MutationResult<T> Failure(params IReadOnlyList<object> errors) => errors.Count > 0 ? new MutationResult<T>(default, errors)
        : throw new ArgumentException("A refusal needs an error.", nameof(errors));

    /// <summary>Success.</summary>
    public static implicit operator MutationResult<T>(T value) => Success(value);
}
