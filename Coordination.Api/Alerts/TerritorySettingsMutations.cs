using System.Collections.Immutable;
using System.Globalization;
using Coordination.Api.GraphQL;
using Coordination.Api.Hosting.Commands;
using Coordination.Api.Resources;
using Coordination.Api.Security;
using Coordination.Domain.Alerts;
using Coordination.Domain.Kernel;
using Platform.GraphQL;

namespace Coordination.Api.Alerts;

/// <summary>Input of <c>setFirstVisitLimit</c>.</summary>
public sealed record SetFirstVisitLimitInput(int Hours, Guid? CommandId = null);

/// <summary>Input of <c>setAlertDelay</c>.</summary>
public sealed record SetAlertDelayInput(AlertDelay Delay, int Hours, Guid? CommandId = null);

/// <summary>Input of <c>setOpeningHours</c>: times as <c>09:00</c>.</summary>
public sealed record SetOpeningHoursInput(string Opens, string Closes, string? Relay = null, Guid? CommandId = null);

/// <summary>Hours of a weekday, as <c>09:00</c>.</summary>
public sealed record WeekdayHoursInput(DayOfWeek Day, string Opens, string Closes);

/// <summary>Who relays on a weekday.</summary>
public sealed record WeekdayRelayInput(DayOfWeek Day, string Relay);

/// <summary>Input of <c>setWeek</c>: a day that is not given is closed.</summary>
public sealed record SetWeekInput(IReadOnlyList<WeekdayHoursInput> Days, IReadOnlyList<WeekdayRelayInput> Relays, string? Relay = null, Guid? CommandId = null);

/// <summary>Input of <c>setHolidayRegime</c>.</summary>
public sealed record SetHolidayRegimeInput(HolidayRegime Regime, Guid? CommandId = null);

/// <summary>Input of <c>planClosure</c>: first and last day included.</summary>
public sealed record PlanClosureInput(DateOnly From, DateOnly To, string Reason, Guid? CommandId = null);

/// <summary>Input of <c>cancelClosure</c>.</summary>
public sealed record CancelClosureInput(string Id, Guid? CommandId = null);

/// <summary>There is no such closure.</summary>
public sealed record ClosureNotFoundError(string Code, string Message);

/// <summary>Decisions of a territory about its alerts and its hours. The territory is always the subject's own.</summary>
public static class TerritorySettingsMutations
{
    /// <summary>Adds them to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema
        .AddInputObjectType<WeekdayHoursInput>()
        .AddInputObjectType<WeekdayRelayInput>()
        .AddTypeExtension("Mutation", d => d
            .Mutation<SetFirstVisitLimitInput, TerritorySettings>("setFirstVisitLimit", "settings", (c, i) => RunAsync(c, i.CommandId, new SetFirstVisitLimit(i.Hours)),
                m => m.Description("How long after the discharge the first nursing visit may be: 1 to 72 hours. Open alerts are looked at again.").CommonErrors())
            .Mutation<SetAlertDelayInput, TerritorySettings>("setAlertDelay", "settings", (c, i) => RunAsync(c, i.CommandId, new SetAlertDelay(i.Delay, i.Hours)),
                m => m.Description("One of the delays that rules use, in hours. Announced discharges are looked at again.").CommonErrors())
            .Mutation<SetOpeningHoursInput, TerritorySettings>("setOpeningHours", "settings", SetHoursAsync,
                m => m.Description("When the DAC answers from Monday to Friday, and who relays it otherwise.").CommonErrors())
            .Mutation<SetWeekInput, TerritorySettings>("setWeek", "settings", SetWeekAsync,
                m => m.Description("When the DAC answers on each day of the week, and who relays it otherwise, day by day where it matters.").CommonErrors())
            .Mutation<SetHolidayRegimeInput, TerritorySettings>("setHolidayRegime", "settings", (c, i) => RunAsync(c, i.CommandId, new SetHolidayRegime(i.Regime)),
                m => m.Description("Whose public holidays and time the territory keeps.").CommonErrors())
            .Mutation<PlanClosureInput, TerritorySettings>("planClosure", "settings",
                (c, i) => RunAsync(c, i.CommandId, new PlanClosure(i.CommandId ?? Guid.NewGuid(), i.From, i.To, i.Reason)),
                m => m.Description("Days on which the DAC will not answer.").CommonErrors())
            .Mutation<CancelClosureInput, TerritorySettings>("cancelClosure", "settings", (c, i) => RunAsync(c, i.CommandId, new CancelClosure(NodeId.Decode("Closure", i.Id, "id"))),
                m => m.Description("Take a planned closure back.").Input(i => i.Field("id", sdlType: "ID!")).Error<ClosureNotFoundError>().CommonErrors()));

    private static Task<MutationResult<TerritorySettings>> SetHoursAsync(IResolverContext context, SetOpeningHoursInput input) =>
        !TryRead(input.Opens, out var opens) ? Refused("opens", "HOUR_AND_MINUTE")
        : !TryRead(input.Closes, out var closes) ? Refused("closes", "HOUR_AND_MINUTE")
        : RunAsync(context, input.CommandId, new SetOpeningHours(opens, closes, input.Relay));

    private static Task<MutationResult<TerritorySettings>> SetWeekAsync(IResolverContext context, SetWeekInput input)
    {
        var days = ImmutableArray.CreateBuilder<WeekdayHours>();
        foreach (var day in input.Days)
        {
            if (!TryRead(day.Opens, out var opens) || !TryRead(day.Closes, out var closes)) return Refused("days", "HOUR_AND_MINUTE");
            days.Add(new(day.Day, opens, closes));
        }

        return RunAsync(context, input.CommandId, new SetWeek(days.ToImmutable(), input.Relay, [.. input.Relays.Select(r => new WeekdayRelay(r.Day, r.Relay))]));
    }

    private static Task<MutationResult<TerritorySettings>> Refused(string field, string rule) =>
        Task.FromResult(MutationResult<TerritorySettings>.Failure([CommandErrors.Invalid(field, rule)]));

    private static bool TryRead(string text, out TimeOnly time) =>
        TimeOnly.TryParseExact(text, TerritorySettingsFields.Clock, CultureInfo.InvariantCulture, DateTimeStyles.None, out time);

    private static async Task<MutationResult<TerritorySettings>> RunAsync<TCommand>(IResolverContext context, Guid? commandId, TCommand command)
        where TCommand : notnull
    {
        var scope = RequestScope.Of(context);
        var territory = scope.Require(AccessAction.ChangeSettings);
        var request = new CommandRequest(territory, scope.Subject.ToActor(), TerritorySettings.IdOf(territory)) { CommandId = commandId };
        var outcome = await context.Service<UnitOfWork>().ExecuteAsync<TCommand, TerritorySettings>(request, command, context.RequestAborted);
        return outcome.Error switch
        {
            null => await context.Service<TerritorySettingsReader>().ReadAsync(territory, context.RequestAborted),
            ClosureNotFound missing => MutationResult<TerritorySettings>.Failure([new ClosureNotFoundError(missing.Code, Texts.Get($"Error.{missing.Code}"))]),
            { } error => MutationResult<TerritorySettings>.Failure([CommandErrors.Find(error) ?? throw new InvalidOperationException($"no words for {error.Code}")]),
        };
    }
}
