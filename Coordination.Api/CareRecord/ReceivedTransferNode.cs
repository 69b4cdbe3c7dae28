using System.Text.Json;
using Coordination.Api.GraphQL;
using Coordination.Api.Persons;
using Coordination.Api.Resources;
using Coordination.Api.Security;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;
using Coordination.Projections.CareRecord;
using Platform.EventStore;
using Platform.GraphQL;
using Record = Coordination.Domain.CareRecord.CareRecord;

namespace Coordination.Api.CareRecord;

/// <summary>A transfer where it arrived, as GraphQL shows it.</summary>
public sealed record ReceivedTransferNode(TerritoryId Territory, ReceivedTransferView View);

/// <summary>What arrived, as far as the subject may read it.</summary>
public sealed record ReceivedContent(string Name, DateOnly? BirthDate, string? Phone, string? Commune, IReadOnlyList<ReceivedText> Situation, IReadOnlyList<ExportedLine> Lines);

/// <summary>A heading that arrived.</summary>
public sealed record ReceivedText(SituationTopic Topic, string Label, string Text);

/// <summary>The GraphQL type <c>ReceivedTransfer</c>.</summary>
public sealed class ReceivedTransferType : ObjectType<ReceivedTransferNode>
{
    /// <inheritdoc />
    protected override void Configure(IObjectTypeDescriptor<ReceivedTransferNode> descriptor)
    {
        descriptor.Name("ReceivedTransfer").Implements("Node").Description("A record of another territory that arrived here.");
        descriptor.Field("id").Type("ID!").Resolve(c => NodeId.Encode("ReceivedTransfer", Node(c).View.Id));
        descriptor.Field("from").Type("TransferTarget!").Resolve<TransferTarget>(c => TransferFields.NameAsync(c, Node(c).View.Transfer.From));
        descriptor.Field("status").Type("TransferStatus!").Resolve(c => Node(c).View.Transfer.Status);
        descriptor.Field("receivedAt").Type("DateTime!").Resolve(c => Node(c).View.ReceivedAt);
        descriptor.Field("informedOn").Type("Date!").Description("When the person was informed of the transfer.").Resolve(c => Node(c).View.Transfer.InformedOn);
        descriptor.Field("parts").Type("[TransferPart!]!").Description("What goes along.").Resolve(c => Node(c).View.Transfer.Parts.ToList().ToArray());
        descriptor.Field("answeredOn").Type("Date").Resolve(c => Node(c).View.Transfer.AnsweredOn);
        descriptor.Field("answeredBy").Type("String").Resolve<string?>(async c => Node(c).View.AnsweredBy is { } by ? await Names.AuthorAsync(c, by) : null);
        descriptor.Field("refusal").Type("TransferRefusal").Resolve(c => Node(c).View.Transfer.Refusal);
        descriptor.Field("content").Type("ReceivedContent").Description("What arrived, as far as the subject may read it; null once it was refused.").Resolve<ReceivedContent?>(async c =>
            await OpenAsync(c, Node(c)) is { } export ? Content(export) : null);
        descriptor.Field("candidates").Type("[Person!]!").Description("Those known here who may be she; each has to be looked at before she is registered.").Resolve<IReadOnlyList<PersonNode>>(async c =>
            Node(c).View.Transfer.Status is TransferStatus.Awaiting && await ExportAsync(c, Node(c)) is { } export
                ? await PersonDoor.OpenAsync(c, AccessAction.SearchPersons, (await CandidatesAsync(c, Node(c), export)).Take(10))
                : []);
        descriptor.Field("record").Type("CareRecord").Description("The record that goes on here.").Resolve<CareRecordNode?>(async c =>
            Node(c).View.Transfer.Person is { } person ? await CareRecordQueries.FindAsync(c, Record.IdOf(Node(c).Territory, person).Value) : null);
        descriptor.Field("version").Type("Int!").Resolve(c => (int)Node(c).View.Version);
    }

    /// <summary>What arrived, opened; what the subject may not read is left out. Null when it was refused or may not be read at all.</summary>
    public static async Task<TransferExport?> OpenAsync(IResolverContext context, ReceivedTransferNode node)
    {
        if (await ClassesAsync(context, node) is not { Count: > 0 } classes || await ExportAsync(context, node) is not { } export) return null;
        foreach (var reach in classes) RequestScope.Of(context).Trail.Show(node.Territory, Holder(node), reach);
        return export with { Situation = [.. export.Situation.Where(h => classes.Contains(SituationTopics.ClassOf(h.Topic)))], Lines = [.. export.Lines.Where(l => classes.Contains(l.Class))] };
    }

    /// <summary>Everything that arrived, for an answer.</summary>
    public static async Task<TransferExport?> ExportAsync(IResolverContext context, ReceivedTransferNode node) =>
        node.View.Transfer.Export is { } sealedText && await context.Service<ProtectedText>().OpenAsync(node.Territory, sealedText, context.RequestAborted) is { } json
            ? JsonSerializer.Deserialize<TransferExport>(json, context.Service<DocumentStore>().Options.Json)
            : null;

    /// <summary>Those known here who may be she.</summary>
    public static async Task<IReadOnlyList<PersonKey>> CandidatesAsync(IResolverContext context, ReceivedTransferNode node, TransferExport export) =>
        [.. (await context.Service<IdentityDesk>().CandidatesAsync(node.Territory, export.Traits, context.RequestAborted)).Select(c => c.Key)];

    // Before the answer nobody has a record here: the profile decides. After it, the record does.
    private static async Task<HashSet<DataClass>> ClassesAsync(IResolverContext context, ReceivedTransferNode node)
    {
        var role = RequestScope.Of(context).Subject.Role;
        var classes = AccessRules.Of(role, AccessAction.ReadTransfers).SelectMany(r => r.Classes).ToHashSet();
        if (node.View.Transfer.Person is not { } person) return classes;
        if (await CareRecordQueries.LoadAsync(context, node.Territory, Record.IdOf(node.Territory, person).Value) is not { } record) return [];
        var readable = new HashSet<DataClass>();
        foreach (var reach in classes)
            if ((await CareRecordQueries.DecideAsync(context, AccessAction.ReadRecords, record, reach)).Permitted) readable.Add(reach);
        return readable;
    }

    private static PersonId Holder(ReceivedTransferNode node) => node.View.Transfer.Person ?? node.View.Transfer.Newcomer;

    private static ReceivedContent Content(TransferExport export) => new(
        $"{export.Traits.UsedName ?? export.Traits.BirthName} {export.Traits.GivenNames.FirstOrDefault()}".Trim(), export.Traits.BirthDate, export.Traits.Phone, export.Traits.Commune?.Value,
        [.. export.Situation.Select(h => new ReceivedText(h.Topic, Texts.Get($"Situation.{h.Topic}"), h.Text))], export.Lines);

    private static ReceivedTransferNode Node(IResolverContext context) => context.Parent<ReceivedTransferNode>();
}
