using System.CommandLine;
using Coordination.Api.Security.Development;
using Microsoft.Extensions.Configuration;

namespace Coordination.Simulator.Verbs;

/// <summary><c>token ROLE</c>: an access token of a demo user, valid 12 hours.</summary>
public static class TokenVerb
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var role = new Argument<string>("role") { Description = string.Join(", ", DemoUsers.All.Keys) };
        var command = new Command("token", "Prints a bearer token of a demo user, from the demo's identity provider.") { role };
        command.SetAction(async (result, cancellation) =>
        {
            PlatformScope.RequireDevelopment(new ConfigurationBuilder().AddEnvironmentVariables().Build());
            Console.WriteLine(await DemoTokens.GetAsync(result.GetValue(role)!, cancellation));
        });
        return command;
    }
}
