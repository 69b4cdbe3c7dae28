using System.Globalization;
using Coordination.Api.GraphQL;
using Coordination.Api.Security;
using Coordination.Domain.Alerts;
using Coordination.Domain.Kernel;
using Platform.GraphQL;

namespace Coordination.Api.Alerts;

/// <summary>Hours of a weekday, as <c>09:00</c>.</summary>
public sealed record WeekdayHoursNode(DayOfWeek Day, string Opens, string Closes);

/// <summary>What a territory decided about its alerts and its hours, in GraphQL.</summary>
public static class TerritorySettingsFields
{
    internal const string Clock = "HH:mm";

    /// <summary>Adds types and query to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema
        .AddEnumType<DayOfWeek>()
        .AddEnumType<HolidayRegime>()
        .AddEnumType<AlertDelay>()
        .AddObjectType<WeekdayHoursNode>(d => d.BindFieldsImplicitly().Name("WeekdayHours"))
        .AddObjectType<WeekdayRelay>(d => d.BindFieldsImplicitly())
        .AddObjectType<ExceptionalClosure>(d =>
        {
            d.Description("Days on which the DAC will not answer, first and last included.");
            d.Field("id").Type("ID!").Resolve(c => NodeId.Encode("Closure", c.Parent<ExceptionalClosure>().Id));
            d.Field(c => c.From);
            d.Field(c => c.To);
            d.Field(c => c.Reason);
        })
        .AddObjectType<TerritorySettings>(d =>
        {
            d.Description("What a territory decided about its alerts. Times are those of its own time zone.");
            d.Field("firstVisitWithinHours").Type("Int!").Description("How long after the discharge the first nursing visit may be.")
                .Resolve(c => Hours(c, AlertDelay.FirstVisit));
            d.Field("nursingConfirmationHours").Type("Int!").Description("How long before the discharge nursing has to be confirmed.")
                .Resolve(c => Hours(c, AlertDelay.NursingConfirmation));
            d.Field("needsUrgentHours").Type("Int!").Description("Under which time to the discharge needs that nobody assessed are urgent.")
                .Resolve(c => Hours(c, AlertDelay.NeedsUrgent));
            d.Field("opensAt").Type("String!").Description("The earliest opening of the week.").Resolve(c => Text(Of(c).Opens));
            d.Field("closesAt").Type("String!").Description("The latest closing of the week.").Resolve(c => Text(Of(c).Closes));
            d.Field("relay").Type("String").Description("Who answers otherwise.").Resolve(c => Of(c).Relay);
            d.Field("week").Type("[WeekdayHours!]!").Description("The hours of each day that has some.").Resolve(c => WeekOf(Of(c)));
            d.Field("relays").Type("[WeekdayRelay!]!").Description("Who relays on days that have a relay of their own; public holidays are Sundays.").Resolve(c => Of(c).Relays.ToArray());
            d.Field("closures").Type("[ExceptionalClosure!]!").Resolve(c => Of(c).Closures.ToArray());
            d.Field("regime").Type("HolidayRegime!").Description("Whose public holidays and time it keeps.").Resolve(c => Of(c).Regime);
            d.Field("timeZone").Type("String!").Resolve(c => WorkingCalendar.Of(Of(c).Regime).Zone);
        })
        .AddTypeExtension("Query", d => d.Field("territorySettings").Type("TerritorySettings!").Resolve<TerritorySettings>(c =>
            c.Service<TerritorySettingsReader>().ReadAsync(RequestScope.Of(c).Require(AccessAction.ReadSettings), c.RequestAborted)));

    private static OpeningHours Of(IResolverContext context) => context.Parent<TerritorySettings>().Hours;

    private static int Hours(IResolverContext context, AlertDelay delay) => (int)context.Parent<TerritorySettings>().Of(delay).TotalHours;

    private static string Text(TimeOnly time) => time.ToString(Clock, CultureInfo.InvariantCulture);

    private static WeekdayHoursNode[] WeekOf(OpeningHours hours) => hours.Week.IsEmpty
        ? [.. Enumerable.Range(1, 5).Select(day => new WeekdayHoursNode((DayOfWeek)day, Text(hours.Opens), Text(hours.Closes)))]
        : [.. hours.Week.OrderBy(d => ((int)d.Day + 6) % 7).Select(d => new WeekdayHoursNode(d.Day, Text(d.Opens), Text(d.Closes)))];
}
