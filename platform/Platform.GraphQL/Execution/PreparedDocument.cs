using System.Collections.Concurrent;

namespace Platform.GraphQL.Execution;

/// <summary>A parsed and validated document with its compiled operations.</summary>
internal sealed class PreparedDocument
{
    private readonly Schema _schema;
    private readonly DocumentNode? _document;
    private readonly ConcurrentDictionary<string, CompiledOperation> _operations = new();

    private PreparedDocument(Schema schema, DocumentNode? document, IReadOnlyList<GraphQLError> errors) =>
        (_schema, _document, Errors) = (schema, document, errors);

    public IReadOnlyList<GraphQLError> Errors { get; }

    public static PreparedDocument Prepare(Schema schema, string query, RequestExecutorOptions options)
    {
        try
        {
            var document = Parser.Parse(query, options.Parser, options.ShowInputValues);
            return new PreparedDocument(schema, document, DocumentValidator.Validate(schema, document, options));
        }
        catch (SyntaxException e)
        {
            return new PreparedDocument(schema, null, [new GraphQLError(e.Message) { Locations = [e.Location], Code = "SYNTAX_ERROR" }]);
        }
        catch (InsufficientExecutionStackException)
        {
            return new PreparedDocument(schema, null, [new GraphQLError("The document is nested too deep.") { Code = "DEPTH_LIMIT" }]);
        }
    }

    public (CompiledOperation? Operation, string Problem) Select(string? name)
    {
        var operations = _document!.Operations.ToList();
        if (operations.Count == 0) return (null, "Must provide an operation.");
        if (name is null && operations.Count > 1) return (null, "Must provide operation name if query contains multiple operations.");
        var node = name is null ? operations[0] : operations.Find(o => o.Name?.Value == name);
        if (node is null) return (null, $"Unknown operation named {ValuePrinter.Name(name!)}.");
        return (_operations.GetOrAdd(node.Name?.Value ?? "", _ => new CompiledOperation(_schema, _document, node)), "");
    }
}
