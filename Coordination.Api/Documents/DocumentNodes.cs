using Coordination.Api.CareRecord;
using Coordination.Api.GraphQL;
using Coordination.Api.Resources;
using Coordination.Api.Security;
using Coordination.Domain.Documents;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Coordination.Projections.Documents;
using Platform.EventStore;
using Platform.GraphQL;

namespace Coordination.Api.Documents;

/// <summary>A document as GraphQL shows it.</summary>
public sealed record DocumentNode(TerritoryId Territory, DocumentView View);

/// <summary>Somebody who opened a document.</summary>
public sealed record DocumentReader(string Who, DateTimeOffset FirstAt, DateTimeOffset LastAt, int Times);

/// <summary><c>CareRecord.documents</c>.</summary>
public static class DocumentNodes
{
    /// <summary>Adds the types.</summary>
    public static void Add(SchemaBuilder schema) => schema
        .AddEnumType<DocumentKind>()
        .AddEnumType<DocumentStatus>()
        .AddObjectType<DocumentReader>(d => d.BindFieldsImplicitly())
        .AddObjectType<DocumentNode>(d =>
        {
            d.Name("Document").Description("A document about a person; its content is at `address`.");
            d.Field("id").Type("ID!").Resolve(c => NodeId.Encode("Document", Node(c).View.Id));
            d.Field("kind").Type("DocumentKind!").Resolve(c => Node(c).View.Document.Kind);
            d.Field("class").Type("DataClass!").Resolve(c => Node(c).View.Document.Class);
            d.Field("title").Type("String!").Resolve<string>(c => OpenAsync(c, Node(c).View.Document.Title));
            d.Field("datedOn").Type("Date").Resolve(c => Node(c).View.Document.DatedOn);
            d.Field("mediaType").Type("String!").Resolve(c => MediaTypes.Name(Node(c).View.Document.MediaType));
            d.Field("size").Type("Int!").Description("In bytes.").Resolve(c => (int)Node(c).View.Document.Size);
            d.Field("sha256").Type("String!").Resolve(c => Node(c).View.Document.Sha256);
            d.Field("status").Type("DocumentStatus!").Resolve(c => Node(c).View.Document.Status);
            d.Field("author").Type("String!").Resolve<string>(c => Names.AuthorAsync(c, Node(c).View.By));
            d.Field("depositedAt").Type("DateTime!").Resolve(c => Node(c).View.DepositedAt);
            d.Field("replaces").Type("ID").Resolve(c => Node(c).View.Document.Replaces is { } old ? NodeId.Encode("Document", old) : null);
            d.Field("reason").Type("String").Description("Why it was taken back.").Resolve<string?>(async c =>
                Node(c).View.Document.Reason is { } reason ? await OpenAsync(c, reason) : null);
            d.Field("address").Type("String!").Description("Where the content is; each opening is noted.")
                .Resolve(c => $"{DocumentEndpoints.Folder}/{NodeId.Encode("Document", Node(c).View.Id)}/content");
            d.Field("readers").Type("[DocumentReader!]!").Description("Who opened it, last one first.").Resolve<DocumentReader[]>(ReadersAsync);
            d.Field("version").Type("Int!").Resolve(c => (int)Node(c).View.Version);
        })
        .AddTypeExtension("CareRecord", d => d.Field("documents").Type("[Document!]").Argument("all", "Boolean")
            .Description("The person's documents whose class the subject may read, last one first; `all` gives those out of use too. Null when the subject may read none.")
            .Resolve<DocumentNode[]>(ListAsync));

    private static DocumentNode Node(IResolverContext context) => context.Parent<DocumentNode>();

    private static async Task<DocumentNode[]> ListAsync(IResolverContext context)
    {
        var node = context.Parent<CareRecordNode>();
        await CareRecordQueries.DemandAsync(context, AccessAction.ReadDocuments, node);
        var current = context.ArgumentValue<bool?>("all") == true ? "" : "and status = 'Deposited' ";
        await using var session = context.Service<DocumentStore>().QuerySession(node.Territory.Value);
        var views = await session.QueryAsync<DocumentView>($"where person_id = $1 {current}order by deposited_at desc, id desc limit 500", [node.View.Record.PersonId.Value], context.RequestAborted);
        var readable = new List<DocumentNode>(views.Count);
        foreach (var reach in views.GroupBy(v => v.Document.Class))
            if ((await CareRecordQueries.DecideAsync(context, AccessAction.ReadDocuments, node, reach.Key)).Permitted)
            {
                RequestScope.Of(context).Trail.Show(node.Territory, node.View.Record.PersonId, reach.Key);
                readable.AddRange(reach.Select(v => new DocumentNode(node.Territory, v)));
            }

        return [.. readable.OrderByDescending(n => n.View.DepositedAt).ThenByDescending(n => n.View.Id)];
    }

    private static async Task<string> OpenAsync(IResolverContext context, Protected<string> text) =>
        await context.Service<ProtectedText>().OpenAsync(Node(context).Territory, text, context.RequestAborted) ?? Texts.Get("Person.Erased");

    private static async Task<DocumentReader[]> ReadersAsync(IResolverContext context)
    {
        var rows = await context.DataLoader<DocumentReadersLoader>().LoadAsync(new(Node(context).Territory, Node(context).View.Id));
        return await Task.WhenAll(rows.Select(async r => new DocumentReader(await Names.AuthorAsync(context, r.Reader), r.FirstAt, r.LastAt, r.Times)));
    }
}
