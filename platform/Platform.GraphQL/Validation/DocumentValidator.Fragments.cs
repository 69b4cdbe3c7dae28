namespace Platform.GraphQL.Validation;

internal sealed partial class DocumentValidator
{
    private const int MaxIntrospectionLists = 3;
    private readonly Dictionary<string, (int Fields, int All)> _depths = [];

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

    // Per fragment the deepest entry known: a shallower one need not be read again, so cycles end and the work is bounded.
    private bool ExceedsIntrospectionDepth(SelectionSetNode set, int depth, Dictionary<string, int> visited)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        foreach (var selection in set.Selections)
        {
            var (inner, below) = (depth, (SelectionSetNode?)null);
            switch (selection)
            {
                case FieldNode field:
                    if (field.Name.Value is "fields" or "interfaces" or "possibleTypes" or "inputFields" && ++inner >= MaxIntrospectionLists) return true;
                    below = field.SelectionSet;
                    break;
                case InlineFragmentNode inline:
                    below = inline.SelectionSet;
                    break;
                case FragmentSpreadNode spread when _fragments.TryGetValue(spread.Name.Value, out var fragment)
                    && !(visited.TryGetValue(fragment.Name.Value, out var known) && known >= depth):
                    visited[fragment.Name.Value] = depth;
                    below = fragment.SelectionSet;
                    break;
            }
            if (below is not null && ExceedsIntrospectionDepth(below, inner, visited)) return true;
        }
        return false;
    }

    private void CheckLimits(OperationNode operation)
    {
        var (fields, all) = Depth(operation.SelectionSet, _depths);
        if (all > _options.Parser.MaxDepth)
            Error($"The operation is nested deeper than {_options.Parser.MaxDepth} levels, fragments included.", [At(operation.Start)], "DEPTH_LIMIT");
        else if (fields > _options.MaxDepth)
            Error($"The operation is nested deeper than {_options.MaxDepth} fields.", [At(operation.Start)], "DEPTH_LIMIT");
        var aliases = Fields(operation.SelectionSet).Concat(_document.Fragments.SelectMany(f => Fields(f.SelectionSet)))
            .Count(f => f.Alias is not null);
        if (aliases > _options.MaxAliases)
            Error($"The operation has more than {_options.MaxAliases} aliases.", [At(operation.Start)], "ALIAS_LIMIT");
    }

    // Levels of fields, and levels of all selections: fragments in fragments are no fields, but all that follows descends them too.
    private (int Fields, int All) Depth(SelectionSetNode set, Dictionary<string, (int Fields, int All)> known)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        var deepest = (Fields: 0, All: 0);
        foreach (var selection in set.Selections)
        {
            (int Fields, int All) depth;
            switch (selection)
            {
                case FieldNode field:
                    depth = field.SelectionSet is { } inner ? Depth(inner, known) : default;
                    depth.Fields++;
                    break;
                case InlineFragmentNode inline:
                    depth = Depth(inline.SelectionSet, known);
                    break;
                default:
                    var name = ((FragmentSpreadNode)selection).Name.Value;
                    if (!known.TryGetValue(name, out depth)) known[name] = depth = Depth(_fragments[name].SelectionSet, known);
                    break;
            }
            deepest = (Math.Max(deepest.Fields, depth.Fields), Math.Max(deepest.All, depth.All + 1));
        }
        return deepest;
    }

    private static IEnumerable<FieldNode> Fields(SelectionSetNode set) => set.Selections.SelectMany(selection => selection switch
    {
        FieldNode field => field.SelectionSet is { } inner ? Fields(inner).Prepend(field) : [field],
        InlineFragmentNode inline => Fields(inline.SelectionSet),
        _ => [],
    });
}
