using Coordination.Api.CareRecord;
using Coordination.Api.Directory;
using Coordination.Api.GraphQL;
using Coordination.Api.Resources;
using Coordination.Api.Security;
using Coordination.Domain.CareTeam;
using Coordination.Projections.CareTeam;
using Platform.GraphQL;

namespace Coordination.Api.CareTeam;

/// <summary>A membership in words.</summary>
/// <param name="RoleCode">Code of the role in TRE R47 or TRE R85.</param>
public sealed record TeamMembershipNode(
    ProfessionalEntry Professional, TeamRole Role, string RoleCode, LegalCase Basis, string BasisLabel, DateTimeOffset Since, DateTimeOffset? Until, bool InForce, LeaveReason? Left,
    ProfessionalEntry? Replaces);

/// <summary>A structure's membership in words, with the professionals it names.</summary>
/// <param name="Category">Category of the structure in the directory (TRE R66); null when it is not known there.</param>
public sealed record StructureMembershipNode(
    string Finess, string Name, string? Category, TeamRole Role, LegalCase Basis, string BasisLabel, DateTimeOffset Since, DateTimeOffset? Until, bool InForce, LeaveReason? Left,
    IReadOnlyList<TeamMembershipNode> Named);

/// <summary>A relative, opened.</summary>
public sealed record RelativeNode(
    Guid Id, string Name, string? Phone, RelativeTie Tie, RelativeRole Role, string RoleCode, IReadOnlyList<WeekDay> Days, DateTimeOffset Since, DateTimeOffset? Until, bool InForce);

/// <summary>A care team at a time.</summary>
/// <param name="Version">What a change of it may be based on.</param>
/// <param name="At">The instant that `inForce` is about.</param>
/// <param name="NoPhysicianSince">Since when the person is said to have no médecin traitant.</param>
public sealed record CareTeamNode(
    int Version, DateTimeOffset At, IReadOnlyList<TeamMembershipNode> Members, IReadOnlyList<StructureMembershipNode> Structures, IReadOnlyList<RelativeNode> Relatives,
    ProfessionalEntry? Physician, DateOnly? NoPhysicianSince);

/// <summary>The team of a record, as GraphQL shows it.</summary>
public static class TeamFields
{
    /// <summary>Adds the types, and the search of professionals who may join.</summary>
    public static void Add(SchemaBuilder schema) => schema
        .AddEnumType<TeamRole>()
        .AddEnumType<LegalCase>()
        .AddEnumType<LeaveReason>()
        .AddEnumType<RelativeTie>()
        .AddEnumType<RelativeRole>()
        .AddEnumType<WeekDay>()
        .AddObjectType<TeamMembershipNode>(d => d.BindFieldsImplicitly().Name("TeamMembership")
            .Description("A membership of a care team: on what legal ground, since when, until when."))
        .AddObjectType<StructureMembershipNode>(d => d.BindFieldsImplicitly().Name("StructureMembership")
            .Description("A structure in a care team. It lets nobody in but the professionals it names."))
        .AddObjectType<RelativeNode>(d => d.BindFieldsImplicitly().Name("Relative").Description("A relative or an informal carer. Who may decide for the person is said in her rights."))
        .AddObjectType<CareTeamNode>(d => d.BindFieldsImplicitly().Name("CareTeam").Description("A care team at a time: in force first."))
        .AddTypeExtension("CareRecord", d =>
        {
            d.Field("team").Type("[TeamMembership!]").Argument("onDate", "DateTime").Argument("knownAt", "DateTime")
                .Description("Professionals who are, or were, in the team themselves: in force first. `onDate` gives it as it was then, `knownAt` as it was known then. Null when the subject may not read it.")
                .Resolve<TeamMembershipNode[]>(async c => await MembersAsync(c, await ReadAsync(c), m => m.Through is null));
            d.Field("careTeam").Type("CareTeam").Argument("onDate", "DateTime").Argument("knownAt", "DateTime")
                .Description("Professionals, structures and relatives; `onDate` gives the team as it was then, `knownAt` as it was known then.").Resolve<CareTeamNode>(WholeAsync);
        })
        .AddTypeExtension("Query", d => d.Field("professionals").Type("[Professional!]!").Argument("text", "String!")
            .Description("Professionals of the directory whose name, function or structure has every word: at most 20, for a care team.")
            .Resolve<IReadOnlyList<ProfessionalEntry>>(c =>
            {
                var scope = RequestScope.Of(c);
                scope.Require(scope.Decide(AccessAction.ChangeTeam, null).Permitted ? AccessAction.ChangeTeam : AccessAction.NameColleague);
                return c.Service<DirectorySearch>().ProfessionalsAsync(c.ArgumentValue<string>("text"), c.RequestAborted);
            }));

