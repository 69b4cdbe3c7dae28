namespace Platform.GraphQL.Validation;

internal sealed partial class DocumentValidator
{
    private static IEnumerable<FragmentSpreadNode> Spreads(SelectionSetNode set) => set.Selections.SelectMany(selection => selection switch
    {
        FragmentSpreadNode spread => [spread],
        InlineFragmentNode inline => Spreads(inline.SelectionSet),
        FieldNode { SelectionSet: { } inner } => Spreads(inner),
        _ => (IEnumerable<FragmentSpreadNode>)[],
    });

    private void CheckFragmentCycles()
    {
        var visited = new HashSet<string>();
        foreach (var fragment in _document.Fragments) FindCycles(fragment, visited, [], []);
    }

    private void FindCycles(FragmentNode fragment, HashSet<string> visited, List<FragmentSpreadNode> path, Dictionary<string, int> onPath)
    {
        if (!visited.Add(fragment.Name.Value)) return;
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        onPath[fragment.Name.Value] = path.Count;
        foreach (var spread in Spreads(fragment.SelectionSet))
        {
            path.Add(spread);
            if (onPath.TryGetValue(spread.Name.Value, out var start))
            {
                var cycle = path.Skip(start).ToList();
                var via = string.Join(", ", cycle.SkipLast(1).Select(s => $"\"{s.Name.Value}\""));
                Error($"Cannot spread fragment \"{spread.Name.Value}\" within itself{(via.Length == 0 ? "" : $" via {via}")}.",
                    [.. cycle.Select(s => At(s.Start))]);
            }
            else if (_fragments.TryGetValue(spread.Name.Value, out var next)) FindCycles(next, visited, path, onPath);
            path.RemoveAt(path.Count - 1);
        }
        onPath.Remove(fragment.Name.Value);
    }

    private void CheckUsedFragments()
    {
        var waiting = new Stack<SelectionSetNode>(_document.Operations.Select(o => o.SelectionSet));
        while (waiting.TryPop(out var set))
            foreach (var spread in Spreads(set))
                if (_usedFragments.Add(spread.Name.Value) && _fragments.TryGetValue(spread.Name.Value, out var fragment))
                    waiting.Push(fragment.SelectionSet);
        foreach (var fragment in _document.Fragments.Where(f => !_usedFragments.Contains(f.Name.Value)))
            Error($"Fragment \"{fragment.Name.Value}\" is never used.", fragment);
    }

    private void CheckLimits(OperationNode operation)
    {
        var depths = new Dictionary<string, int>();
        if (Depth(operation.SelectionSet, depths) > _options.MaxDepth)
            Error($"The operation is nested deeper than {_options.MaxDepth} fields.", [At(operation.Start)], "DEPTH_LIMIT");
        var aliases = Fields(operation.SelectionSet).Concat(_document.Fragments.SelectMany(f => Fields(f.SelectionSet)))
            .Count(f => f.Alias is not null);
        if (aliases > _options.MaxAliases)
            Error($"The operation has more than {_options.MaxAliases} aliases.", [At(operation.Start)], "ALIAS_LIMIT");
    }

    private int Depth(SelectionSetNode set, Dictionary<string, int> known) => set.Selections.Max(selection =>
    {
        switch (selection)
        {
            case FieldNode field: return 1 + (field.SelectionSet is { } inner ? Depth(inner, known) : 0);
            case InlineFragmentNode inline: return Depth(inline.SelectionSet, known);
            default:
                var name = ((FragmentSpreadNode)selection).Name.Value;
                if (!known.TryGetValue(name, out var depth)) known[name] = depth = Depth(_fragments[name].SelectionSet, known);
                return depth;
        }
    });

    private static IEnumerable<FieldNode> Fields(SelectionSetNode set) => set.Selections.SelectMany(selection => selection switch
    {
        FieldNode field => field.SelectionSet is { } inner ? Fields(inner).Prepend(field) : [field],
        InlineFragmentNode inline => Fields(inline.SelectionSet),
        _ => [],
    });
}
