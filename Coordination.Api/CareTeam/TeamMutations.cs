using Coordination.Api.CareRecord;
using Coordination.Api.GraphQL;
using Coordination.Api.Security;
using Coordination.Domain.CareTeam;
using Platform.GraphQL;
using Team = Coordination.Domain.CareTeam.CareTeam;

namespace Coordination.Api.CareTeam;

/// <summary>Mutations of care teams. What others changed of other members stands; the same member changed since the version seen is a ConcurrentChangeError.</summary>
public static class TeamMutations
{
    /// <summary>Adds them to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema.AddTypeExtension("Mutation", d => d
        .Mutation<JoinCareTeamInput, CareRecordNode>("joinCareTeam", "record", (c, i) =>
            {
                var who = RecordCommands.Professional(i.Professional, "professional");
                return RunAsync<JoinCareTeam>(c, AccessAction.ChangeTeam, i, node => new(node.View.Record.PersonId, who, i.Role, i.Basis, i.Until?.ToUniversalTime(), i.Since?.ToUniversalTime()),
                    [TeamParts.Of(who)], i.Since);
            },
            m => m.Description("Make a professional a member of the team, on a stated legal ground; for a member it changes role, ground or end. `since` may be past or to come.")
                .Input(i => Describe(i)).RecordErrors().Error<PrincipalPhysicianExistsError>())
        .Mutation<LeaveCareTeamInput, CareRecordNode>("leaveCareTeam", "record", (c, i) =>
            {
                var who = RecordCommands.Professional(i.Professional, "professional");
                return RunAsync<LeaveCareTeam>(c, AccessAction.ChangeTeam, i, _ => new(who, i.Reason, i.On?.ToUniversalTime()), [TeamParts.Of(who)], i.On);
            },
            m => m.Description("End a membership, now or on a day that is past: the member reads nothing more.").Input(i => Describe(i)).RecordErrors().Error<NotATeamMemberError>())
        .Mutation<ReplaceMemberInput, CareRecordNode>("replaceMember", "record", (c, i) =>
            {
                var (away, who) = (RecordCommands.Professional(i.Replaced, "replaced"), RecordCommands.Professional(i.Professional, "professional"));
                return RunAsync<ReplaceMember>(c, AccessAction.ChangeTeam, i, _ => new(away, who, i.Until.ToUniversalTime()), [TeamParts.Of(away), TeamParts.Of(who)]);
            },
            m => m.Description("Let a professional stand in for a member who is away, until a day: on the same ground, and only until then.")
                .Input(i => Describe(i).Field("replaced", sdlType: "ID!")).RecordErrors().Error<NotATeamMemberError>())
        .Mutation<JoinStructureInput, CareRecordNode>("joinStructure", "record", JoinStructureAsync,
            m => m.Description("Make a structure a member of the team. It lets nobody in but the professionals it names.").Input(i => i.DescribeVersioned()).RecordErrors())
        .Mutation<LeaveStructureInput, CareRecordNode>("leaveStructure", "record", (c, i) =>
            {
                var structure = TeamStructures.Number(i.Structure);
                return RunAsync<LeaveAsStructure>(c, AccessAction.ChangeTeam, i, _ => new(structure, i.Reason), [TeamParts.Of(structure)]);
            },
            m => m.Description("End the membership of a structure, and of everybody it named.").Input(i => i.DescribeVersioned()).RecordErrors().Error<NotATeamStructureError>())
        .Mutation<StructureProfessionalInput, CareRecordNode>("nameStructureProfessional", "record", NameAsync,
            m => m.Description("Name a professional who works for the person within a structure of the team; said by the DAC, or by a professional whom the structure named.")
                .Input(i => Describe(i)).RecordErrors().Error<NotATeamStructureError>())
        .Mutation<StructureProfessionalInput, CareRecordNode>("removeStructureProfessional", "record", (c, i) =>
            {
                var (structure, who, action) = (TeamStructures.Number(i.Structure), RecordCommands.Professional(i.Professional, "professional"), ActionOf(c));
                return RunAsync<RemoveStructureProfessional>(c, action, i, _ => new(structure, who, action is AccessAction.NameColleague), [TeamParts.Of(structure)]);
            },
            m => m.Description("Take a professional out of those whom a structure named: he or she reads nothing more.").Input(i => Describe(i)).RecordErrors()
                .Error<NotATeamStructureError>().Error<NotATeamMemberError>())
        .Mutation<RecordRelativeInput, CareRecordNode>("recordRelative", "record", (c, i) =>
            {
                var (id, days) = (i.RelativeId ?? RecordCommands.NewId(c, i.CommandId), (i.Days ?? []).Aggregate(WeekDays.None, (all, day) => all | TeamWeek.Of(day)));
                return RunAsync<RecordRelative>(c, AccessAction.ChangeTeam, i,
                    node => new(node.View.Record.PersonId, id, i.RelativeId is null, i.Name ?? "", i.Phone, i.Tie, i.Role, days), [TeamParts.Of(id)]);
            },
            m => m.Description("Say who a relative or an informal carer is; with `relativeId` it changes what is known.").Input(i => i.DescribeVersioned()).RecordErrors().Error<RelativeNotFoundError>())
        .Mutation<RemoveRelativeInput, CareRecordNode>("removeRelative", "record", (c, i) =>
            RunAsync<RemoveRelative>(c, AccessAction.ChangeTeam, i, _ => new(i.RelativeId), [TeamParts.Of(i.RelativeId)]),
            m => m.Description("A relative takes part no longer.").Input(i => i.DescribeVersioned()).RecordErrors().Error<RelativeNotFoundError>()));

    private static async Task<MutationResult<CareRecordNode>> JoinStructureAsync(IResolverContext context, JoinStructureInput input)
    {
        RequestScope.Of(context).Require(AccessAction.ChangeTeam);
        var structure = TeamStructures.Number(input.Structure);
        if (await TeamStructures.ProblemAsync(context, structure) is { } problem) return MutationResult<CareRecordNode>.Failure([problem]);
        return await RunAsync<JoinStructure>(context, AccessAction.ChangeTeam, input,
            node => new(node.View.Record.PersonId, structure, input.Role, input.Basis, input.Until?.ToUniversalTime()), [TeamParts.Of(structure)]);
    }

    private static async Task<MutationResult<CareRecordNode>> NameAsync(IResolverContext context, StructureProfessionalInput input)
    {
        var action = ActionOf(context);
        RequestScope.Of(context).Require(action);
        var (structure, who) = (TeamStructures.Number(input.Structure), RecordCommands.Professional(input.Professional, "professional"));
        // Where the directory knows the activities of a professional, one of them has to be there.
        if (await TeamStructures.OfAsync(context, who) is { Count: > 0 } known && !known.Contains(structure))
            return MutationResult<CareRecordNode>.Failure([CommandErrors.Invalid("professional", "NOT_OF_STRUCTURE")]);
        return await RunAsync<NameStructureProfessional>(context, action, input, _ => new(structure, who, action is AccessAction.NameColleague), [TeamParts.Of(structure)]);
    }

    private static AccessAction ActionOf(IResolverContext context) =>
        RequestScope.Of(context).Decide(AccessAction.ChangeTeam, null).Permitted ? AccessAction.ChangeTeam : AccessAction.NameColleague;

    private static Task<MutationResult<CareRecordNode>> RunAsync<TCommand>(
        IResolverContext context, AccessAction action, RecordInput input, Func<CareRecordNode, TCommand> command, string[] parts, DateTimeOffset? at = null)
        where TCommand : notnull =>
        RecordCommands.RunAsync<TCommand, Team>(context, action, input, StreamOf, command,
            occurredAt: at?.ToUniversalTime() is { } past && past < RequestScope.Of(context).Context.Now ? past : null,
            clashes: e => TeamParts.Of((CareTeamEvent)e.Data).Any(parts.Contains));

    private static Guid StreamOf(CareRecordNode node) => Team.IdOf(node.Territory, node.View.Record.PersonId);

    private static IInputObjectTypeDescriptor Describe(IInputObjectTypeDescriptor input) => input.DescribeVersioned().Field("professional", sdlType: "ID!");
}
