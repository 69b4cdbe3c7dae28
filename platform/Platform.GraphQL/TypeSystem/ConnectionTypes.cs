namespace Platform.GraphQL.TypeSystem;

internal static class ConnectionTypes
{
    public static IEnumerable<TypeDefinition> Define<T>(string name, string? description)
    {
        var node = ClrTypes.Reference(typeof(T), false);
        Func<TypeNames, TypeNode> List(Func<TypeNames, TypeNode> item) => names => new NonNullTypeNode(0, new ListTypeNode(0, item(names)));
        var connection = new TypeDefinition(DefinitionKind.Object, $"{name}Connection", typeof(Connection<T>)) { Description = description };
        connection.Fields.Add(new FieldDefinition("nodes")
        {
            Type = List(node), Pure = p => ((Connection<T>)p).Edges.Select(e => e.Node).ToArray(),
        });
        connection.Fields.Add(new FieldDefinition("edges")
        {
            Type = List(_ => Named($"{name}Edge")), Pure = p => ((Connection<T>)p).Edges,
        });
        connection.Fields.Add(new FieldDefinition("pageInfo") { Type = _ => Named("PageInfo"), Pure = p => ((Connection<T>)p).PageInfo });
        connection.Fields.Add(new FieldDefinition("totalCount")
        {
            Type = _ => Named("Int"),
            Resolver = async context => await context.Parent<Connection<T>>().TotalCount(context.RequestAborted),
        });
        yield return connection;
        var edge = new TypeDefinition(DefinitionKind.Object, $"{name}Edge", typeof(Edge<T>));
        edge.Fields.Add(new FieldDefinition("cursor") { Type = _ => Named("String"), Pure = p => ((Edge<T>)p).Cursor });
        edge.Fields.Add(new FieldDefinition("node") { Type = node, Pure = p => ((Edge<T>)p).Node });
        yield return edge;
        yield return new ObjectTypeDescriptor<PageInfo>(new TypeDefinition(DefinitionKind.Object, "PageInfo", typeof(PageInfo)))
            .BindFieldsImplicitly() is ObjectTypeDescriptor d ? d.Definition : throw new InvalidOperationException();
    }

    private static NonNullTypeNode Named(string name) => new(0, new NamedTypeNode(0, name));
}
