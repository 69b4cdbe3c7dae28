using System.CommandLine;

namespace Coordination.Simulator.Load;

/// <summary>An option that takes a whole number from 1.</summary>
public static class PositiveNumber
{
    private const int Most = 100_000;

    /// <summary>The option; another value is refused, naming the option.</summary>
    public static Option<int> Option(string name, string description, int otherwise)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => otherwise };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > Most) result.AddError($"{name}: a number from 1 to {Most} is expected");
        });
        return option;
    }
}
