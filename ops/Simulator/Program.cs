using System.CommandLine;
using Coordination.Simulator.Bench;
using Coordination.Simulator.Chaos;
using Coordination.Simulator.Hl7;
using Coordination.Simulator.Territory;
using Coordination.Simulator.Verbs;

// The demo territory and the hospital that feeds it. Every verb writes through the platform's own commands.
System.Globalization.CultureInfo.DefaultThreadCurrentCulture = System.Globalization.CultureInfo.InvariantCulture;
var data = Path.GetFullPath(Environment.GetEnvironmentVariable("COORDINATION_DATA") is { Length: > 0 } folder ? folder : ".data");
var root = new RootCommand("Simulator of a territory: invented persons, professionals and structures.")
{
    Hl7Verbs.Create(k => DemoTerritory.Create().Person(k), () => DemoTerritory.Hospital, data),
    SeedVerb.Create(),
    SimulateVerb.Create(),
    TokenVerb.Create(),
    new Command("demo", "Acts on the demo territory.") { FollowVerb.Create(), FridayVerb.Create(data) },
    BenchVerbs.Create(),
    ChaosVerbs.Create(),
};
try
{
    return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (VerbException refusal)
{
    Console.Error.WriteLine(refusal.Message);
    return 1;
}
