using System.Collections;

namespace Platform.GraphQL.Execution;

/// <summary>One run of a compiled operation. All state is touched from the pump only, but errors that resolvers report.</summary>
internal sealed partial class OperationExecution(Schema schema, RequestExecutorOptions options, CompiledOperation operation,
    GraphQLRequest request, IReadOnlyDictionary<string, object?> variables, CancellationToken cancellation)
{
    private readonly RequestPump _pump = new();
    private readonly TaskCompletionSource _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<GraphQLError> _errors = [];
    private readonly Dictionary<Type, object> _loaders = [];
    private ResultObject _root = null!;
    private object? _rootValue;
    private int _pending;
    private int _nextRootField;

    public Schema Schema => schema;
    public GraphQLRequest Request => request;
    public CancellationToken Cancellation => cancellation;

    /// <summary>Fills the response; ends when every field has ended.</summary>
    public async Task<ExecutionResult> RunAsync(object? rootValue)
    {
        _rootValue = rootValue;
        _root = new ResultObject(operation.Plan(variables), null, 0, false);
        _pump.Start(() =>
        {
            _pending = 1;
            if (operation.Operation.Kind != OperationKind.Mutation)
            {
                _nextRootField = _root.Values.Length;
                ExecuteFields(_root, _rootValue);
            }
            Release();
        });
        await _completion.Task.WaitAsync(cancellation).ConfigureAwait(false);
        lock (_errors) return new ExecutionResult([.. _errors], _root.Invalid ? null : _root, true);
    }

    /// <summary>Opens the source stream of a subscription's only root field.</summary>
    public IAsyncEnumerable<object?> OpenStream()
    {
        var plan = operation.Plan(variables);
        var field = plan.Fields[0];
        var root = new ResultObject(plan, null, 0, false);
        var context = new ResolverContext(this, field, null, root, 0, field.Arguments(variables));
        return field.Definition.Subscribe?.Invoke(context)
            ?? throw new GraphQLException($"The field \"{field.Definition.Name}\" gives no events.", "NOT_SUBSCRIBABLE");
    }

    public object Loader(Type type)
    {
        if (_loaders.TryGetValue(type, out var loader)) return loader;
        if (!schema.Loaders.TryGetValue(type, out var create))
            throw new InvalidOperationException($"The DataLoader {type.Name} is not registered.");
        return _loaders[type] = create(new DataLoaderContext(_pump, request.Services, request.ContextData, cancellation));
    }

    private void Release()
    {
        if (--_pending > 0) return;
        // Mutations: a root field starts when the one before has ended with everything under it.
        while (_nextRootField < _root.Values.Length && !_root.Invalid && !cancellation.IsCancellationRequested)
        {
            _pending++;
            ExecuteField(_root, _nextRootField++, _rootValue);
            if (--_pending > 0) return;
        }
        _completion.TrySetResult();
    }

    private void ExecuteFields(ResultObject target, object? source)
    {
        for (var i = 0; i < target.Values.Length && !target.Invalid; i++) ExecuteField(target, i, source);
    }

    private void ExecuteField(ResultObject target, int index, object? source)
    {
        var field = target.Plan.Fields[index];
        var definition = field.Definition;
        if (ReferenceEquals(definition, Schema.TypenameField))
        {
            target.Values[index] = target.Plan.Type.Name;
            return;
        }
        try
        {
            if (definition.Pure is { } pure)
            {
                Complete(field, target, index, definition.Type, pure(ReferenceEquals(definition, schema.SchemaField) ? schema : source!));
                return;
            }
            var context = new ResolverContext(this, field, source, target, index, field.Arguments(variables));
            var task = definition.Resolver!(context);
            if (task.IsCompletedSuccessfully) Complete(field, target, index, definition.Type, task.Result);
            else
            {
                _pending++;
                _ = AwaitAsync(task, field, target, index);
            }
        }
        catch (Exception e)
        {
            Fail(field, target, index, definition.Type.IsNonNull, e);
        }
    }

    private async Task AwaitAsync(ValueTask<object?> task, FieldPlan field, ResultObject target, int index)
    {
        try
        {
            var value = await task;
            if (!target.IsDead) Complete(field, target, index, field.Definition.Type, value);
        }
        catch (Exception e)
        {
            Fail(field, target, index, field.Definition.Type.IsNonNull, e);
        }
        Release();
    }

    private void Complete(FieldPlan field, ResultNode target, int index, SchemaType type, object? value)
    {
        if (value is null)
        {
            if (type.IsNonNull)
                Fail(field, target, index, true, new GraphQLException(
                    $"Cannot return null for non-nullable field {field.Parent.Name}.{field.Definition.Name}.", "NULL_VALUE"));
            else target.Values[index] = null;
            return;
        }
        switch (type.Nullable)
        {
            case SchemaScalar scalar:
                target.Values[index] = scalar.Serialize(value);
                break;
            case SchemaEnum e:
                target.Values[index] = e.Serialize(value);
                break;
            case SchemaList list:
                CompleteList(field, target, index, type, list, value);
                break;
            case NamedSchemaType named:
                var runtime = named as SchemaObject ?? schema.ObjectOf(value);
                if (runtime is null || !schema.IsPossible(named, runtime))
                    throw new InvalidOperationException($"No object type of {named.Name} is bound to {value.GetType().Name}.");
                var node = new ResultObject(field.Selection(runtime), target, index, type.IsNonNull);
                target.Values[index] = node;
                ExecuteFields(node, value);
                break;
        }
    }

    private void CompleteList(FieldPlan field, ResultNode target, int index, SchemaType type, SchemaList list, object value)
    {
        if (value is string || value is not IEnumerable sequence)
            throw new InvalidOperationException($"The list field {field.Definition.Name} was given no sequence.");
        var items = sequence as IList ?? sequence.Cast<object?>().ToList();
        var node = new ResultList(list.Named, target, index, type.IsNonNull, items.Count);
        target.Values[index] = node;
        for (var i = 0; i < items.Count && !node.Invalid; i++)
        {
            try
            {
                Complete(field, node, i, list.Item, items[i]);
            }
            catch (Exception e)
            {
                Fail(field, node, i, list.Item.IsNonNull, e);
            }
        }
    }
}
