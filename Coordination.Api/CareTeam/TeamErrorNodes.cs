using Coordination.Api.GraphQL;
using Coordination.Domain.CareTeam;
using Coordination.Domain.Kernel;

namespace Coordination.Api.CareTeam;

/// <summary>This structure is not a member of the team.</summary>
public sealed record NotATeamStructureError(string Code, string Message, string Field);

/// <summary>No relative of this id.</summary>
public sealed record RelativeNotFoundError(string Code, string Message, string Field);

/// <summary>No such invitation, or none for the one who asks.</summary>
public sealed record InvitationNotFoundError(string Code, string Message);

/// <summary>The invitation was answered, or withdrawn.</summary>
public sealed record InvitationAnsweredError(string Code, string Message);

/// <summary>The same was invited already, and an answer is awaited.</summary>
public sealed record InvitationIsOpenError(string Code, string Message);

/// <summary>The invitation ran out.</summary>
public sealed record InvitationRanOutError(string Code, string Message);

/// <summary>Errors of teams' structures, relatives and invitations, in words.</summary>
public static class TeamErrorNodes
{
    /// <summary>The error of a payload; null when it is not one of these.</summary>
    public static object? Find(DomainError error) => error switch
    {
        NotATeamStructure => new NotATeamStructureError(error.Code, CommandErrors.Text(error), error.Field!),
        RelativeNotFound => new RelativeNotFoundError(error.Code, CommandErrors.Text(error), error.Field!),
        InvitationNotFound => new InvitationNotFoundError(error.Code, CommandErrors.Text(error)),
        InvitationAnswered => new InvitationAnsweredError(error.Code, CommandErrors.Text(error)),
        InvitationIsOpen => new InvitationIsOpenError(error.Code, CommandErrors.Text(error)),
        InvitationRanOut => new InvitationRanOutError(error.Code, CommandErrors.Text(error)),
        _ => null,
    };
}
