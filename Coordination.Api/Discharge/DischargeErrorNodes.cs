using Coordination.Api.GraphQL;
using Coordination.Domain.Discharge;
using Coordination.Domain.Kernel;
using Platform.GraphQL;

namespace Coordination.Api.Discharge;

/// <summary>No such discharge, or none that the subject may know of.</summary>
public sealed record DischargeNotFoundError(string Code, string Message);

/// <summary>The stay is over or was cancelled.</summary>
public sealed record StayOverError(string Code, string Message);

/// <summary>Nothing is announced that could be taken back.</summary>
public sealed record NothingToWithdrawError(string Code, string Message);

/// <summary>The date is long past.</summary>
public sealed record DischargeDatePastError(string Code, string Message, string Field);

/// <summary>The first visit is before the person is home.</summary>
public sealed record FirstVisitBeforeDischargeError(string Code, string Message, string Field);

/// <summary>There is no confirmation of this need.</summary>
public sealed record NothingConfirmedError(string Code, string Message, string Field);

/// <summary>No DAC covers the commune.</summary>
public sealed record CommuneNotCoveredError(string Code, string Message, string Field);

/// <summary>Rules that commands on discharges break, as errors of a payload.</summary>
public static class DischargeErrorNodes
{
    /// <summary>The error in words; null when it is not one of discharges.</summary>
    public static object? Find(DomainError error)
    {
        object Of(Func<string, string, object> node) => node(error.Code, CommandErrors.Text(error));
        return error switch
        {
            DischargeNotFound => Of((c, m) => new DischargeNotFoundError(c, m)),
            StayOver or StayUnknown => Of((c, m) => new StayOverError(c, m)),
            NothingToWithdraw => Of((c, m) => new NothingToWithdrawError(c, m)),
            DischargeDatePast => Of((c, m) => new DischargeDatePastError(c, m, error.Field!)),
            FirstVisitBeforeDischarge => Of((c, m) => new FirstVisitBeforeDischargeError(c, m, error.Field!)),
            NothingConfirmed => Of((c, m) => new NothingConfirmedError(c, m, error.Field!)),
            CommuneNotCovered => Of((c, m) => new CommuneNotCoveredError(c, m, error.Field!)),
            _ => CommandErrors.Find(error),
        };
    }

    /// <summary>The error in words; throws for one that has none.</summary>
    public static object Of(DomainError error) => Find(error) ?? throw new InvalidOperationException($"no words for {error.Code}");

    /// <summary>Declares the errors of commands on one discharge.</summary>
    public static IMutationDescriptor DischargeErrors(this IMutationDescriptor mutation) =>
        mutation.Error<DischargeNotFoundError>().Error<StayOverError>().CommonErrors();
}
