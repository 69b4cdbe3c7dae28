namespace Platform.EventStore;

/// <summary>A view without its type parameter.</summary>
internal interface IViewDefinition
{
    string Name { get; }

    int Version { get; }

    Type RowType { get; }

    IReadOnlyList<ViewColumn> Columns { get; }

    IReadOnlyList<string[]> Indexes { get; }

    string Table { get; }

    IReadOnlyList<IViewRows> Rows { get; }

    Guid IdOf(object row);
}

internal sealed record ViewColumn(string Name, string SqlType, Func<object, object?> Value);
