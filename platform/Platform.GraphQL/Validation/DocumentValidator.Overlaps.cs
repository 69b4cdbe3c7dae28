namespace Platform.GraphQL.Validation;

/// <summary>
/// Fields that would share a response name must be the same field. Fields are merged per name and compared by class
/// (parent, name, arguments), so the work grows with the classes and not with the square of the fields.
/// </summary>
internal sealed partial class DocumentValidator
{
    /// <summary>
    /// A field with the types that hold it, outermost first from where the comparison began, the field it was found under,
    /// and the fragment spread that brought it.
    /// </summary>
    private sealed record Entry(FieldNode Node, string Arguments, NamedSchemaType[] Scope, SchemaField? Field, FieldNode? Owner, string? Origin)
    {
        public string ScopeKey { get; } = string.Join('/', Scope.Select(s => s.Name));
    }

    private sealed record Conflict(Entry First, Entry Second, string Reason, IReadOnlyList<Node> FirstNodes, IReadOnlyList<Node> SecondNodes);

    private const int MaxComparisons = 200_000;
    private readonly Dictionary<FieldNode, string> _arguments = [];
    private int _comparisons;

    // Written once per field, however often it is compared: arguments may be long. Their order, and that of an object's fields, says nothing.
    private string ArgumentsOf(FieldNode node)
    {
        if (node.Arguments.Count == 0) return "";
        if (!_arguments.TryGetValue(node, out var text))
            _arguments[node] = text = ValuePrinter.PrintSorted(node.Arguments.Select(a => new ObjectFieldNode(a.Start, a.Name, a.Value)));
        return text;
    }

    private void CheckOverlaps()
    {
        foreach (var operation in _document.Operations) CheckOverlaps(operation.SelectionSet, _schema.Root(operation.Kind)!);
        foreach (var fragment in _document.Fragments) CheckOverlaps(fragment.SelectionSet, _schema.Type(fragment.TypeCondition.Value)!);
        if (_comparisons > MaxComparisons && _errors.Count == 0)
            Error("The document repeats too many fields to be compared.", [At(0)], "COST_LIMIT");
    }

    private void CheckOverlaps(SelectionSetNode set, NamedSchemaType parent)
    {
        foreach (var conflict in Conflicts(Collect([set], parent)))
            Error($"Fields \"{conflict.First.Node.ResponseName}\" conflict because {conflict.Reason}. Use different aliases on the fields to fetch both if this was intentional.",
                [.. conflict.FirstNodes.Concat(conflict.SecondNodes).Select(_document.Locate)]);
        CheckInner(set, parent);
    }

    private void CheckInner(SelectionSetNode set, NamedSchemaType parent)
    {
        foreach (var selection in set.Selections)
        {
            if (selection is FieldNode { SelectionSet: { } inner } field)
                CheckOverlaps(inner, _schema.Field(parent, field.Name.Value)!.Type.Named);
            else if (selection is InlineFragmentNode inline)
                CheckInner(inline.SelectionSet, inline.TypeCondition is { } c ? _schema.Type(c.Value)! : parent);
        }
    }

    private List<Entry> Collect(IEnumerable<SelectionSetNode> sets, NamedSchemaType parent)
    {
        var entries = new List<Entry>();
        foreach (var set in sets) Collect(set, parent, [], null, null, entries, []);
        return entries;
    }

    private void Collect(SelectionSetNode set, NamedSchemaType parent, NamedSchemaType[] scope, FieldNode? owner, string? origin,
        List<Entry> entries, HashSet<string> visited)
    {
        foreach (var selection in set.Selections)
        {
            _comparisons++;
            switch (selection)
            {
                case FieldNode node:
                    entries.Add(new Entry(node, ArgumentsOf(node), [.. scope, parent], _schema.Field(parent, node.Name.Value), owner, origin));
                    break;
                case InlineFragmentNode inline:
                    Collect(inline.SelectionSet, inline.TypeCondition is { } c ? _schema.Type(c.Value)! : parent, scope, owner, origin, entries, visited);
                    break;
                case FragmentSpreadNode spread when visited.Add(spread.Name.Value):
                    var fragment = _fragments[spread.Name.Value];
                    Collect(fragment.SelectionSet, _schema.Type(fragment.TypeCondition.Value)!, scope, owner,
                        origin ?? spread.Name.Value, entries, visited);
                    break;
            }
        }
    }

