using Coordination.Api.Assessment;
using Coordination.Api.CarePathway;
using Coordination.Api.CareTeam;
using Coordination.Api.Contacts;
using Coordination.Api.Directory;
using Coordination.Api.Documents;
using Coordination.Api.GraphQL;
using Coordination.Api.Persons;
using Coordination.Api.Hosting.Commands;
using Coordination.Api.Rights;
using Coordination.Api.Tasks;
using Coordination.Domain.CareRecord;
using Coordination.Domain.CareTeam;
using Coordination.Domain.Contacts;
using Coordination.Domain.Documents;
using Coordination.Domain.Kernel;
using Coordination.Domain.Tasks;
using Platform.GraphQL;

namespace Coordination.Api.CareRecord;

/// <summary>No such record, or none that the subject may know of.</summary>
public sealed record CareRecordNotFoundError(string Code, string Message);

/// <summary>No consent to this scope was given.</summary>
public sealed record ConsentNotGivenError(string Code, string Message, string Field);

/// <summary>Nothing is stated under this heading.</summary>
public sealed record SituationNotStatedError(string Code, string Message, string Field);

/// <summary>Nobody of this id is designated.</summary>
public sealed record ContactNotFoundError(string Code, string Message, string Field);

/// <summary>This professional is not a member of the team.</summary>
public sealed record NotATeamMemberError(string Code, string Message, string Field);

/// <summary>The person has a médecin traitant already.</summary>
public sealed record PrincipalPhysicianExistsError(string Code, string Message, ProfessionalEntry Physician);

/// <summary>The record is closed.</summary>
public sealed record CareRecordIsClosedError(string Code, string Message);

/// <summary>An active record needs a referent.</summary>
public sealed record ReferentMissingError(string Code, string Message, string Field);

/// <summary>An active record needs a médecin traitant, or the statement that there is none.</summary>
public sealed record PhysicianNotStatedError(string Code, string Message, string Field);

/// <summary>The referent cannot stand in for himself.</summary>
public sealed record DeputyIsReferentError(string Code, string Message, string Field);

/// <summary>Something has to be ended first: exactly this.</summary>
public sealed record CareRecordNotClosableError(string Code, string Message, IReadOnlyList<ClosingBlockerNode> Blockers);

/// <summary>No such fact about this person.</summary>
public sealed record FactNotFoundError(string Code, string Message, string Field);

/// <summary>It was closed too long ago.</summary>
public sealed record ReopeningTooLateError(string Code, string Message, DateOnly ClosedOn);

/// <summary>The person's opposition stands: the record neither leaves nor takes anything over.</summary>
public sealed record CareRecordIsSuspendedError(string Code, string Message);

/// <summary>The record left for another territory, which has not refused it.</summary>
public sealed record TransferStandsError(string Code, string Message);

/// <summary>Errors of records and teams, in words.</summary>
public static class CareRecordErrorNodes
{
    /// <summary>The error of a payload.</summary>
    public static async Task<object> OfAsync(IResolverContext context, DomainError error) => error switch
    {
        ConcurrentChange { Changes.Count: > 0 } change => new ConcurrentChangeError(error.Code, CommandErrors.Text(error), (int)change.CurrentVersion)
        {
            Changes = await Task.WhenAll(change.Changes.Select(e => History.EntryAsync(context, e))),
        },
        CareRecordNotFound => new CareRecordNotFoundError(error.Code, CommandErrors.Text(error)),
        ConsentNotGiven => new ConsentNotGivenError(error.Code, CommandErrors.Text(error), error.Field!),
        SituationNotStated => new SituationNotStatedError(error.Code, CommandErrors.Text(error), error.Field!),
        ContactNotFound => new ContactNotFoundError(error.Code, CommandErrors.Text(error), error.Field!),
        NotATeamMember => new NotATeamMemberError(error.Code, CommandErrors.Text(error), error.Field!),
        PrincipalPhysicianExists exists => new PrincipalPhysicianExistsError(error.Code, CommandErrors.Text(error), await Names.ProfessionalAsync(context, exists.Physician)),
        CareRecordIsClosed => new CareRecordIsClosedError(error.Code, CommandErrors.Text(error)),
        ReferentMissing => new ReferentMissingError(error.Code, CommandErrors.Text(error), error.Field!),
        PhysicianNotStated => new PhysicianNotStatedError(error.Code, CommandErrors.Text(error), error.Field!),
        DeputyIsReferent => new DeputyIsReferentError(error.Code, CommandErrors.Text(error), error.Field!),
        CareRecordNotClosable not => new CareRecordNotClosableError(error.Code, CommandErrors.Text(error), [.. not.Blockers.Select(ClosingBlockers.InWords)]),
        TaskNotFound => new TaskNotFoundError(error.Code, CommandErrors.Text(error)),
        TaskIsClosed => new TaskIsClosedError(error.Code, CommandErrors.Text(error)),
        TaskNotAwaited => new TaskNotAwaitedError(error.Code, CommandErrors.Text(error)),
        RecordedContactNotFound => new RecordedContactNotFoundError(error.Code, CommandErrors.Text(error)),
        ContactIsWithdrawn => new ContactIsWithdrawnError(error.Code, CommandErrors.Text(error)),
        FactNotFound => new FactNotFoundError(error.Code, CommandErrors.Text(error), error.Field!),
        DocumentNotFound => new DocumentNotFoundError(error.Code, CommandErrors.Text(error)),
        DocumentNotCurrent => new DocumentNotCurrentError(error.Code, CommandErrors.Text(error), error.Field!),
        CareRecordIsSuspended => new CareRecordIsSuspendedError(error.Code, CommandErrors.Text(error)),
        TransferStands => new TransferStandsError(error.Code, CommandErrors.Text(error)),
        PersonIsMerged => new PersonIsMergedError(error.Code, CommandErrors.Text(error)),
        ReopeningTooLate late => new ReopeningTooLateError(error.Code, CommandErrors.Text(error), late.ClosedOn),
        _ => TeamErrorNodes.Find(error) ?? PathwayErrorNodes.Find(error) ?? AssessmentMutations.Find(error) ?? EntitlementErrors.Find(error) ?? CommandErrors.Find(error)
            ?? throw new InvalidOperationException($"no words for {error.Code}"),
    };

    /// <summary>Declares those that any mutation of a record may give.</summary>
    public static IMutationDescriptor RecordErrors(this IMutationDescriptor mutation) => mutation.Error<CareRecordNotFoundError>().CommonErrors();
}
