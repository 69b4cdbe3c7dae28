using Coordination.Api.Directory;
using Coordination.Api.GraphQL;
using Coordination.Domain.CareRecord;
using Coordination.Domain.CareTeam;
using Coordination.Domain.Kernel;
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

/// <summary>Errors of records and teams, in words.</summary>
public static class CareRecordErrorNodes
{
    /// <summary>The error of a payload.</summary>
    public static async Task<object> OfAsync(IResolverContext context, DomainError error) => error switch
    {
        CareRecordNotFound => new CareRecordNotFoundError(error.Code, CommandErrors.Text(error)),
        ConsentNotGiven => new ConsentNotGivenError(error.Code, CommandErrors.Text(error), error.Field!),
        SituationNotStated => new SituationNotStatedError(error.Code, CommandErrors.Text(error), error.Field!),
        ContactNotFound => new ContactNotFoundError(error.Code, CommandErrors.Text(error), error.Field!),
        NotATeamMember => new NotATeamMemberError(error.Code, CommandErrors.Text(error), error.Field!),
        PrincipalPhysicianExists exists => new PrincipalPhysicianExistsError(error.Code, CommandErrors.Text(error), await Names.ProfessionalAsync(context, exists.Physician)),
        _ => CommandErrors.Find(error) ?? throw new InvalidOperationException($"no words for {error.Code}"),
    };

    /// <summary>Declares those that any mutation of a record may give.</summary>
    public static IMutationDescriptor RecordErrors(this IMutationDescriptor mutation) => mutation.Error<CareRecordNotFoundError>().CommonErrors();
}
