using System.Globalization;
using Coordination.Api.GraphQL;
using Coordination.Api.Hosting.Commands;
using Coordination.Api.Security;
using Coordination.Domain.Alerts;
using Platform.GraphQL;

namespace Coordination.Api.Alerts;

/// <summary>Input of <c>setFirstVisitLimit</c>.</summary>
public sealed record SetFirstVisitLimitInput(int Hours, Guid? CommandId = null);

/// <summary>Input of <c>setOpeningHours</c>: times as <c>09:00</c>.</summary>
public sealed record SetOpeningHoursInput(string Opens, string Closes, string? Relay = null, Guid? CommandId = null);

/// <summary>What a territory decided about its alerts, in GraphQL.</summary>
public static class TerritorySettingsFields
{
    private const string Clock = "HH:mm";

    /// <summary>Adds query and mutations to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema
        .AddObjectType<TerritorySettings>(d =>
        {
            d.Description("What a territory decided about its alerts. Times are of Paris, on working days.");
            d.Field("firstVisitWithinHours").Type("Int!").Description("How long after the discharge the first nursing visit may be.")
                .Resolve(c => (int)c.Parent<TerritorySettings>().FirstVisitWithin.TotalHours);
            d.Field("opensAt").Type("String!").Resolve(c => c.Parent<TerritorySettings>().Hours.Opens.ToString(Clock, CultureInfo.InvariantCulture));
            d.Field("closesAt").Type("String!").Resolve(c => c.Parent<TerritorySettings>().Hours.Closes.ToString(Clock, CultureInfo.InvariantCulture));
            d.Field("relay").Type("String").Description("Who answers otherwise.").Resolve(c => c.Parent<TerritorySettings>().Hours.Relay);
        })
        .AddTypeExtension("Query", d => d.Field("territorySettings").Type("TerritorySettings!").Resolve<TerritorySettings>(c =>
            c.Service<TerritorySettingsReader>().ReadAsync(RequestScope.Of(c).Require(AccessAction.ReadSettings), c.RequestAborted)))
        .AddTypeExtension("Mutation", d => d
            .Mutation<SetFirstVisitLimitInput, TerritorySettings>("setFirstVisitLimit", "settings",
                (c, i) => RunAsync(c, i.CommandId, new SetFirstVisitLimit(i.Hours)),
                m => m.Description("How long after the discharge the first nursing visit may be: 1 to 72 hours. Open alerts are looked at again.").CommonErrors())
            .Mutation<SetOpeningHoursInput, TerritorySettings>("setOpeningHours", "settings", SetHoursAsync,
                m => m.Description("When the DAC answers on working days, and who relays it otherwise.").CommonErrors()));

    private static Task<MutationResult<TerritorySettings>> SetHoursAsync(IResolverContext context, SetOpeningHoursInput input)
    {
        foreach (var (field, text) in new[] { ("opens", input.Opens), ("closes", input.Closes) })
            if (!TryRead(text, out _))
                return Task.FromResult(MutationResult<TerritorySettings>.Failure([CommandErrors.Invalid(field, "HOUR_AND_MINUTE")]));
        TryRead(input.Opens, out var opens);
        TryRead(input.Closes, out var closes);
        return RunAsync(context, input.CommandId, new SetOpeningHours(opens, closes, input.Relay));
    }

    private static bool TryRead(string text, out TimeOnly time) =>
        TimeOnly.TryParseExact(text, Clock, CultureInfo.InvariantCulture, DateTimeStyles.None, out time);

    private static async Task<MutationResult<TerritorySettings>> RunAsync<TCommand>(IResolverContext context, Guid? commandId, TCommand command)
        where TCommand : notnull
    {
        var scope = RequestScope.Of(context);
        var territory = scope.Require(AccessAction.ChangeSettings);
        var request = new CommandRequest(territory, scope.Subject.ToActor(), TerritorySettings.IdOf(territory)) { CommandId = commandId };
        var outcome = await context.Service<UnitOfWork>().ExecuteAsync<TCommand, TerritorySettings>(request, command, context.RequestAborted);
        return outcome.Error is { } error
            ? MutationResult<TerritorySettings>.Failure([CommandErrors.Find(error) ?? throw new InvalidOperationException($"no words for {error.Code}")])
            : await context.Service<TerritorySettingsReader>().ReadAsync(territory, context.RequestAborted);
    }
}
