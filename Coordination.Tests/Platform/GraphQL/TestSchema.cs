using Platform.GraphQL;

namespace Coordination.Tests.Platform.GraphQL;

public enum CoatColor { Black, DarkBrown, White }

public abstract record Pet(string Id, string Name, CoatColor Color, string? OwnerId);

public sealed record Dog(string Id, string Name, CoatColor Color, string? OwnerId, int BarkVolume) : Pet(Id, Name, Color, OwnerId);

public sealed record Cat(string Id, string Name, CoatColor Color, string? OwnerId, bool Indoor) : Pet(Id, Name, Color, OwnerId);

public sealed record Owner(string Id, string Name);

public sealed record PetFilter(CoatColor? Color = null, IReadOnlyList<string>? Names = null, DateOnly? BornAfter = null, int Limit = 10);

public sealed record Everything(int? Int = null, double? Float = null, string? Text = null, bool? Flag = null, Guid? Uuid = null,
    DateOnly? Day = null, DateTimeOffset? Instant = null, CoatColor? Color = null);

public sealed record RenamePet(string Id, string Name);

public sealed record PetNotFoundError(string Code, string Message);

public sealed record NameTakenError(string Code, string Message, string TakenBy);

/// <summary>The small schema that all tests of the library use.</summary>
internal sealed partial class TestSchema
{
    public static readonly IReadOnlyList<Pet> Pets =
    [
        new Dog("1", "Rex", CoatColor.DarkBrown, "o1", 7), new Cat("2", "Mina", CoatColor.White, "o2", true),
        new Dog("3", "Ulk", CoatColor.Black, null, 3),
    ];

