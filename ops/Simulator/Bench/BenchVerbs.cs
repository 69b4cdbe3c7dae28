using System.CommandLine;
using Coordination.Simulator.Load;

namespace Coordination.Simulator.Bench;

/// <summary>The verbs <c>bench list</c> and <c>bench NAME</c>.</summary>
public static class BenchVerbs
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        Command[] benches = [AlertLatencyCommand()];
        var list = new Command("list", "Names every bench and what it measures");
        list.SetAction(result =>
        {
            foreach (var bench in benches) result.InvocationConfiguration.Output.WriteLine($"{bench.Name,-16} {bench.Description}");
        });
        var command = new Command("bench", "Measures the running platform") { list };
        foreach (var bench in benches) command.Add(bench);
        return command;
    }

    private static Command AlertLatencyCommand()
    {
        var seconds = PositiveNumber.Option("--seconds", "Time measured", 30);
        var warmUp = PositiveNumber.Option("--warm-up", "Seconds before, not measured: a started platform compiles its code while it runs", 10);
        var rate = new Option<double>("--rate") { Description = "Messages a second, at independent times", DefaultValueFactory = _ => 20 };
        rate.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (> 0 and <= 1000)) result.AddError("--rate: a number above 0 and up to 1000 is expected");
        });
        var connections = PositiveNumber.Option("--connections", "MLLP connections", 4);
        var screens = PositiveNumber.Option("--screens", "Open pages of coordinators; an alert has come when the last one shows it", 3);
        var seed = new Option<int>("--seed") { Description = "Of the times between messages", DefaultValueFactory = _ => 1 };
        var json = new Option<FileInfo?>("--json") { Description = "Writes the figures there too" };
        var command = new Command("alert-latency", "From a hospital's announcement over MLLP to the alert on open pages")
        {
            seconds, warmUp, rate, connections, screens, seed, json,
        };
        command.SetAction(async (result, cancellation) =>
        {
            var plan = new LatencyPlan(
                result.GetValue(seconds), result.GetValue(warmUp), result.GetValue(rate), result.GetValue(connections), result.GetValue(screens), result.GetValue(seed));
            var report = await new AlertLatency(plan, result.InvocationConfiguration.Error).RunAsync(cancellation);
            report.Print(result.InvocationConfiguration.Output);
            if (result.GetValue(json) is { } file) await File.WriteAllTextAsync(file.FullName, report.ToJson() + "\n", cancellation);
            return report.NothingLost ? 0 : 1;
        });
        return command;
    }
}