    private static async Task<TeamAt> ReadAsync(IResolverContext context)
    {
        var node = context.Parent<CareRecordNode>();
        await CareRecordQueries.DemandAsync(context, AccessAction.ReadTeam, node);
        return await CareTeamReader.ReadAsync(context, node, context.ArgumentValue<DateTimeOffset?>("onDate"), context.ArgumentValue<DateTimeOffset?>("knownAt"));
    }

    private static async Task<CareTeamNode> WholeAsync(IResolverContext context)
    {
        var (team, node) = (await ReadAsync(context), context.Parent<CareRecordNode>());
        var physician = CareTeamReader.PhysicianOf(team);
        return new(
            (int)(team.View?.Version ?? 0), team.At, await MembersAsync(context, team, m => m.Through is null), await StructuresAsync(context, team), await RelativesAsync(context, node, team),
            physician is null ? null : await Names.ProfessionalAsync(context, physician.Professional), physician is null && !team.IsPast ? node.View.Record.Life.NoPhysicianSince : null);
    }

    private static Task<TeamMembershipNode[]> MembersAsync(IResolverContext context, TeamAt team, Func<Membership, bool> which) => Task.WhenAll(
        (team.View?.Memberships ?? []).Where(which).OrderByDescending(m => m.StandsAt(team.At)).ThenBy(m => m.Since).Select(async m => new TeamMembershipNode(
            await Names.ProfessionalAsync(context, m.Professional), m.Role, TeamCodes.Of(m.Role), m.Basis, Texts.Get($"LegalCase.{m.Basis}"), m.Since, m.Until, m.StandsAt(team.At), m.Left,
            m.Replaces is { } away ? await Names.ProfessionalAsync(context, away) : null)));

    private static Task<StructureMembershipNode[]> StructuresAsync(IResolverContext context, TeamAt team) => Task.WhenAll(
        (team.View?.Structures ?? []).OrderByDescending(s => s.StandsAt(team.At)).ThenBy(s => s.Since).Select(async s => new StructureMembershipNode(
            s.Structure.Value, (await Names.EstablishmentAsync(context, s.Structure)).Name,
            (await context.Service<DirectoryReader>().OrganizationAsync(s.Structure.Value, context.RequestAborted))?.Category, s.Role, s.Basis, Texts.Get($"LegalCase.{s.Basis}"), s.Since, s.Until, s.StandsAt(team.At), s.Left,
            await MembersAsync(context, team, m => m.Through == s.Structure && m.Since >= s.Since && !(s.Until <= m.Since)))));

    private static async Task<RelativeNode[]> RelativesAsync(IResolverContext context, CareRecordNode node, TeamAt team)
    {
        if (team.View?.Relatives is not { Length: > 0 } relatives) return [];
        RequestScope.Of(context).Trail.Show(node.Territory, node.View.Record.PersonId);
        var texts = context.Service<ProtectedText>();
        return await Task.WhenAll(relatives.OrderByDescending(r => r.StandsAt(team.At)).ThenBy(r => r.Since).Select(async r => new RelativeNode(
            r.Relative.Id, await texts.OpenAsync(node.Territory, r.Relative.Name, context.RequestAborted) ?? Texts.Get("Person.Erased"),
            r.Relative.Phone is { } phone ? await texts.OpenAsync(node.Territory, phone, context.RequestAborted) : null,
            r.Relative.Tie, r.Relative.Role, TeamCodes.Of(r.Relative.Role), TeamWeek.In(r.Relative.Days), r.Since, r.Until, r.StandsAt(team.At))));
    }
}
