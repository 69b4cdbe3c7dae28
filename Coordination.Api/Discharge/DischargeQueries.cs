using System.Text.Json;
using Coordination.Api.CareRecord;
using Coordination.Api.GraphQL;
using Coordination.Api.Security;
using Coordination.Domain.Discharge;
using Coordination.Domain.Identifiers;
using Coordination.Projections.Discharge;
using Platform.EventStore;
using Platform.GraphQL;
using Stay = Coordination.Domain.Discharge.Discharge;

namespace Coordination.Api.Discharge;

/// <summary>Which discharges are asked for; every part narrows.</summary>
public sealed record DischargeFilterInput(
    IReadOnlyList<DischargeStatus>? Status = null, DateTimeOffset? ExpectedBefore = null, DateTimeOffset? ExpectedAfter = null, string? Text = null);

/// <summary>What discharges are sorted by.</summary>
public enum DischargeSortField
{
    /// <summary>Expected date; those without one last.</summary>
    ExpectedAt,

    /// <summary>Admission; those without one last.</summary>
    AdmittedAt,
}

/// <summary>One sort of the discharges.</summary>
public sealed record DischargeSortInput(DischargeSortField Field, SortDirection Direction);

/// <summary>Queries about discharges, and the types they give.</summary>
public static class DischargeQueries
{
    /// <summary>Adds them to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema
        .AddType<DischargeType>()
        .AddObjectType<EstablishmentNode>(d => d.BindFieldsImplicitly().Name("Establishment"))
        .AddEnumType<DischargeStatus>()
        .AddEnumType<DateReliability>()
        .AddEnumType<DischargeDestination>()
        .AddEnumType<CareNeed>()
        .AddEnumType<ConfirmationChannel>()
        .AddEnumType<DischargeQuestion>()
        .AddObjectType<ArrangementNode>(d => d.BindFieldsImplicitly().Name("Arrangement").Description(
            "A provider's confirmation. `late`: the first visit is later than the territory allows; `toReconfirm`: given for another date."))
        .AddObjectType<ReceiptNode>(d => d.BindFieldsImplicitly().Name("Receipt").Description("How far an announcement has come: sent, seen, taken, every need confirmed."))
        .AddEnumType<DischargeSortField>()
        .AddInputObjectType<DischargeFilterInput>()
        .AddInputObjectType<DischargeSortInput>()
        .AddConnection<DischargeNode>("Discharges")
        .AddTypeExtension("Query", d =>
        {
            d.Field("discharges").UsePaging("Discharges").Argument("where", "DischargeFilterInput").Argument("order", "[DischargeSortInput!]")
                .Description("Discharges of the subject's territory, or of the subject's establishment.").Resolve<Connection<DischargeNode>>(ListAsync);
            d.Field("discharge").Type("Discharge").Argument("id", "ID!").Argument("asOf", "DateTime")
                .Description("One discharge, now or as the platform knew it at an instant.").Resolve<DischargeNode?>(c =>
                    FindAsync(c, NodeId.Decode("Discharge", c.ArgumentValue<string>("id"), "id"), c.ArgumentValue<DateTimeOffset?>("asOf")));
        });

    /// <summary>The discharge of this id, if the subject may know of it.</summary>
    public static async Task<DischargeNode?> FindAsync(IResolverContext context, Guid id, DateTimeOffset? asOf)
    {
        var scope = RequestScope.Of(context);
        var tenant = scope.Require(AccessAction.ReadDischarges);
        var store = context.Service<DocumentStore>();
        if (scope.Subject.Territory is null)
        {
            await using var own = store.QuerySession(tenant.Value);
            if (await own.LoadAsync<EstablishmentDischargeView>(id, context.RequestAborted) is not { } row) return null;
            tenant = row.Territory;
        }

        if (await DischargeType.LoadAsync(context, tenant, id) is not { } now || !await MayReadAsync(context, now)) return null;
        if (asOf is null) return now;
        await using var session = store.QuerySession(tenant.Value);
        var events = await session.Events.FetchStreamAsync(id, timestamp: asOf, ct: context.RequestAborted);
        var view = events.Where(e => e.Data is DischargeEvent).Aggregate((DischargeView?)null, DischargeView.Next);
        return view is null ? null : new(tenant, view, asOf);
    }

