using Platform.EventStore;

namespace Coordination.Api.Hosting;

/// <summary>The verbs that prepare and check the database.</summary>
public static class DatabaseVerbs
{
    /// <summary>Applies what is missing, as the owner; can be run again, and by several nodes at once.</summary>
    public static Task ApplyAsync(string[] args) => WithMigratorAsync(args, migrator => migrator.ApplyAsync());

    /// <summary>Says whether the database is what this binary expects; 1 and the difference when it is not.</summary>
    public static async Task<int> AssertAsync(string[] args)
    {
        try
        {
            await WithMigratorAsync(args, migrator => migrator.AssertAsync());
            return 0;
        }
        catch (SchemaMismatchException mismatch)
        {
            Console.Error.WriteLine(mismatch.Message);
            return 1;
        }
    }

    private static async Task WithMigratorAsync(string[] args, Func<SchemaMigrator, Task> act)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args.Skip(1).ToArray()).Build();
        await using var database = CoordinationSettings.Read(configuration, configuration["ASPNETCORE_ENVIRONMENT"] == Environments.Development).CreateDatabase();
        await act(new SchemaMigrator(database, StoreRegistrations.Create(TimeProvider.System), StoreRegistrations.Components));
    }
}
