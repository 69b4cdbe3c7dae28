using Coordination.Api.CareRecord;
using Coordination.Api.Directory;
using Coordination.Api.GraphQL;
using Coordination.Api.Resources;
using Coordination.Api.Security;
using Coordination.Domain.Contacts;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Coordination.Projections.Contacts;
using Platform.GraphQL;

namespace Coordination.Api.Contacts;

/// <summary>A contact as GraphQL shows it.</summary>
public sealed record ContactNode(TerritoryId Territory, RecordedContactView View);

/// <summary>Contacts of a record.</summary>
public static class ContactNodes
{
    private static readonly PageKey[] Order = [new("at", "timestamptz", Descending: true), new("id", "uuid", Descending: true)];

    /// <summary>Adds them to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema
        .AddEnumType<ContactChannel>()
        .AddEnumType<ContactDirection>()
        .AddEnumType<ContactParty>()
        .AddEnumType<ContactOutcome>()
        .AddObjectType<ContactNode>(d =>
        {
            d.Name("RecordedContact").Description("A call, a visit, a meeting or a message about a person.");
            d.Field("id").Type("ID!").Resolve(c => NodeId.Encode("RecordedContact", View(c).Id));
            d.Field("channel").Type("ContactChannel!").Resolve(c => Contact(c).Facts.Channel);
            d.Field("direction").Type("ContactDirection!").Resolve(c => Contact(c).Facts.Direction);
            d.Field("with").Type("ContactParty!").Resolve(c => Contact(c).Facts.With);
            d.Field("professional").Type("Professional").Resolve<ProfessionalEntry?>(async c =>
                Contact(c).Facts.Professional is { } id ? await Names.ProfessionalAsync(c, id) : null);
            d.Field("structure").Type("Provider").Resolve<ProviderEntry?>(async c => Contact(c).Facts.Structure is { } number ? await Names.ProviderAsync(c, number) : null);
            d.Field("named").Type("String").Description("Who it was with, in words.").Resolve<string?>(c => OpenAsync(c, Contact(c).Named));
            d.Field("at").Type("DateTime!").Resolve(c => Contact(c).Facts.At);
            d.Field("minutes").Type("Int!").Resolve(c => Contact(c).Facts.Minutes);
            d.Field("outcome").Type("ContactOutcome!").Resolve(c => Contact(c).Facts.Outcome);
            d.Field("text").Type("String").Resolve<string?>(c => OpenAsync(c, Contact(c).Text));
            d.Field("by").Type("Professional!").Resolve(c => Names.ProfessionalAsync(c, Contact(c).By));
            d.Field("recordedAt").Type("DateTime!").Resolve(c => View(c).RecordedAt);
            d.Field("corrections").Type("Int!").Description("How often it was corrected; the earlier words stay in the history.").Resolve(c => Contact(c).Corrections);
            d.Field("withdrawn").Type("Boolean!").Description("Taken back: it did not take place.").Resolve(c => Contact(c).Withdrawn);
            d.Field("history").Type("[HistoryEntry!]!").Resolve(c => History.ReadAsync(c, c.Parent<ContactNode>().Territory, View(c).Id, null));
            d.Field("version").Type("Int!").Resolve(c => (int)View(c).Version);
        })
        .AddConnection<ContactNode>("RecordedContacts")
        .AddTypeExtension("CareRecord", d => d.Field("contacts").UsePaging("RecordedContacts")
            .Description("Contacts that the DAC had about the person, last one first. Null when the subject may not read them.").Resolve<Connection<ContactNode>>(ListAsync));

    private static RecordedContactView View(IResolverContext context) => context.Parent<ContactNode>().View;

    private static RecordedContact Contact(IResolverContext context) => View(context).Contact;

    private static async Task<Connection<ContactNode>> ListAsync(IResolverContext context)
    {
        var node = context.Parent<CareRecordNode>();
        await CareRecordQueries.DemandAsync(context, AccessAction.ReadWork, node);
        var request = new ListRequest([], [], Order);
        var persons = await PersonIdentities.OfAsync(context, node);
        request.Add("person_id = any({0})", persons);
        return await context.Service<ListPage>().ReadAsync<RecordedContactView, ContactNode>(
            node.Territory, $"contacts|{node.View.Id}|{RequestScope.Of(context).Subject.Id}", request, context.ArgumentValue<int?>("first"), context.ArgumentValue<string?>("after"),
            view => [ListPage.Value(view.Contact.Facts.At), view.Id.ToString()], view => new(node.Territory, view), context.RequestAborted);
    }

    private static async Task<string?> OpenAsync(IResolverContext context, Protected<string>? text)
    {
        if (text is null) return null;
        var territory = context.Parent<ContactNode>().Territory;
        RequestScope.Of(context).Trail.Show(territory, text.Subject);
        return await context.Service<ProtectedText>().OpenAsync(territory, text, context.RequestAborted) ?? Texts.Get("Person.Erased");
    }
}
