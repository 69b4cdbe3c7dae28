using System.Globalization;
using Coordination.Api.Hosting;

namespace Coordination.Api.Security.Audit;

/// <summary><c>audit verify [--from n] [--heads file]</c> and <c>audit head</c>.</summary>
public static class AuditVerbs
{
    /// <summary>0 when the chain holds; 1 and the first bad row when it does not; 2 for a wrong call.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine([.. args.Skip(2)]).Build();
        if (args.ElementAtOrDefault(1) is not ("verify" or "head") || !long.TryParse(configuration["from"] ?? "1", NumberStyles.None, CultureInfo.InvariantCulture, out var from) || from < 1)
        {
            Console.Error.WriteLine("audit verify [--from POSITION] [--heads FILE], or audit head");
            return 2;
        }

        var settings = CoordinationSettings.Read(configuration, development: false);
        await using var database = settings.CreateDatabase();
        if (args[1] == "head")
        {
            Console.WriteLine(await new AuditChain(database).HeadAsync());
            return 0;
        }

        var heads = configuration["heads"] ?? AuditKeeper.HeadLog(settings);
        if (configuration["heads"] is not null && !File.Exists(heads))
        {
            Console.Error.WriteLine("--heads: no such file");
            return 2;
        }

        var verdict = await new AuditVerifier(database).VerifyAsync(from, File.Exists(heads) ? AuditHead.ReadLog(heads) : null);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{verdict.Checked} rows hold, head {verdict.Head}"));
        if (verdict.Fault is not { } fault) return 0;
        Console.Error.WriteLine($"first bad row: {fault}");
        return 1;
    }
}
