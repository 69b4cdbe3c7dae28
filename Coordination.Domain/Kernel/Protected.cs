using Coordination.Domain.Identifiers;

namespace Coordination.Domain.Kernel;

/// <summary>
/// Free text or another value about a person. Written plain by a decision, sealed with the person's key when the event is
/// serialised, and it stays sealed through <c>Evolve</c> and views: only a resolver opens it, after the access decision and the audit.
/// </summary>
/// <typeparam name="T">The value's type.</typeparam>
public sealed record Protected<T>
{
    private Protected(PersonId subject, T? plain, string? token) => (Subject, Plain, Token) = (subject, plain, token);

    /// <summary>The person whose key seals the value.</summary>
    public PersonId Subject { get; }

    /// <summary>The value before it is sealed; default once sealed.</summary>
    public T? Plain { get; }

    /// <summary>The sealed value; null before serialisation.</summary>
    public string? Token { get; }

    /// <summary>A value not yet sealed.</summary>
    public static Protected<T> Of(PersonId subject, T value) => new(subject, value, null);

    /// <summary>A value as read from storage.</summary>
    public static Protected<T> Sealed(PersonId subject, string token) => new(subject, default, token);

    /// <summary>Never the value: it must not reach a log.</summary>
    public override string ToString() => "***";
}
