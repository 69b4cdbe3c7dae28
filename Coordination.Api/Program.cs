using Coordination.Api.Directory.Import;
using Coordination.Api.GraphQL;
using Coordination.Api.Hosting;
using Coordination.Api.Security.Audit;

// One binary, six verbs: it serves, prepares or checks its database, verifies the read audit, imports directories, or prints its schema.
System.Globalization.CultureInfo.DefaultThreadCurrentCulture = System.Globalization.CultureInfo.InvariantCulture;
switch (args.FirstOrDefault())
{
    case "db-apply":
        await DatabaseVerbs.ApplyAsync(args);
        return 0;
    case "db-assert":
        return await DatabaseVerbs.AssertAsync(args);
    case "audit":
        return await AuditVerbs.RunAsync(args);
    case "import":
        return await ImportVerb.RunAsync(args);
    case "schema":
        Console.Write(CoordinationSchema.Create().Print());
        return 0;
    case null or "serve":
        var app = CoordinationHost.Build(args);
        await app.StartServingAsync();
        await app.WaitForShutdownAsync();
        return 0;
    case var verb:
        Console.Error.WriteLine($"unknown verb '{verb}': serve, db-apply, db-assert, audit, import or schema");
        return 2;
}

/// <summary>Entry point; visible to the tests' host.</summary>
public partial class Program;
