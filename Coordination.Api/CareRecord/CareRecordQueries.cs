using System.Globalization;
using System.Text.Json;
using Coordination.Api.GraphQL;
using Coordination.Api.Resources;
using Coordination.Api.Security;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;
using Coordination.Projections.CareRecord;
using Platform.EventStore;
using Platform.GraphQL;
using Record = Coordination.Domain.CareRecord.CareRecord;

namespace Coordination.Api.CareRecord;

/// <summary>Which records are asked for; every part narrows.</summary>
/// <param name="Mine">Of which the subject is referent or deputy.</param>
/// <param name="Text">Letters of names, accents and hyphens aside, or as they sound.</param>
public sealed record CareRecordFilterInput(
    bool? Mine = null, string? Commune = null, bool? Informed = null, string? Text = null, IReadOnlyList<RecordStatus>? Status = null, IReadOnlyList<FollowUpIntensity>? Intensity = null,
    string? Referent = null, bool? WithoutReferent = null);

/// <summary>What records are sorted by.</summary>
public enum CareRecordSortField
{
    /// <summary>Last fact.</summary>
    ChangedAt,

    /// <summary>Opening.</summary>
    OpenedOn,
}

/// <summary>One sort of the records.</summary>
public sealed record CareRecordSortInput(CareRecordSortField Field, SortDirection Direction);

/// <summary>Whether the subject may read a record, and if not, why and what to do.</summary>
public sealed record AccessAnswer(bool Permitted, string Rule, string Message);

/// <summary>Queries about coordination records, and the types they give.</summary>
public static class CareRecordQueries
{
    // Only somebody who knew the person learns why access ended; to anybody else it looks like a person who does not exist.
    private static readonly string[] ToldRules = ["LEFT_TEAM", "EXCLUDED_BY_PERSON", "OPPOSED", "CONSENT_MISSING", "SUSPENDED", "NOT_INFORMED", "RESTRICTED"];

    /// <summary>Adds them to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema
        .AddType<CareRecordType>()
        .AddObjectType<SituationItem>(d => d.BindFieldsImplicitly())
        .AddObjectType<HiddenPart>(d => d.BindFieldsImplicitly())
        .AddObjectType<AccessAnswer>(d => d.BindFieldsImplicitly())
        .AddEnumType<SituationTopic>()
        .AddEnumType<DataClass>()
        .AddEnumType<CareRecordSortField>()
        .AddInputObjectType<CareRecordFilterInput>(d => d.Field("referent", sdlType: "ID"))
        .AddInputObjectType<CareRecordSortInput>()
        .AddConnection<CareRecordNode>("CareRecords")
        .AddTypeExtension("Query", d =>
        {
            d.Field("careRecords").UsePaging("CareRecords").Argument("where", "CareRecordFilterInput").Argument("order", "[CareRecordSortInput!]")
                .Description("Records that the subject may read: those of the DAC, or of the circles the subject is in. Last changed first.")
                .Resolve<Connection<CareRecordNode>>(ListAsync);
            d.Field("careRecord").Type("CareRecord").Argument("id", "ID!").Argument("onDate", "DateTime").Argument("knownAt", "DateTime")
                .Description("By the id of a record or of a person; null when it does not exist or may not be known. `onDate` gives it as it was then, `knownAt` as it was known then; who may read is decided as of now.")
                .Resolve<CareRecordNode?>(OpenAsOfAsync);
            d.Field("accessTo").Type("AccessAnswer!").Argument("id", "ID!")
                .Description("Why a record of somebody that the subject knew is open or closed to him; NOT_FOUND for anybody else.").Resolve<AccessAnswer>(ExplainAsync);
        });

    /// <summary>The record of this id, if the subject may know of it.</summary>
    public static async Task<CareRecordNode?> FindAsync(IResolverContext context, Guid id)
    {
        var scope = RequestScope.Of(context);
        if (await LoadAsync(context, scope.Require(AccessAction.ReadRecords), id) is not { } node) return null;
        var verdict = await DecideAsync(context, AccessAction.ReadRecords, node);
        if (!verdict.Permitted) scope.Trail.Refuse(node.Territory, node.View.Record.PersonId, AccessAction.ReadRecords, verdict.Rule);
        return verdict.Permitted ? node : null;
    }

    /// <summary>The same, opened to be read: the audit has a row of its own for it.</summary>
    public static async Task<CareRecordNode?> OpenAsync(IResolverContext context, Guid id)
    {
        var node = await FindAsync(context, id);
        if (node is not null) RequestScope.Of(context).Trail.Open(node.Territory, node.View.Record.PersonId);
        return node;
    }

    private static async Task<CareRecordNode?> OpenAsOfAsync(IResolverContext context)
    {
        if (await OpenAsync(context, Decode(context)) is not { } node) return null;
        var (on, known) = (context.ArgumentValue<DateTimeOffset?>("onDate")?.ToUniversalTime(), context.ArgumentValue<DateTimeOffset?>("knownAt")?.ToUniversalTime());
        if (on is null && known is null) return node;
        await using var session = context.Service<DocumentStore>().QuerySession(node.Territory.Value);
        var past = await session.Events.AggregateStreamAsync<CareRecordView>(node.View.Id, timestamp: known, occurred: on, ct: context.RequestAborted);
        return past is null ? null : node with { View = past, AsOf = new(on, known) };
    }

