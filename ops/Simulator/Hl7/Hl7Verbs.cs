using System.CommandLine;
using System.Globalization;
using Coordination.Simulator.Territory;

namespace Coordination.Simulator.Hl7;

/// <summary>The verbs <c>hl7 example</c> and <c>hl7 send</c>.</summary>
public static class Hl7Verbs
{
    private const int DefaultPort = 2575;

    /// <summary>The command, to be added to the root; <paramref name="persons"/> throws <see cref="ArgumentOutOfRangeException"/> for an unknown number.</summary>
    public static Command Create(Func<int, DemoPerson> persons, Func<DemoHospital> hospital, string dataFolder) =>
        new("hl7", "Messages of the demo hospital") { Example(persons, hospital, dataFolder), Send() };

    private static Command Example(Func<int, DemoPerson> persons, Func<DemoHospital> hospital, string dataFolder)
    {
        var trigger = new Argument<string>("trigger") { Description = "a01, a02, a03, a04, a05, a13, a16, a25, a47 or z99" };
        trigger.AcceptOnlyFromAmong([.. PamOrder.Triggers, .. PamOrder.Triggers.Select(t => t.ToLowerInvariant())]);
        var person = new Option<int>("--person") { Description = "Demo person 1–60", DefaultValueFactory = _ => 1 };
        var stay = new Option<int?>("--stay") { Description = "Stay of that person; the last one by default" };
        var hours = new Option<double?>("--in") { Description = "Hours to the expected discharge" };
        hours.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double?>() is { } value && !(Math.Abs(value) <= 8_760)) result.AddError("--in: a number of hours within a year expected");
        });
        var command = new Command("example", "Prints a conformant PAM-FR message about a demo person") { trigger, person, stay, hours };
        command.SetAction(result =>
        {
            try
            {
                var factory = new PamMessageFactory(hospital(), new StayJournalFile(dataFolder), TimeProvider.System);
                var order = new PamOrder(result.GetValue(trigger)!.ToUpperInvariant(), result.GetValue(stay), result.GetValue(hours));
                Write(factory.Make(persons(result.GetValue(person)), order));
                return 0;
            }
            catch (Exception e) when (e is PamOrderException or ArgumentOutOfRangeException or TimeoutException)
            {
                result.InvocationConfiguration.Error.WriteLine(e.Message);
                return 1;
            }
        });
        return command;
    }

    private static Command Send()
    {
        var files = new Argument<string[]>("file") { Description = "Files of messages; standard input when absent or -", Arity = ArgumentArity.ZeroOrMore };
        var port = new Option<int>("--port") { Description = "MLLP port on this machine", DefaultValueFactory = _ => PortOfEnvironment() };
        var command = new Command("send", "Sends messages over MLLP and prints each acknowledgement") { files, port };
        command.SetAction((result, cancellationToken) => new MessageSender(
            result.GetValue(port), result.InvocationConfiguration.Output, result.InvocationConfiguration.Error)
            .SendAsync(result.GetValue(files) is { Length: > 0 } named ? named : ["-"], cancellationToken));
        return command;
    }

    // Bytes, not text: the console's own encoding must not change a message. A terminal gets line ends that it can show.
    private static void Write(string message)
    {
        using var output = Console.OpenStandardOutput();
        output.Write(System.Text.Encoding.UTF8.GetBytes(Console.IsOutputRedirected ? message : message.Replace('\r', '\n')));
    }

    private static int PortOfEnvironment() =>
        int.TryParse(Environment.GetEnvironmentVariable("COORDINATION_MLLP_PORT"), NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : DefaultPort;
}
