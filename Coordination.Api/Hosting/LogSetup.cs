using System.Globalization;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace Coordination.Api.Hosting;

/// <summary>Logs: templates and ids, never contents. To the console and, kept 14 days, to files of the data folder.</summary>
public static class LogSetup
{
    private const string Template = "{Timestamp:yyyy-MM-ddTHH:mm:ss.fffzzz} {Level:u3} {SourceContext} {Message:lj}{NewLine}{Exception}";

    /// <summary>The logger; <c>Serilog:</c> settings of the configuration come on top.</summary>
    public static Logger Create(CoordinationSettings settings, IConfiguration configuration) => new LoggerConfiguration()
        .MinimumLevel.Information()
        .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
        .MinimumLevel.Override("System", LogEventLevel.Warning)
        .MinimumLevel.Override("Npgsql", LogEventLevel.Warning)
        .ReadFrom.Configuration(configuration)
        .WriteTo.Console(outputTemplate: Template, formatProvider: CultureInfo.InvariantCulture)
        .WriteTo.File(Path.Combine(settings.DataFolder, "logs", "coordination-.log"), outputTemplate: Template,
            formatProvider: CultureInfo.InvariantCulture, rollingInterval: RollingInterval.Day, retainedFileCountLimit: 14)
        .CreateLogger();
}
