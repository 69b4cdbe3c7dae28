using Coordination.Api.Directory;
using Coordination.Api.GraphQL;
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

/// <summary>Rules that commands on alerts break, as errors of a payload.</summary>
public static class AlertErrorNodes
{
    /// <summary>The error in words.</summary>
    public static async Task<object> OfAsync(IResolverContext context, DomainError error, AlertView? view) => error switch
    {
        AlertNotFound => new AlertNotFoundError(error.Code, CommandErrors.Text(error)),
        AlertAlreadyTaken taken => await TakenAsync(context, taken, view),
        AlertClosed => new AlertClosedError(error.Code, CommandErrors.Text(error)),
        AlertReasonMissing => new AlertReasonMissingError(error.Code, CommandErrors.Text(error), error.Field!),
        _ => CommandErrors.Find(error) ?? throw new InvalidOperationException($"no words for {error.Code}"),
    };

    private static async Task<AlertAlreadyTakenError> TakenAsync(IResolverContext context, AlertAlreadyTaken taken, AlertView? view)
    {
        var by = await Names.ProfessionalAsync(context, taken.By);
        return new(taken.Code, Texts.Get($"Error.{taken.Code}", by.DisplayName), by, view?.TakenAt);
    }
}
