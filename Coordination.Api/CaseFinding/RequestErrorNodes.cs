using Coordination.Api.CareRecord;
using Coordination.Api.Directory;
using Coordination.Api.GraphQL;
using Coordination.Api.Resources;
using Coordination.Domain.CareRecord;
using Coordination.Domain.CareTeam;
using Coordination.Domain.CaseFinding;
using Coordination.Domain.Kernel;
using Platform.GraphQL;

namespace Coordination.Api.CaseFinding;

/// <summary>No such request, or none that the subject may know of.</summary>
public sealed record SupportRequestNotFoundError(string Code, string Message);

/// <summary>Somebody else looks at it already.</summary>
public sealed record SupportRequestAlreadyTakenError(string Code, string Message, ProfessionalEntry TakenBy);

/// <summary>The request was taken back, or decided; the code says which.</summary>
public sealed record SupportRequestClosedError(string Code, string Message);

/// <summary>Support cannot be accepted as things are; the code says why: nobody is named, not informed, opposed, a record is open already.</summary>
public sealed record RequestNotAcceptableError(string Code, string Message);

/// <summary>Nothing to undo, or too late.</summary>
public sealed record DecisionNotUndoableError(string Code, string Message);

/// <summary>An identity where none may be.</summary>
public sealed record AnonymousRequestNamesSomebodyError(string Code, string Message);

/// <summary>Errors of requests, in words.</summary>
public static class RequestErrorNodes
{
    /// <summary>The error of a payload; null when it is not one of requests.</summary>
    public static async Task<object?> FindAsync(IResolverContext context, DomainError error) => error switch
    {
        SupportRequestNotFound => new SupportRequestNotFoundError(error.Code, CommandErrors.Text(error)),
        SupportRequestClosed or SupportRequestDecidedAlready => new SupportRequestClosedError(error.Code, CommandErrors.Text(error)),
        SupportRequestAlreadyTaken taken => await Names.ProfessionalAsync(context, taken.By) is var by
            ? new SupportRequestAlreadyTakenError(error.Code, Texts.Get($"Error.{error.Code}", by.DisplayName), by)
            : null,
        RequestNamesNobody or RequestInformationMissing or RequestPersonOpposes or CareRecordAlreadyOpen => new RequestNotAcceptableError(error.Code, CommandErrors.Text(error)),
        DecisionNotUndoable => new DecisionNotUndoableError(error.Code, CommandErrors.Text(error)),
        AnonymousRequestNamesSomebody => new AnonymousRequestNamesSomebodyError(error.Code, CommandErrors.Text(error)),
        PrincipalPhysicianExists exists => new PrincipalPhysicianExistsError(error.Code, CommandErrors.Text(error), await Names.ProfessionalAsync(context, exists.Physician)),
        _ => CommandErrors.Find(error),
    };

    /// <summary>The same, for a payload that has no other errors.</summary>
    public static async Task<MutationResult<T>> FailureAsync<T>(IResolverContext context, DomainError error) =>
        MutationResult<T>.Failure([await FindAsync(context, error) ?? throw new InvalidOperationException($"no words for {error.Code}")]);

    /// <summary>Declares those that any mutation of a request may give.</summary>
    public static IMutationDescriptor RequestErrors(this IMutationDescriptor mutation) =>
        mutation.Error<SupportRequestNotFoundError>().Error<SupportRequestAlreadyTakenError>().Error<SupportRequestClosedError>().CommonErrors();
}
