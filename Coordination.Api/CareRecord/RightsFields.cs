using Coordination.Api.Directory;
using Coordination.Api.GraphQL;
using Coordination.Api.Resources;
using Coordination.Api.Security;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Kernel;
using Platform.GraphQL;

namespace Coordination.Api.CareRecord;

/// <summary>Where one kind of sharing stands.</summary>
public sealed record ScopeStanding(SharingScope Scope, string Label, SharingState State, string StateLabel, DateOnly? On, DateOnly? Until, ConsentMeans? Means);

/// <summary>Somebody designated, opened.</summary>
public sealed record ContactNode(Guid Id, ContactKind Kind, string KindLabel, string Name, string? Phone, DateOnly From, DateOnly? Until, bool Represents);

/// <summary>What a person decided about sharing.</summary>
public sealed record RightsNode(IReadOnlyList<ScopeStanding> Scopes, IReadOnlyList<ProfessionalEntry> Excluded, IReadOnlyList<ContactNode> Contacts);

/// <summary><c>CareRecord.rights</c>.</summary>
public static class RightsFields
{
    /// <summary>Adds it to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema
        .AddEnumType<SharingState>()
        .AddObjectType<ScopeStanding>(d => d.BindFieldsImplicitly())
        .AddObjectType<ContactNode>(d => d.BindFieldsImplicitly().Name("DesignatedContact")
            .Description("A representative, the trusted person, or somebody not to be warned. `represents` is false for a trusted person."))
        .AddObjectType<RightsNode>(d => d.BindFieldsImplicitly().Name("PersonRights"))
        .AddTypeExtension("CareRecord", d => d.Field("rights").Type("PersonRights")
            .Description("What the person decided about sharing; null with an error when the subject may not read it.").Resolve<RightsNode>(ReadAsync));

    private static async Task<RightsNode> ReadAsync(IResolverContext context)
    {
        var node = context.Parent<CareRecordNode>();
        await CareRecordQueries.DemandAsync(context, AccessAction.ReadRights, node);
        var scope = RequestScope.Of(context);
        scope.Trail.Show(node.Territory, node.View.Record.PersonId);
        var rights = node.View.Record.Rights;
        var today = scope.Context.Today;
        var standings = Enum.GetValues<SharingScope>().Select(kind =>
        {
            var state = rights.StateOf(kind, node.View.Record.Informed, today);
            var consent = rights.Consents.GetValueOrDefault(kind);
            return new ScopeStanding(kind, Texts.Get($"Scope.{kind}"), state, Texts.Get($"SharingState.{state}"), consent?.On, consent?.Until, consent?.Means);
        });
        var excluded = await Task.WhenAll(rights.Excluded.From.Select(p => Names.ProfessionalAsync(context, p)));
        var contacts = await Task.WhenAll(rights.Contacts.Select(async c => new ContactNode(
            c.Id, c.Kind, Texts.Get($"ContactKind.{c.Kind}"), await OpenAsync(context, node, c.Name) ?? Texts.Get("Person.Erased"), await OpenAsync(context, node, c.Phone), c.From, c.Until, c.Represents)));
        return new([.. standings], excluded, contacts);
    }

    private static async Task<string?> OpenAsync(IResolverContext context, CareRecordNode node, Protected<string>? text) =>
        text is null ? null : await context.Service<ProtectedText>().OpenAsync(node.Territory, text, context.RequestAborted);
}
