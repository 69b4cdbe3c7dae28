using Coordination.Api.CareRecord;
using Coordination.Api.GraphQL;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Kernel;
using Platform.GraphQL;

namespace Coordination.Api.Persons;

/// <summary>Persons who may be the one described: each has to be looked at and acknowledged first.</summary>
public sealed record NearDuplicatesError(string Code, string Message, IReadOnlyList<PersonNode> Persons);

/// <summary>No such person, or none that the subject may know of.</summary>
public sealed record PersonNotFoundError(string Code, string Message);

/// <summary>The identity became another one's.</summary>
public sealed record PersonIsMergedError(string Code, string Message);

/// <summary>A doubtful or fictitious identity is neither validated nor qualified.</summary>
public sealed record IdentityBlockedError(string Code, string Message, IdentityAttribute Attribute);

/// <summary>An INS stands that forbids it.</summary>
public sealed record InsStandsError(string Code, string Message, string Field);

/// <summary>The two identities cannot become one as things are; the code says why.</summary>
public sealed record MergeRefusedError(string Code, string Message);

/// <summary>No such comparison, or it is over; the code says which.</summary>
public sealed record IdentityTaskError(string Code, string Message);

/// <summary>Errors of identities, in words.</summary>
public static class PersonErrorNodes
{
    /// <summary>The error of a payload.</summary>
    public static object Of(DomainError error) => error switch
    {
        PersonNotFound => new PersonNotFoundError(error.Code, CommandErrors.Text(error)),
        PersonIsMerged => new PersonIsMergedError(error.Code, CommandErrors.Text(error)),
        IdentityBlocked blocked => new IdentityBlockedError(error.Code, CommandErrors.Text(error), blocked.Attribute),
        InsStands stands => new InsStandsError(error.Code, CommandErrors.Text(error), stands.OfField),
        BothRecordsOpen or MergeOtherWay or MatriculesDiffer or NotMerged => new MergeRefusedError(error.Code, CommandErrors.Text(error)),
        IdentityTaskNotFound or IdentityTaskClosed => new IdentityTaskError(error.Code, CommandErrors.Text(error)),
        _ => CommandErrors.Find(error) ?? throw new InvalidOperationException($"no words for {error.Code}"),
    };

    /// <summary>Declares those that any mutation of an identity may give.</summary>
    public static IMutationDescriptor PersonErrors(this IMutationDescriptor mutation) =>
        mutation.Error<PersonNotFoundError>().Error<PersonIsMergedError>().CommonErrors();
}
