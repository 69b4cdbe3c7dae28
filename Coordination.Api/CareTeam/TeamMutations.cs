using Coordination.Api.CareRecord;
using Coordination.Api.Security;
using Coordination.Domain.CareTeam;
using Platform.GraphQL;
using Team = Coordination.Domain.CareTeam.CareTeam;

namespace Coordination.Api.CareTeam;

/// <summary>Input of <c>joinCareTeam</c>.</summary>
public sealed record JoinCareTeamInput(
    string RecordId, string Professional, TeamRole Role, LegalCase Basis, DateTimeOffset? Until = null, Guid? CommandId = null) : RecordInput(RecordId, CommandId);

/// <summary>Input of <c>leaveCareTeam</c>.</summary>
public sealed record LeaveCareTeamInput(string RecordId, string Professional, LeaveReason Reason, Guid? CommandId = null) : RecordInput(RecordId, CommandId);

/// <summary>Mutations of care teams.</summary>
public static class TeamMutations
{
    /// <summary>Adds them to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema.AddTypeExtension("Mutation", d => d
        .Mutation<JoinCareTeamInput, CareRecordNode>("joinCareTeam", "record",
            (c, i) => RecordCommands.RunAsync<JoinCareTeam, Team>(c, AccessAction.ChangeTeam, i, StreamOf,
                node => new(node.View.Record.PersonId, RecordCommands.Professional(i.Professional, "professional"), i.Role, i.Basis, i.Until?.ToUniversalTime())),
            m => m.Description("Make a professional a member of the team, on a stated legal ground; for a member it changes role, ground or end.")
                .Input(Describe).RecordErrors().Error<PrincipalPhysicianExistsError>())
        .Mutation<LeaveCareTeamInput, CareRecordNode>("leaveCareTeam", "record",
            (c, i) => RecordCommands.RunAsync<LeaveCareTeam, Team>(c, AccessAction.ChangeTeam, i, StreamOf,
                _ => new(RecordCommands.Professional(i.Professional, "professional"), i.Reason)),
            m => m.Description("End a membership, now: the member reads nothing more.").Input(Describe).RecordErrors().Error<NotATeamMemberError>()));

    private static Guid StreamOf(CareRecordNode node) => Team.IdOf(node.Territory, node.View.Record.PersonId);

    private static void Describe(IInputObjectTypeDescriptor input) => input.Describe().Field("professional", sdlType: "ID!");
}
