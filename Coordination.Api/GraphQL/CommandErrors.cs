using Coordination.Api.Hosting.Commands;
using Coordination.Api.Resources;
using Coordination.Domain.Kernel;
using Platform.GraphQL;

namespace Coordination.Api.GraphQL;

/// <summary>The thing changed since the sender saw it.</summary>
public sealed record ConcurrentChangeError(string Code, string Message, int CurrentVersion)
{
    /// <summary>What changed, where changes of different parts are merged and this one could not be; empty where any change is one too many.</summary>
    public IReadOnlyList<HistoryEntry> Changes { get; init; } = [];
}

/// <summary>The command id was used for something else.</summary>
public sealed record IdempotencyMismatchError(string Code, string Message);

/// <summary>A value breaks a rule of its field.</summary>
public sealed record InvalidInputError(string Code, string Message, string Field, string Rule);

/// <summary>Errors that any command may give, as errors of a payload.</summary>
public static class CommandErrors
{
    /// <summary>The error in words; null when it is one of a capability's own.</summary>
    public static object? Find(DomainError error) => error switch
    {
        ConcurrentChange change => new ConcurrentChangeError(error.Code, Text(error), (int)change.CurrentVersion),
        IdempotencyMismatch => new IdempotencyMismatchError(error.Code, Text(error)),
        InvalidCommand invalid => Invalid(invalid.FieldName, invalid.Rule),
        _ => null,
    };

    /// <summary>A value that breaks a rule; the rule's own words when there are some.</summary>
    public static InvalidInputError Invalid(string field, string rule) =>
        new("INVALID_INPUT", Texts.Find($"Rule.{rule}") ?? Texts.Get("Error.INVALID_INPUT", field, rule), field, rule);

    /// <summary>Declares them.</summary>
    public static IMutationDescriptor CommonErrors(this IMutationDescriptor mutation) =>
        mutation.Error<ConcurrentChangeError>().Error<IdempotencyMismatchError>().Error<InvalidInputError>();

    /// <summary>The words of an error's code.</summary>
    public static string Text(DomainError error) => Texts.Get($"Error.{error.Code}");
}
