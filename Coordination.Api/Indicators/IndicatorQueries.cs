using Coordination.Api.Directory;
using Coordination.Api.GraphQL;
using Coordination.Api.Resources;
using Coordination.Api.Security;
using Coordination.Domain.Indicators;
using Coordination.Domain.Kernel;
using Platform.GraphQL;

namespace Coordination.Api.Indicators;

/// <summary>Queries about indicators, and the types they give. No type here leads to a person.</summary>
public static class IndicatorQueries
{
    /// <summary>Adds them to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema
        .AddEnumType<IndicatorBreakdown>()
        .AddEnumType<IndicatorSense>()
        .AddEnumType<MeasureUnit>()
        .AddObjectType<IndicatorDefinitionNode>(d => d.BindFieldsImplicitly().Name("IndicatorDefinition"))
        .AddObjectType<IndicatorPeriodNode>(d => d.BindFieldsImplicitly().Name("IndicatorPeriod").Description("Days of Paris, first and last included."))
        .AddObjectType<IndicatorMeasureNode>(d => d.BindFieldsImplicitly().Name("IndicatorMeasure")
            .Description("One figure; masked when too few persons are behind it: then its numbers are null."))
        .AddObjectType<IndicatorRowNode>(d => d.BindFieldsImplicitly().Name("IndicatorRow"))
        .AddObjectType<IndicatorFreshness>(d =>
        {
            d.Description("Everything recorded before `asOf` is counted; `position` is the last one of the log.");
            d.Field(f => f.AsOf);
            d.Field("position").Type("String!").Resolve(c => c.Parent<IndicatorFreshness>().Position.ToString(System.Globalization.CultureInfo.InvariantCulture));
        })
        .AddObjectType<IndicatorNode>(d => d.BindFieldsImplicitly().Name("Indicator"))
        .AddTypeExtension("Query", d =>
        {
            d.Field("indicators").Type("[IndicatorDefinition!]!").Description("The catalogue.").Resolve(c =>
            {
                RequestScope.Of(c).Require(AccessAction.ReadIndicators);
                return IndicatorCatalogue.All.Select(IndicatorTexts.Of).ToArray();
            });
            d.Field("indicator").Type("Indicator!").Argument("code", "String!").Argument("period", "String").Argument("breakdown", "IndicatorBreakdown")
                .Description("Figures of the subject's territory, or of the communes of the subject's CPTS. Periods: 2026, 2026-Q4, 2026-11, 2026-W48, 2026-11-01/2026-11-30; this month by default.")
                .Resolve<IndicatorNode>(IndicatorAsync);
        });

    private static async Task<IndicatorNode> IndicatorAsync(IResolverContext context)
    {
        var scope = RequestScope.Of(context);
        scope.Require(AccessAction.ReadIndicators);
        var code = context.ArgumentValue<string>("code");
        var definition = IndicatorCatalogue.All.FirstOrDefault(d => d.Code == code) ?? throw Invalid("code", "INDICATOR_UNKNOWN");
        var breakdown = context.ArgumentValue<IndicatorBreakdown?>("breakdown") ?? IndicatorBreakdown.None;
        if (!definition.Breakdowns.Contains(breakdown)) throw Invalid("breakdown", "BREAKDOWN_NOT_OFFERED");
        var today = DateOnly.FromDateTime(WorkingDays.ToParis(context.Service<TimeProvider>().GetUtcNow()).DateTime);
        var period = IndicatorPeriod.MonthOf(today);
        if (context.ArgumentValue<string?>("period") is { } text && !IndicatorPeriod.TryParse(text, out period, out var rule)) throw Invalid("period", rule);

        var reading = await context.Service<IndicatorReader>().ReadAsync(scope.Subject, period, context.RequestAborted);
        var table = SmallCells.Mask(definition.Compute(reading.Facts, period, breakdown, today), reading.Limit);
        var rows = new List<IndicatorRowNode>();
        foreach (var row in table.Rows)
            rows.Add(new(row.Key, await LabelAsync(context, breakdown, row.Key), [.. row.Measures.Select(IndicatorTexts.Of)]));
        return new(
            IndicatorTexts.Of(definition), IndicatorTexts.Of(period), reading.Freshness, breakdown, reading.Limit == 0 ? null : reading.Limit,
            [.. table.Measures.Select(IndicatorTexts.Of)], rows);
    }

    private static async Task<string> LabelAsync(IResolverContext context, IndicatorBreakdown breakdown, string key)
    {
        if (IndicatorTexts.KeyLabel(breakdown, key) is { } label) return label;
        var directory = context.Service<DirectoryReader>();
        return breakdown is IndicatorBreakdown.Commune
            ? await directory.CommuneNameAsync(key, context.RequestAborted)
            : (await directory.OrganizationAsync(key, context.RequestAborted))?.Name ?? $"FINESS {key}";
    }

    private static GraphQLException Invalid(string field, string rule) =>
        new(Texts.Get($"Rule.{rule}"), "INVALID_INPUT", new Dictionary<string, object?> { ["field"] = field, ["rule"] = rule });
}
