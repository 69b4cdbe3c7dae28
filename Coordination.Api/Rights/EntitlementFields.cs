using Coordination.Api.CareRecord;
using Coordination.Api.GraphQL;
using Coordination.Api.Resources;
using Coordination.Api.Security;
using Coordination.Domain.Kernel;
using Coordination.Domain.Rights;
using Coordination.Projections.Rights;
using Platform.EventStore;
using Platform.GraphQL;

namespace Coordination.Api.Rights;

/// <summary>Benefits, measures and pieces of a record: all that a representative reads of it.</summary>
public static class EntitlementFields
{
    /// <summary>Adds them to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema
        .AddEnumType<BenefitKind>()
        .AddEnumType<BenefitState>()
        .AddEnumType<MeasureKind>()
        .AddEnumType<MeasureScope>()
        .AddEnumType<PieceKind>()
        .AddEnumType<PieceState>()
        .AddObjectType<BenefitNode>(d => d.BindFieldsImplicitly().Name("Benefit").Description("A benefit of a person, with its end."))
        .AddObjectType<MeasureNode>(d => d.BindFieldsImplicitly().Name("ProtectiveMeasure").Description("A protective measure, and who carries it out."))
        .AddObjectType<PieceNode>(d => d.BindFieldsImplicitly().Name("Piece"))
        .AddObjectType<PieceRequestNode>(d => d.BindFieldsImplicitly().Name("PieceRequest").Description("Pieces asked for together."))
        .AddObjectType<EntitlementsNode>(d => d.BindFieldsImplicitly().Name("Entitlements").Description("Benefits, protective measures and pieces of a person; the version is that of their stream."))
        .AddTypeExtension("CareRecord", d => d.Field("entitlements").Type("Entitlements")
            .Description("Null with an error that names the rule when the subject may not read them.").Resolve<EntitlementsNode>(ReadAsync));

    private static async Task<EntitlementsNode> ReadAsync(IResolverContext context)
    {
        var node = context.Parent<CareRecordNode>();
        await CareRecordQueries.DemandAsync(context, AccessAction.ReadBenefits, node);
        RequestScope.Of(context).Trail.Show(node.Territory, node.View.Record.PersonId);
        await using var session = context.Service<DocumentStore>().QuerySession(node.Territory.Value);
        var view = await session.LoadAsync<RightsView>(RightsFile.IdOf(node.Territory, node.View.Record.PersonId), context.RequestAborted);
        if (view is null) return new([], [], [], 0);
        var today = RightsDay.Of(context);
        var file = view.File;
        return new(
            await Task.WhenAll(file.Benefits.OrderBy(b => b.EndsOn ?? DateOnly.MaxValue).Select(async b => new BenefitNode(b.Id, b.Kind, RightsWords.KindLabel(b.Kind.ToString()),
                b.State, Texts.Get($"BenefitState.{b.State}"), b.From, b.Until, await OpenAsync(context, node, b.Reference), b.EndsOn?.DayNumber - today.DayNumber))),
            await Task.WhenAll(file.Measures.OrderBy(m => m.EndsOn ?? DateOnly.MaxValue).Select(async m => new MeasureNode(m.Id, m.Kind, RightsWords.KindLabel(m.Kind.ToString()),
                m.Scope, Texts.Get($"MeasureScope.{m.Scope}"), m.By.Structure is { } finess ? await Names.EstablishmentAsync(context, finess) : null,
                await OpenAsync(context, node, m.By.Name), m.DecidedOn, m.Until, m.EndedOn, m.EndsOn?.DayNumber - today.DayNumber))),
            await Task.WhenAll(file.Requests.Reverse().Select(async r => new PieceRequestNode(r.Id, r.For, RightsWords.ForLabel(file, r.For), r.RemindedOn, r.ReminderOn,
                await Task.WhenAll(r.Pieces.Select(async p => new PieceNode(p.Kind, Texts.Get($"PieceKind.{p.Kind}"), p.State, Texts.Get($"PieceState.{p.State}"), p.Due,
                    p.IsAwaited && p.Due < today, await OpenAsync(context, node, p.Refusal))))))),
            (int)view.Version);
    }

    private static async Task<string?> OpenAsync(IResolverContext context, CareRecordNode node, Protected<string>? text) => text is null ? null
        : await context.Service<ProtectedText>().OpenAsync(node.Territory, text, context.RequestAborted) ?? Texts.Get("Person.Erased");
}

/// <summary>The day on which rights are looked at.</summary>
internal static class RightsDay
{
    /// <summary>Today, as people in metropolitan France count it.</summary>
    public static DateOnly Of(IResolverContext context) => DateOnly.FromDateTime(WorkingDays.ToParis(RequestScope.Of(context).Context.Now).DateTime);
}
