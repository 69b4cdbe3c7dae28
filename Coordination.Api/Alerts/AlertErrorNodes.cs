using Coordination.Api.Directory;
using Coordination.Api.GraphQL;
using Coordination.Api.Hosting.Commands;
using Coordination.Api.Resources;
using Coordination.Domain.Alerts;
using Coordination.Domain.Kernel;
using Coordination.Projections.Alerts;
using Platform.GraphQL;

namespace Coordination.Api.Alerts;

/// <summary>No such alert, or none that the subject may know of.</summary>
public sealed record AlertNotFoundError(string Code, string Message);

/// <summary>Somebody else has taken it.</summary>
public sealed record AlertAlreadyTakenError(string Code, string Message, ProfessionalEntry? TakenBy, DateTimeOffset? TakenAt);

/// <summary>The alert is closed.</summary>
public sealed record AlertClosedError(string Code, string Message);

/// <summary>A reason is needed.</summary>
public sealed record AlertReasonMissingError(string Code, string Message, string Field);

/// <summary>The alert changed since the sender saw it.</summary>
public sealed record ConcurrentChangeError(string Code, string Message, int CurrentVersion);

/// <summary>The command id was used for something else.</summary>
public sealed record IdempotencyMismatchError(string Code, string Message);

/// <summary>A value breaks a rule of its field.</summary>
public sealed record InvalidInputError(string Code, string Message, string Field, string Rule);

/// <summary>Rules that commands on alerts break, as errors of a payload.</summary>
public static class AlertErrorNodes
{
    /// <summary>The error in words.</summary>
    public static async Task<object> OfAsync(IResolverContext context, DomainError error, AlertView? view) => error switch
    {
        AlertNotFound => new AlertNotFoundError(error.Code, Text(error)),
        AlertAlreadyTaken taken => await TakenAsync(context, taken, view),
        AlertClosed => new AlertClosedError(error.Code, Text(error)),
        AlertReasonMissing => new AlertReasonMissingError(error.Code, Text(error), error.Field!),
        ConcurrentChange change => new ConcurrentChangeError(error.Code, Text(error), (int)change.CurrentVersion),
        IdempotencyMismatch => new IdempotencyMismatchError(error.Code, Text(error)),
        InvalidCommand invalid => new InvalidInputError(error.Code, Texts.Get("Error.INVALID_INPUT", invalid.FieldName, invalid.Rule), invalid.FieldName, invalid.Rule),
        _ => throw new InvalidOperationException($"no words for {error.Code}"),
    };

    private static async Task<AlertAlreadyTakenError> TakenAsync(IResolverContext context, AlertAlreadyTaken taken, AlertView? view)
    {
        var by = await Names.ProfessionalAsync(context, taken.By);
        return new(taken.Code, Texts.Get($"Error.{taken.Code}", by.DisplayName), by, view?.TakenAt);
    }

    private static string Text(DomainError error) => Texts.Get($"Error.{error.Code}");
}
