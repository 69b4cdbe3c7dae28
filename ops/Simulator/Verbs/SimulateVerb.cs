using System.CommandLine;
using System.Globalization;
using Coordination.Api.Security.Development;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Coordination.Simulator.History;

namespace Coordination.Simulator.Verbs;

/// <summary><c>simulate</c>: writes a plausible history of a territory.</summary>
public static class SimulateVerb
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var territory = new Option<string>("--territory") { Description = "Tenant that gets it.", DefaultValueFactory = _ => DemoUsers.Territory.Value };
        var years = new Option<int>("--years") { Description = "How long the DAC has worked, 1 to 10.", DefaultValueFactory = _ => 5 };
        var seed = new Option<long>("--seed") { Description = "Another seed gives other persons.", DefaultValueFactory = _ => 47 };
        var scale = new Option<string>("--scale") { Description = $"pilot ({SimulationPlan.Pilot} persons) or dac ({SimulationPlan.Dac}).", DefaultValueFactory = _ => "pilot" };
        scale.AcceptOnlyFromAmong("pilot", "dac");
        var persons = new Option<int?>("--persons") { Description = $"How many persons instead, 1 to {SimulationPlan.Most}." };
        var until = new Option<DateOnly?>("--until") { Description = "Last day that is told, yesterday if not given; a run that goes on with another takes the same." };
        years.Validators.Add(r => Between(r, r.GetValue(years), 1, 10));
        persons.Validators.Add(r => Between(r, r.GetValue(persons) ?? 1, 1, SimulationPlan.Most));
        territory.Validators.Add(r =>
        {
            if (!TerritoryId.TryParse(r.GetValue(territory), out _)) r.AddError("--territory: not an id of a territory.");
        });
        var command = new Command("simulate", "Writes a plausible history of a territory: requests, records, teams, plans, contacts, tasks, assessments, stays in hospital. Can be stopped and run again.")
        {
            territory, years, seed, scale, persons, until,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var count = parsed.GetValue(persons) ?? (parsed.GetValue(scale) is "dac" ? SimulationPlan.Dac : SimulationPlan.Pilot);
            return RunAsync(new TerritoryId(parsed.GetValue(territory)!), parsed.GetValue(years), parsed.GetValue(seed), count, parsed.GetValue(until), cancellation);
        });
        return command;
    }

    private static async Task RunAsync(TerritoryId territory, int years, long seed, int persons, DateOnly? until, CancellationToken cancellation)
    {
        await using var platform = await PlatformScope.OpenAsync(cancellation);
        var yesterday = DateOnly.FromDateTime(WorkingDays.ToParis(platform.Get<TimeProvider>().GetUtcNow()).DateTime).AddDays(-1);
        var plan = new SimulationPlan(territory, years, unchecked((ulong)seed), persons, until ?? yesterday);
        if (plan.Until > yesterday) throw new VerbException("--until: the past ends yesterday");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{persons} persons of {territory.Value}, {plan.From:yyyy-MM-dd} to {plan.Until:yyyy-MM-dd}, seed {seed}"));
        var bar = new ProgressBar();
        var done = await new Historian(platform.Services, plan).WriteAsync(bar.Show, cancellation);
        bar.End();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{done.Events} events written in {done.Elapsed.TotalSeconds:0.0} s: {done.Speed:0} events/s; {done.Persons} persons are there"));
    }

    private static void Between(System.CommandLine.Parsing.OptionResult result, int value, int least, int most)
    {
        if (value < least || value > most) result.AddError(string.Create(CultureInfo.InvariantCulture, $"{result.Option.Name}: from {least} to {most}."));
    }
}
