using Coordination.Api.CareRecord;
using Coordination.Api.Directory;
using Coordination.Api.GraphQL;
using Coordination.Api.Resources;
using Coordination.Api.Security;
using Coordination.Domain.CareTeam;
using Platform.GraphQL;

namespace Coordination.Api.CareTeam;

/// <summary>A membership in words.</summary>
public sealed record TeamMembershipNode(
    ProfessionalEntry Professional, TeamRole Role, LegalCase Basis, string BasisLabel, DateTimeOffset Since, DateTimeOffset? Until, bool InForce, LeaveReason? Left);

/// <summary>The team of a record, as GraphQL shows it.</summary>
public static class TeamFields
{
    /// <summary>Adds the types, and the search of professionals who may join.</summary>
    public static void Add(SchemaBuilder schema) => schema
        .AddEnumType<TeamRole>()
        .AddEnumType<LegalCase>()
        .AddEnumType<LeaveReason>()
        .AddObjectType<TeamMembershipNode>(d => d.BindFieldsImplicitly().Name("TeamMembership")
            .Description("A membership of a care team: on what legal ground, since when, until when."))
        .AddTypeExtension("CareRecord", d => d.Field("team").Type("[TeamMembership!]")
            .Description("Everybody who is, or was, in the team: in force first. Null when the subject may not read it.").Resolve<TeamMembershipNode[]>(ReadAsync))
        .AddTypeExtension("Query", d => d.Field("professionals").Type("[Professional!]!").Argument("text", "String!")
            .Description("Professionals of the directory whose name, function or structure has every word: at most 20, for a care team.")
            .Resolve<IReadOnlyList<ProfessionalEntry>>(c =>
            {
                RequestScope.Of(c).Require(AccessAction.ChangeTeam);
                return c.Service<DirectorySearch>().ProfessionalsAsync(c.ArgumentValue<string>("text"), c.RequestAborted);
            }));

    private static async Task<TeamMembershipNode[]> ReadAsync(IResolverContext context)
    {
        var node = context.Parent<CareRecordNode>();
        await CareRecordQueries.DemandAsync(context, AccessAction.ReadTeam, node);
        var access = await PersonAccessLoader.ReadNowAsync(context, node.Person);
        var now = context.Service<TimeProvider>().GetUtcNow();
        return await Task.WhenAll((access.Team?.Memberships ?? []).OrderByDescending(m => m.StandsAt(now)).ThenBy(m => m.Since).Select(async m => new TeamMembershipNode(
            await Names.ProfessionalAsync(context, m.Professional), m.Role, m.Basis, Texts.Get($"LegalCase.{m.Basis}"), m.Since, m.Until, m.StandsAt(now), m.Left)));
    }
}
