using System.CommandLine;
using Coordination.Simulator.Load;

namespace Coordination.Simulator.Chaos;

/// <summary>The verb <c>chaos kill-api</c>.</summary>
public static class ChaosVerbs
{
    /// <summary>The command.</summary>
    public static Command Create() => new("chaos", "Breaks the running platform and looks whether anything was lost") { KillApiCommand() };

    private static Command KillApiCommand()
    {
        var messages = PositiveNumber.Option("--messages", "Announcements sent", 120);
        var kills = PositiveNumber.Option("--kills", "Times the API is killed", 3);
        var rate = PositiveNumber.Option("--rate", "Messages a second", 20);
        var connections = PositiveNumber.Option("--connections", "MLLP connections", 4);
        var seed = new Option<int>("--seed") { Description = "Of the instants of the kills", DefaultValueFactory = _ => 1 };
        var command = new Command("kill-api", "Kills the API (SIGKILL) during a stream of announcements; ops/run starts it again") { messages, kills, rate, connections, seed };
        command.SetAction(async (result, cancellation) =>
        {
            var plan = new KillPlan(result.GetValue(messages), result.GetValue(kills), result.GetValue(rate), result.GetValue(connections), result.GetValue(seed));
            var report = await new KillApi(plan, result.InvocationConfiguration.Error).RunAsync(cancellation);
            report.Print(result.InvocationConfiguration.Output);
            return report.Passed ? 0 : 1;
        });
        return command;
    }
}
