namespace Platform.GraphQL.TypeSystem;

internal sealed class ObjectFieldDescriptor(FieldDefinition field) : IObjectFieldDescriptor
{
    public IObjectFieldDescriptor Description(string text)
    {
        field.Description = text;
        return this;
    }

    public IObjectFieldDescriptor Type(string sdl)
    {
        var node = SdlType.Parse(sdl);
        field.Type = _ => node;
        return this;
    }

    public IObjectFieldDescriptor Type<T>()
    {
        field.Type = ClrTypes.Reference(typeof(T), false);
        return this;
    }

    public IObjectFieldDescriptor Argument(string name, string sdlType, string? description = null, string? defaultValue = null)
    {
        var node = SdlType.Parse(sdlType);
        field.Arguments.Add(new InputDefinition(name, _ => node, description, defaultValue is null ? null : Parser.ParseValue(defaultValue)));
        return this;
    }

    public IObjectFieldDescriptor UsePaging(string name) =>
        Type($"{name}Connection!").Argument("first", "Int").Argument("after", "String");

    public IObjectFieldDescriptor Deprecated(string reason)
    {
        field.DeprecationReason = reason;
        return this;
    }

    public IObjectFieldDescriptor Resolve(Func<IResolverContext, object?> resolver)
    {
        field.Pure = null;
        field.Resolver = context => new ValueTask<object?>(resolver(context));
        return this;
    }

    public IObjectFieldDescriptor Resolve<T>(Func<IResolverContext, Task<T>> resolver)
    {
        field.Pure = null;
        field.Resolver = context =>
        {
            var task = resolver(context);
            return task.IsCompletedSuccessfully ? new ValueTask<object?>(task.Result) : Await(task);
        };
        return this;

        static async ValueTask<object?> Await(Task<T> task) => await task;
    }

    public IObjectFieldDescriptor Subscribe<T>(Func<IResolverContext, IAsyncEnumerable<T>> source)
    {
        field.Subscribe = context => Box(source(context), context.RequestAborted);
        return this;

        static async IAsyncEnumerable<object?> Box(IAsyncEnumerable<T> items,
            [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
        {
            await foreach (var item in items.WithCancellation(cancellation)) yield return item;
        }
    }

    public IObjectFieldDescriptor Use(FieldMiddleware middleware)
    {
        field.Middlewares.Add(middleware);
        return this;
    }

    public IObjectFieldDescriptor Authorize(string policy)
    {
        field.Policies.Add(policy);
        return this;
    }
}
