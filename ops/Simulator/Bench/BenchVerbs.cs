using System.CommandLine;
using System.Globalization;
using Coordination.Simulator.History;
using Coordination.Simulator.Load;

namespace Coordination.Simulator.Bench;

/// <summary>The verbs <c>bench list</c> and <c>bench NAME</c>.</summary>
public static class BenchVerbs
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        Command[] benches = [AlertLatencyCommand(), CoreCommand()];
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

    private static Command CoreCommand()
    {
        var persons = PositiveNumber.Option("--persons", "Records of the territory; a platform that has them keeps them", SimulationPlan.Dac);
        var years = PositiveNumber.Option("--years", "How long the DAC has worked", 5);
        var calls = PositiveNumber.Option("--calls", "How often each call is measured", 200);
        var command = new Command("core", "A coordinator's lists, a person's whole page and commands over HTTP, access and audit included") { persons, years, calls };
        command.SetAction(async (result, cancellation) =>
        {
            var figures = await new CoreBench(result.GetValue(persons), result.GetValue(years), result.GetValue(calls), result.InvocationConfiguration.Error).RunAsync(cancellation);
            var output = result.InvocationConfiguration.Output;
            output.WriteLine($"{"ms",-38}{"n",6}{"median",9}{"p95",9}{"max",9}{"floor",9}{"ratio",8}");
            foreach (var f in figures)
                output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{f.Name,-38}{f.Times.Count,6}{f.Times.Median,9:0.0}{f.Times.P95,9:0.0}{f.Times.Max,9:0.0}{f.Floor.Median,9:0.00}{f.Ratio,8:0}") + (f.Refused > 0 ? $"  {f.Refused} refused" : ""));
            return figures.All(f => f.Refused == 0) ? 0 : 1;
        });
        return command;
    }
}
