namespace Platform.GraphQL;

/// <summary>A valid schema, immutable.</summary>
public interface ISchema
{
    /// <summary>The SDL in a stable order: types by name, fields as declared; LF ends every line. Needs no database.</summary>
    string Print();

    /// <summary>Makes the schema ready to execute operations.</summary>
    IRequestExecutor MakeExecutable(RequestExecutorOptions? options = null);
}
