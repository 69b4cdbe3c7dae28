using System.CommandLine;
using Coordination.Api.Hosting;
using Coordination.Api.Security.Development;
using Microsoft.Extensions.Configuration;

namespace Coordination.Simulator.Verbs;

/// <summary><c>token ROLE</c>: an access token of a demo user, valid 12 hours.</summary>
public static class TokenVerb
{
    /// <summary>The command.</summary>
    public static Command Create(string dataFolder)
    {
        var role = new Argument<string>("role") { Description = string.Join(", ", DemoUsers.All.Keys) };
        var command = new Command("token", "Prints a bearer token of a demo user.") { role };
        command.SetAction(result =>
        {
            PlatformScope.RequireDevelopment(new ConfigurationBuilder().AddEnvironmentVariables().Build());
            if (!DemoUsers.All.TryGetValue(result.GetValue(role)!, out var subject))
                throw new VerbException($"no demo user '{result.GetValue(role)}': {string.Join(", ", DemoUsers.All.Keys)}");
            var issuer = new DevelopmentIssuer(new SecretFolder(Path.Combine(dataFolder, "secrets")));
            Console.WriteLine(issuer.CreateToken(subject, TimeProvider.System.GetUtcNow()));
        });
        return command;
    }
}