    // An establishment's persons live in the territories: their names are searched in each one it has rows of.
    private static async Task<Guid[]> SearchAsync(IResolverContext context, RequestScope scope, TerritoryId tenant, string text)
    {
        var persons = context.Service<PersonIndex>();
        if (scope.Subject.Territory is not null) return [.. await persons.SearchAsync(tenant, text, context.RequestAborted)];
        await using var session = context.Service<DocumentStore>().QuerySession(tenant.Value);
        var rows = await session.QueryAsync<EstablishmentDischargeView>("", [], context.RequestAborted);
        var found = new HashSet<Guid>();
        foreach (var territory in rows.Select(r => r.Territory).Distinct()) found.UnionWith(await persons.SearchAsync(territory, text, context.RequestAborted));
        return [.. found];
    }

    private static async Task<bool> MayReadAsync(IResolverContext context, DischargeNode node)
    {
        var key = new PersonKey(node.Territory, node.View.Stay.PersonId);
        return (await PersonAccessLoader.DecideAsync(context, AccessAction.ReadDischarges, key, node.View.Stay.Establishment)).Permitted;
    }

    private static async Task<Connection<DischargeNode>> ListAsync(IResolverContext context)
    {
        var scope = RequestScope.Of(context);
        var tenant = scope.Require(AccessAction.ReadDischarges);
        var filter = context.ArgumentValue<DischargeFilterInput?>("where");
        var sort = context.ArgumentValue<IReadOnlyList<DischargeSortInput>?>("order")?.FirstOrDefault()
            ?? new(DischargeSortField.ExpectedAt, SortDirection.Asc);
        var descending = sort.Direction is SortDirection.Desc;
        var column = sort.Field is DischargeSortField.ExpectedAt ? "expected_at" : "admitted_at";
        var request = new ListRequest([], [], [new($"coalesce({column}, 'infinity')", "timestamptz", descending), new("id", "uuid", descending)]);
        if (filter?.Status is { } status) request.Add("status = any({0})", status.Select(s => s.ToString()).ToArray());
        if (filter?.ExpectedBefore is { } before) request.Add("expected_at < {0}", before.ToUniversalTime());
        if (filter?.ExpectedAfter is { } from) request.Add("expected_at >= {0}", from.ToUniversalTime());
        if (!string.IsNullOrWhiteSpace(filter?.Text)) request.Add("person_id = any({0})", await SearchAsync(context, scope, tenant, filter.Text));
        var list = $"discharges|{tenant}|{JsonSerializer.Serialize(filter)}|{sort}";
        var first = context.ArgumentValue<int?>("first");
        var after = context.ArgumentValue<string?>("after");
        string[] Values(Guid id, Stay stay) =>
            [ListPage.Value(sort.Field is DischargeSortField.ExpectedAt ? stay.ExpectedAt : stay.AdmittedAt), id.ToString()];
        var pages = context.Service<ListPage>();
        if (scope.Subject.Territory is not null)
        {
            ReadableRecords.Narrow(request, scope, AccessAction.ReadDischarges, $"{DischargeProjection.View.Name}.person_id");
            return await pages.ReadAsync<DischargeView, DischargeNode>(tenant, list, request, first, after,
                v => Values(v.Id, v.Stay), v => new(tenant, v), context.RequestAborted);
        }

        var page = await pages.ReadAsync<EstablishmentDischargeView, DischargeNode>(tenant, list, request, first, after,
                v => Values(v.Id, v.Discharge.Stay), v => new(v.Territory, v.Discharge), context.RequestAborted);
        // The records live in the territories: what may not be shown is left out of the page here.
        var readable = await Task.WhenAll(page.Edges.Select(e => MayReadAsync(context, e.Node)));
        return page with { Edges = [.. page.Edges.Where((_, i) => readable[i])] };
    }
}
