using System.Globalization;
using Coordination.Api.Hosting;

namespace Coordination.Api.Directory.Import;

/// <summary><c>import rpps|finess|cog FILE [--on DAY] [--full] [--dry-run]</c>.</summary>
public static class ImportVerb
{
    private const string Usage = "import rpps|finess|cog FILE [--on 2026-11-23] [--full] [--dry-run]";

    /// <summary>0: taken, refused lines are told on the error output; 1: the file is refused and nothing changed; 2: the command is wrong.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var rest = args.Skip(1).ToList();
        var (full, dry) = (rest.Remove("--full"), rest.Remove("--dry-run"));
        DateOnly? on = null;
        if (rest.IndexOf("--on") is >= 0 and var at)
        {
            if (at + 1 >= rest.Count || !DateOnly.TryParseExact(rest[at + 1], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return Wrong("--on takes a day as 2026-11-23");
            on = day;
            rest.RemoveRange(at, 2);
        }

        if (rest.Count < 2 || !Enum.TryParse<DirectoryFileKind>(rest[0], ignoreCase: true, out var kind) || char.IsAsciiDigit(rest[0][0])) return Wrong(Usage);
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine([.. rest.Skip(2)]).Build();
        await using var database = CoordinationSettings.Read(configuration, development: false).CreateDatabase();
        try
        {
            var report = await new FileImport(database, TimeProvider.System).RunAsync(new(kind, rest[1], on, full, dry), CancellationToken.None);
            foreach (var refusal in report.Refusals) Console.Error.WriteLine($"line {refusal.Line}: {refusal.Field}: {refusal.Rule}");
            Console.WriteLine($"{(dry ? "dry run, nothing changed: " : "")}{report.Lines} lines of {report.AsOf:O}: {report.Added} added, {report.Changed} changed, {report.Closed} closed, {report.Refusals.Count} lines refused");
            return 0;
        }
        catch (FileRefusedException refused)
        {
            Console.Error.WriteLine($"the file is refused, nothing changed: {refused.Message}");
            return 1;
        }
    }

    private static int Wrong(string what)
    {
        Console.Error.WriteLine(what);
        return 2;
    }
}