    private List<Conflict> Conflicts(List<Entry> entries)
    {
        var conflicts = new List<Conflict>();
        foreach (var group in entries.GroupBy(e => e.Node.ResponseName))
        {
            if (_comparisons > MaxComparisons) break;
            var all = group.DistinctBy(e => (e.Node, e.Owner, e.ScopeKey)).ToList();
            if (all.Count < 2) continue;
            if (DirectConflict(all) is { } direct) conflicts.Add(direct);
            else if (NestedConflict(all) is { } nested) conflicts.Add(nested);
        }
        return conflicts;
    }

    private Conflict? DirectConflict(List<Entry> group)
    {
        // Two representatives from different places are enough to find a partner elsewhere for any other class.
        var classes = group.GroupBy(e => (e.ScopeKey, e.Node.Name.Value, e.Arguments))
            .Select(c => c.DistinctBy(e => (e.Owner, e.Origin)).Take(2).ToList()).ToList();
        for (var i = 0; i < classes.Count; i++)
        {
            for (var j = i + 1; j < classes.Count; j++)
            {
                if (++_comparisons > MaxComparisons) return null;
                foreach (var a in classes[i])
                    foreach (var b in classes[j])
                        if (!IsCheckedElsewhere(a, b) && Reason(a, b) is { } reason) return new Conflict(a, b, reason, [a.Node], [b.Node]);
            }
        }
        return null;
    }

    // A field's own selection and a fragment's are checked, and reported, once: where they are written.
    private static bool IsCheckedElsewhere(Entry a, Entry b) =>
        a.Owner == b.Owner && (a.Owner is not null || (a.Origin is not null && a.Origin == b.Origin));

    private static string? Reason(Entry a, Entry b)
    {
        if (!AreExclusive(a, b))
        {
            if (a.Node.Name.Value != b.Node.Name.Value)
                return $"\"{a.Node.Name.Value}\" and \"{b.Node.Name.Value}\" are different fields";
            if (a.Arguments != b.Arguments) return "they have differing arguments";
        }
        return a.Field is { } x && b.Field is { } y && ShapesDiffer(x.Type, y.Type)
            ? $"they return conflicting types \"{x.Type}\" and \"{y.Type}\"" : null;
    }

    // Two different object types cannot both be the parent at run time.
    private static bool AreExclusive(Entry a, Entry b) =>
        a.Scope.Zip(b.Scope).Any(pair => pair.First != pair.Second && pair.First is SchemaObject && pair.Second is SchemaObject);

    private static bool ShapesDiffer(SchemaType a, SchemaType b) => (a, b) switch
    {
        (SchemaNonNull x, SchemaNonNull y) => ShapesDiffer(x.Inner, y.Inner),
        (SchemaNonNull, _) or (_, SchemaNonNull) => true,
        (SchemaList x, SchemaList y) => ShapesDiffer(x.Item, y.Item),
        (SchemaList, _) or (_, SchemaList) => true,
        (NamedSchemaType x, NamedSchemaType y) => (x.IsLeaf || y.IsLeaf) && x != y,
        _ => false,
    };

    private Conflict? NestedConflict(List<Entry> group)
    {
        var inner = new List<Entry>();
        foreach (var entry in group)
            if (entry.Node.SelectionSet is { } set && entry.Field is { } field)
                Collect(set, field.Type.Named, entry.Scope, entry.Node, null, inner, []);
        Entry Holder(Entry of) => group.First(e => e.Node == of.Owner);
        var nested = Conflicts(inner).Where(c => !IsCheckedElsewhere(Holder(c.First), Holder(c.Second))).ToList();
        if (nested.Count == 0) return null;
        var (first, second) = (Holder(nested[0].First), Holder(nested[0].Second));
        return new Conflict(first, second,
            string.Join(" and ", nested.Select(c => $"subfields \"{c.First.Node.ResponseName}\" conflict because {c.Reason}")),
            [first.Node, .. nested.SelectMany(c => c.FirstNodes)], [second.Node, .. nested.SelectMany(c => c.SecondNodes)]);
    }
}