    public List<IReadOnlyList<string>> Batches { get; } = [];
    public List<string> Log { get; } = [];
    public InMemoryTopics Topics { get; } = new(4);
    public TaskCompletionSource Gate { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    public TaskCompletionSource Subscribed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ISchema Build() => SchemaBuilder.New()
        .AddQueryType(ConfigureQuery)
        .AddMutationType(d => d
            .Mutation<RenamePet, Pet>("renamePet", "pet", RenameAsync, m => m.Description("Gives a pet another name.")
                .PayloadType("Pet").Error<PetNotFoundError>().Error<NameTakenError>())
            .Field("log").Type("Int!").Argument("text", "String!").Resolve(AppendAsync))
        .AddSubscriptionType(d => d.Field("petRenamed").Type("Pet!").Subscribe(c =>
        {
            var stream = Topics.Subscribe<Pet>("pets", c.RequestAborted);
            Subscribed.TrySetResult();
            return stream;
        }))
        .AddInterfaceType("Pet", d =>
        {
            d.Description("What is kept at home.\nOn two lines.");
            d.Field("id").Type("ID!");
            d.Field("name").Type("String!");
            d.Field("owner").Type("Owner");
        })
        .AddObjectType<Dog>(d => { Common(d); d.Field(x => x.BarkVolume).Description("In \"decibels\""); })
        .AddObjectType<Cat>(d => { Common(d); d.Field(x => x.Indoor).Deprecated("Ask the cat."); })
        .AddObjectType<Owner>(d => { d.Field(x => x.Id).Type("ID!"); d.Field(x => x.Name); })
        .AddUnionType("CatOrDog", null, typeof(Cat), typeof(Dog))
        .AddEnumType<CoatColor>(describe: c => c == CoatColor.White ? "As snow." : null)
        .AddInputObjectType<PetFilter>(d => d.Field("limit", defaultValue: "10"))
        .AddInputObjectType<Everything>()
        .AddInputObjectType<Choice>(d => d.OneOf())
        .AddInputObjectType<Nested>(d => { d.Field("withDefault", defaultValue: "5"); d.Field("color", defaultValue: "WHITE"); })
        .AddConnection<Owner>("Owners")
        .AddDataLoader(c => new OwnerLoader(c, Batches))
        .Create();

    private static void Common<T>(IObjectTypeDescriptor<T> d) where T : Pet
    {
        d.Implements("Pet");
        d.Field(x => x.Id).Type("ID!");
        d.Field(x => x.Name);
        d.Field(x => x.Color);
        d.Field("owner").Type("Owner").Resolve(async c =>
            c.Parent<Pet>().OwnerId is { } id ? await c.DataLoader<OwnerLoader>().LoadAsync(id) : null);
    }

    private void ConfigureQuery(IObjectTypeDescriptor d)
    {
        d.Field("hello").Type("String!").Argument("name", "String", defaultValue: "\"world\"")
            .Resolve(c => $"Hello {c.ArgumentValue<string>("name")}");
        d.Field("pets").Type("[Pet!]!").Argument("where", "PetFilter").Resolve(c => Filter(c.ArgumentValue<PetFilter?>("where")));
        d.Field("pet").Type("Pet").Argument("id", "ID!").Resolve(c => Pets.FirstOrDefault(p => p.Id == c.ArgumentValue<string>("id")));
        d.Field("catOrDog").Type("CatOrDog").Resolve(_ => Pets[1]);
        d.Field("echo").Type("String!").Argument("value", "Everything!").Resolve(c => c.ArgumentValue<Everything>("value").ToString());
        d.Field("choose").Type("String").Argument("choice", "Choice!").Resolve(c => c.ArgumentValue<Choice>("choice").ToString());
        ConfigureCoercion(d);
        d.Field("owners").UsePaging("Owners").Resolve(_ => new Connection<Owner>(
            [new Edge<Owner>("c1", new Owner("o1", "Ada"))], new PageInfo(false, false, "c1", "c1"), 1));
        d.Field("broken").Type("String").Resolve(_ => throw new InvalidOperationException("secret of a person"));
        d.Field("refused").Type("String").Resolve(_ => throw new GraphQLException("Not here.", "REFUSED"));
        d.Field("nothing").Type("String!").Resolve(_ => null);
        d.Field("holes").Type("[Int!]").Resolve(_ => new int?[] { 1, null, 3 });
        d.Field("waits").Type("String").Resolve<string>(async c =>
        {
            await Gate.Task.WaitAsync(c.RequestAborted);
            return "done";
        });
    }

    private static IEnumerable<Pet> Filter(PetFilter? filter) =>
        Pets.Where(p => filter?.Color is not { } color || p.Color == color).Take(filter?.Limit ?? 10);

    private Task<MutationResult<Pet>> RenameAsync(IResolverContext context, RenamePet input)
    {
        if (Pets.FirstOrDefault(p => p.Id == input.Id) is not { } pet)
            return Task.FromResult(MutationResult<Pet>.Failure(new PetNotFoundError("NOT_FOUND", "No such pet.")));
        if (input.Name == "Mina")
            return Task.FromResult(MutationResult<Pet>.Failure(new NameTakenError("NAME_TAKEN", "Taken.", "2")));
        var renamed = pet with { Name = input.Name };
        Topics.Send("pets", renamed);
        return Task.FromResult(MutationResult<Pet>.Success(renamed));
    }

    private async Task<int> AppendAsync(IResolverContext context)
    {
        Log.Add("start " + context.ArgumentValue<string>("text"));
        await Task.Yield();
        Log.Add("end " + context.ArgumentValue<string>("text"));
        return Log.Count;
    }
}

public sealed record Choice(string? ById = null, string? ByName = null);

internal sealed class OwnerLoader(DataLoaderContext context, List<IReadOnlyList<string>> batches) : BatchDataLoader<string, Owner>(context)
{
    protected override async Task<IReadOnlyDictionary<string, Owner>> LoadBatchAsync(IReadOnlyList<string> keys, CancellationToken cancellation)
    {
        batches.Add(keys);
        await Task.Yield();
        return keys.ToDictionary(k => k, k => new Owner(k, "Owner " + k));
    }
}
