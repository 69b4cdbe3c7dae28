using Coordination.Api.Directory;
using Coordination.Api.GraphQL;
using Coordination.Api.Resources;
using Coordination.Api.Security;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;
using Coordination.Projections.CareRecord;
using Platform.GraphQL;

namespace Coordination.Api.CareRecord;

/// <summary>A coordination record as GraphQL shows it.</summary>
public sealed record CareRecordNode(TerritoryId Territory, CareRecordView View)
{
    /// <summary>As of when it is read; null for now.</summary>
    public AsOf? AsOf { get; init; }

    /// <summary>Whose it is.</summary>
    public PersonKey Person => new(Territory, View.Record.PersonId);
}

/// <summary>A time to look back to, in one of two senses.</summary>
/// <param name="OnDate">As it was then: facts that had happened by this instant.</param>
/// <param name="KnownAt">As it was known then: facts recorded by this instant.</param>
public sealed record AsOf(DateTimeOffset? OnDate, DateTimeOffset? KnownAt);

/// <summary>A heading of the situation, opened.</summary>
public sealed record SituationItem(SituationTopic Topic, string Label, string Text, string Author, DateTimeOffset At);

/// <summary>A class of data that the subject may not read, and why.</summary>
public sealed record HiddenPart(DataClass Class, string Rule, string Message);

/// <summary>The GraphQL type <c>CareRecord</c>.</summary>
public sealed class CareRecordType : ObjectType<CareRecordNode>
{
    private static readonly DataClass[] Classes = [DataClass.Social, DataClass.Clinical, DataClass.MentalHealth];

    /// <inheritdoc />
    protected override void Configure(IObjectTypeDescriptor<CareRecordNode> descriptor)
    {
        descriptor.Name("CareRecord").Implements("Node").Description("A coordination record (dossier de coordination).");
        descriptor.Field("id").Type("ID!").Resolve(c => NodeId.Encode("CareRecord", Node(c).View.Id));
        descriptor.Field("person").Type("Person!").Resolve(c => PersonType.LoadAsync(c, Node(c).Territory, Node(c).View.Record.PersonId));
        descriptor.Field("openedOn").Type("Date!").Resolve(c => Node(c).View.OpenedOn);
        descriptor.Field("informedOn").Type("Date").Description("When the person was informed; null until then: nobody outside the DAC reads the record.")
            .Resolve(c => Node(c).View.InformedOn);
        descriptor.Field("commune").Type("String!").Resolve<string>(c => c.Service<DirectoryReader>().CommuneNameAsync(Node(c).View.Record.Commune.Value, c.RequestAborted));
        descriptor.Field("referent").Type("Professional").Resolve<ProfessionalEntry?>(async c =>
            Node(c).View.Record.Referent is { } referent ? await Names.ProfessionalAsync(c, referent) : null);
        descriptor.Field("suspended").Type("Boolean!").Resolve(c => Node(c).View.Record.Suspended);
        descriptor.Field("restricted").Type("Boolean!").Description("Kept to the referent and the care team.").Resolve(c => Node(c).View.Record.Restricted);
        descriptor.Field("deceased").Type("Boolean!").Resolve(c => Node(c).View.Record.Deceased);
        descriptor.Field("changedAt").Type("DateTime!").Resolve(c => Node(c).View.ChangedAt);
        foreach (var (name, reach) in new[] { ("socialSituation", DataClass.Social), ("clinicalSituation", DataClass.Clinical), ("mentalHealthSituation", DataClass.MentalHealth) })
            descriptor.Field(name).Type("[SituationItem!]").Description("What is known, by heading; null with an error that names the rule when the subject may not read it.")
                .Resolve<SituationItem[]>(c => SituationAsync(c, reach));
        descriptor.Field("hidden").Type("[HiddenPart!]!").Description("Classes of data that the subject may not read, and why.").Resolve<HiddenPart[]>(HiddenAsync);
        descriptor.Field("history").Type("[HistoryEntry!]").Description("Every fact of the record, first one first.").Resolve<HistoryEntry[]>(async c =>
        {
            await CareRecordQueries.DemandAsync(c, AccessAction.ReadRights, Node(c));
            return await History.ReadAsync(c, Node(c).Territory, Node(c).View.Id, null);
        });
        descriptor.Field("version").Type("Int!").Resolve(c => (int)Node(c).View.Version);
    }

    private static async Task<SituationItem[]> SituationAsync(IResolverContext context, DataClass reach)
    {
        await CareRecordQueries.DemandAsync(context, AccessAction.ReadRecords, Node(context), reach);
        var scope = RequestScope.Of(context);
        var view = Node(context).View;
        var entries = view.Record.Situation.Where(e => SituationTopics.ClassOf(e.Topic) == reach && !e.IsMaskedFrom(scope.Subject.Professional)).ToList();
        if (entries.Count > 0) scope.Trail.Show(Node(context).Territory, view.Record.PersonId, reach);
        return await Task.WhenAll(entries.Select(async e =>
        {
            var source = view.Sources.First(s => s.Topic == e.Topic);
            var text = await context.Service<ProtectedText>().OpenAsync(Node(context).Territory, e.Text, context.RequestAborted);
            return new SituationItem(e.Topic, Texts.Get($"Situation.{e.Topic}"), text ?? Texts.Get("Person.Erased"), await Names.AuthorAsync(context, source.By), source.At);
        }));
    }

    private static async Task<HiddenPart[]> HiddenAsync(IResolverContext context)
    {
        var verdicts = await Task.WhenAll(Classes.Select(async reach =>
            (reach, Verdict: await CareRecordQueries.DecideAsync(context, AccessAction.ReadRecords, Node(context), reach))));
        return [.. verdicts.Where(v => !v.Verdict.Permitted).Select(v => new HiddenPart(v.reach, v.Verdict.Rule, Texts.Get($"Access.{v.Verdict.Rule}")))];
    }

    private static CareRecordNode Node(IResolverContext context) => context.Parent<CareRecordNode>();
}
