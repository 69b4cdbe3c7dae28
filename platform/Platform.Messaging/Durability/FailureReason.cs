using System.Diagnostics;
using Npgsql;

namespace Platform.Messaging;

/// <summary>Why a delivery failed, without contents: an exception's own words are kept only for types declared harmless.</summary>
internal sealed record FailureReason(string Type, string Message)
{
    public static FailureReason Of(Exception exception, MessagingPolicies policies)
    {
        var type = exception.GetType().FullName ?? exception.GetType().Name;
        if (policies.MayQuote(exception))
        {
            return new FailureReason(type, exception.Message);
        }

        var place = Place(exception);
        var cause = exception is PostgresException { SqlState: var state } ? $"SQLSTATE {state}" : exception.InnerException is { } inner
            ? $"caused by {inner.GetType().FullName}"
            : "no further cause";
        return new FailureReason(type, $"{cause}, thrown in {place}");
    }

    private static string Place(Exception exception)
    {
        // The first frame that is not the framework's tells an operator where to look.
        var method = new StackTrace(exception, fNeedFileInfo: false).GetFrames()
            .Select(frame => DiagnosticMethodInfo.Create(frame))
            .FirstOrDefault(info => info?.DeclaringTypeName is { } name && !name.StartsWith("System.", StringComparison.Ordinal));
        return method is null ? "an unknown place" : $"{method.DeclaringTypeName}.{method.Name}";
    }
}