    /// <summary>A record past any check.</summary>
    public static async Task<CareRecordNode?> LoadAsync(IResolverContext context, TerritoryId territory, Guid id)
    {
        await using var session = context.Service<DocumentStore>().QuerySession(territory.Value);
        return await session.LoadAsync<CareRecordView>(id, context.RequestAborted) is { } view ? new(territory, view) : null;
    }

    /// <summary>Whether the subject may do something with a record.</summary>
    public static async Task<AccessVerdict> DecideAsync(IResolverContext context, AccessAction action, CareRecordNode node, DataClass reach = DataClass.Administrative)
    {
        var scope = RequestScope.Of(context);
        var access = await context.DataLoader<PersonAccessLoader>().LoadAsync(node.Person);
        return scope.Decide(action, new(node.Territory, null, access!.FactsFor(scope.Subject)) { Class = reach });
    }

    /// <summary>The same; throws FORBIDDEN with the rule.</summary>
    public static async Task DemandAsync(IResolverContext context, AccessAction action, CareRecordNode node, DataClass reach = DataClass.Administrative)
    {
        var verdict = await DecideAsync(context, action, node, reach);
        if (verdict.Permitted) return;
        RequestScope.Of(context).Trail.Refuse(node.Territory, node.View.Record.PersonId, action, verdict.Rule);
        throw RequestScope.Forbidden(verdict.Rule);
    }

    /// <summary>The stream of the record that an argument names, by its own id or its person's.</summary>
    public static Guid DecodeId(TerritoryId territory, string text, string argument) => NodeId.TryDecode(text) is ("Person", var person)
        ? Record.IdOf(territory, new(person)).Value
        : NodeId.Decode("CareRecord", text, argument);

    private static Guid Decode(IResolverContext context) =>
        DecodeId(RequestScope.Of(context).Require(AccessAction.ReadRecords), context.ArgumentValue<string>("id"), "id");

    private static async Task<AccessAnswer> ExplainAsync(IResolverContext context)
    {
        var scope = RequestScope.Of(context);
        var territory = scope.Require(AccessAction.ReadRecords);
        if (await LoadAsync(context, territory, Decode(context)) is { } node)
        {
            var verdict = await DecideAsync(context, AccessAction.ReadRecords, node);
            var access = await context.DataLoader<PersonAccessLoader>().LoadAsync(node.Person);
            var facts = access!.FactsFor(scope.Subject);
            var knows = facts.Membership is not null || AccessRules.Of(scope.Subject.Role, AccessAction.ReadRecords).Any(r => r.IsOfDac);
            if (verdict.Permitted || (knows && ToldRules.Contains(verdict.Rule))) return new(verdict.Permitted, verdict.Rule, Texts.Get($"Access.{verdict.Rule}"));
        }

        return new(false, "NOT_FOUND", Texts.Get("Access.NOT_FOUND"));
    }

    private static async Task<Connection<CareRecordNode>> ListAsync(IResolverContext context)
    {
        var scope = RequestScope.Of(context);
        var territory = scope.Require(AccessAction.ReadRecords);
        var filter = context.ArgumentValue<CareRecordFilterInput?>("where");
        var sort = context.ArgumentValue<IReadOnlyList<CareRecordSortInput>?>("order")?.FirstOrDefault() ?? new(CareRecordSortField.ChangedAt, SortDirection.Desc);
        var descending = sort.Direction is SortDirection.Desc;
        PageKey key = sort.Field is CareRecordSortField.ChangedAt ? new("changed_at", "timestamptz", descending) : new("opened_on", "date", descending);
        var request = new ListRequest([], [], [key, new("id", "uuid", descending)]);
        ReadableRecords.NarrowRecords(request, scope, AccessAction.ReadRecords);
        if (filter?.Mine == true) request.Add("(referent = {0} or deputy = {0})", scope.Subject.Professional?.Value);
        if (filter?.Referent is { } referent) request.Add("referent = {0}", RecordCommands.Professional(referent, "referent").Value);
        if (filter?.WithoutReferent == true) request.Conditions.Add("referent is null");
        if (filter?.Status is { } status) request.Add("status = any({0})", status.Select(s => s.ToString()).ToArray());
        if (filter?.Intensity is { } intensity) request.Add("intensity = any({0})", intensity.Select(i => i.ToString()).ToArray());
        if (filter?.Commune is { } commune) request.Add("commune = {0}", commune);
        if (filter?.Informed is { } informed) request.Add("informed = {0}", informed);
        if (!string.IsNullOrWhiteSpace(filter?.Text))
            request.Add("person_id = any({0})", (await context.Service<PersonIndex>().SearchAsync(territory, filter.Text, context.RequestAborted)).ToArray());
        // Bound to the subject too: two subjects of a territory have different lists.
        var list = $"records|{territory}|{scope.Subject.Id}|{JsonSerializer.Serialize(filter)}|{sort}";
        return await context.Service<ListPage>().ReadAsync<CareRecordView, CareRecordNode>(
            territory, list, request, context.ArgumentValue<int?>("first"), context.ArgumentValue<string?>("after"),
            view => [sort.Field is CareRecordSortField.ChangedAt ? ListPage.Value(view.ChangedAt) : view.OpenedOn.ToString("O", CultureInfo.InvariantCulture), view.Id.ToString()],
            view => new(territory, view), context.RequestAborted);
    }
}
