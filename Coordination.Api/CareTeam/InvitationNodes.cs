using Coordination.Api.CareRecord;
using Coordination.Api.Directory;
using Coordination.Api.GraphQL;
using Coordination.Api.Resources;
using Coordination.Api.Security;
using Coordination.Domain.CareTeam;
using Coordination.Domain.Identifiers;
using Coordination.Projections.CareTeam;
using Platform.EventStore;
using Platform.GraphQL;

namespace Coordination.Api.CareTeam;

/// <summary>An invitation as GraphQL shows it.</summary>
public sealed record TeamInvitationNode(TerritoryId Territory, TeamInvitationView View);

/// <summary>The GraphQL type <c>TeamInvitation</c>, and a record's invitations.</summary>
public static class InvitationFields
{
    /// <summary>Adds them to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema
        .AddEnumType<InvitationStatus>()
        .AddObjectType<TeamInvitationNode>(d =>
        {
            d.Name("TeamInvitation").Description("A professional, or a structure, is asked to take part in a person's care.");
            d.Field("id").Type("ID!").Resolve(c => NodeId.Encode("TeamInvitation", View(c).Id));
            d.Field("status").Type("InvitationStatus!").Resolve(c => Invitation(c).StatusAt(RequestScope.Of(c).Context.Now));
            d.Field("professional").Type("Professional").Resolve<ProfessionalEntry?>(async c => Invitation(c).Professional is { } who ? await Names.ProfessionalAsync(c, who) : null);
            d.Field("structure").Type("String").Description("FINESS of the invited structure.").Resolve(c => Invitation(c).Structure?.Value);
            d.Field("structureName").Type("String").Resolve<string?>(async c => Invitation(c).Structure is { } number ? (await Names.EstablishmentAsync(c, number)).Name : null);
            d.Field("role").Type("TeamRole!").Resolve(c => Invitation(c).Role);
            d.Field("basis").Type("LegalCase!").Resolve(c => Invitation(c).Basis);
            d.Field("basisLabel").Type("String!").Resolve(c => Texts.Get($"LegalCase.{Invitation(c).Basis}"));
            d.Field("until").Type("DateTime").Description("End of the membership when it is known from the start.").Resolve(c => Invitation(c).Until);
            d.Field("at").Type("DateTime!").Resolve(c => View(c).At);
            d.Field("by").Type("String!").Resolve<string>(c => Names.AuthorAsync(c, View(c).By));
            d.Field("expiresAt").Type("DateTime!").Resolve(c => Invitation(c).ExpiresAt);
            d.Field("answeredAt").Type("DateTime").Resolve(c => View(c).AnsweredAt);
            d.Field("answeredBy").Type("Professional").Resolve<ProfessionalEntry?>(async c => View(c).AnsweredBy is { } who ? await Names.ProfessionalAsync(c, who) : null);
            d.Field("refusal").Type("String").Description("Why it was declined.").Resolve<string?>(RefusalAsync);
            d.Field("described").Type("String!").Description("Initials, year of birth and commune: what an invited professional reads before the answer.").Resolve<string>(DescribedAsync);
            d.Field("record").Type("CareRecord").Description("The record, for those who may read it: the DAC, and the invited once the invitation is accepted.").Resolve<CareRecordNode?>(RecordAsync);
        })
        .AddConnection<TeamInvitationNode>("TeamInvitations")
        .AddTypeExtension("CareRecord", d => d.Field("invitations").Type("[TeamInvitation!]").Description("Invitations to the team, the last one first.")
            .Resolve<TeamInvitationNode[]>(async c =>
            {
                var node = c.Parent<CareRecordNode>();
                await CareRecordQueries.DemandAsync(c, AccessAction.ReadTeam, node);
                await using var session = c.Service<DocumentStore>().QuerySession(node.Territory.Value);
                var views = await session.QueryAsync<TeamInvitationView>("where person_id = $1", [node.View.Record.PersonId.Value], c.RequestAborted);
                return [.. views.OrderByDescending(v => v.At).ThenBy(v => v.Id).Select(v => new TeamInvitationNode(node.Territory, v))];
            }));

    private static TeamInvitationView View(IResolverContext context) => context.Parent<TeamInvitationNode>().View;

    private static TeamInvitation Invitation(IResolverContext context) => View(context).Invitation;

    private static async Task<string?> RefusalAsync(IResolverContext context)
    {
        if (View(context).Refusal is not { } refusal) return null;
        var territory = context.Parent<TeamInvitationNode>().Territory;
        RequestScope.Of(context).Trail.Show(territory, refusal.Subject);
        return await context.Service<ProtectedText>().OpenAsync(territory, refusal, context.RequestAborted) ?? Texts.Get("Person.Erased");
    }

    private static async Task<string> DescribedAsync(IResolverContext context)
    {
        var person = await PersonType.LoadAsync(context, context.Parent<TeamInvitationNode>().Territory, Invitation(context).Person);
        if (person.Traits is not { } traits) return Texts.Get("Person.Erased");
        var commune = traits.Commune is { } code ? await context.Service<DirectoryReader>().CommuneNameAsync(code.Value, context.RequestAborted) : null;
        string?[] parts = [$"{Initial(traits.GivenNames.FirstOrDefault())} {Initial(traits.UsedName ?? traits.BirthName)}", traits.BirthDate is { } born ? Texts.Get("Invitation.Born", born.Year) : null, commune];
        return string.Join(", ", parts.Where(p => !string.IsNullOrEmpty(p)));
    }

    private static string Initial(string? name) => string.IsNullOrWhiteSpace(name) ? "?" : $"{char.ToUpperInvariant(name.Trim()[0])}.";

    private static async Task<CareRecordNode?> RecordAsync(IResolverContext context)
    {
        var scope = RequestScope.Of(context);
        // Who is only asked is told no record, and no refused reading is noted for it.
        if (!scope.Decide(AccessAction.AnswerAccess, null).Permitted && Invitation(context).Status is not InvitationStatus.Accepted) return null;
        if (!scope.Decide(AccessAction.ReadRecords, null).Permitted) return null;
        var territory = context.Parent<TeamInvitationNode>().Territory;
        return await CareRecordQueries.FindAsync(context, Domain.CareRecord.CareRecord.IdOf(territory, Invitation(context).Person).Value);
    }
}
