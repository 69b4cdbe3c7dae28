using System.Linq.Expressions;
using System.Reflection;

namespace Platform.GraphQL.TypeSystem;

internal class ObjectTypeDescriptor(TypeDefinition type) : IObjectTypeDescriptor
{
    public TypeDefinition Definition { get; } = type;

    public IObjectTypeDescriptor Name(string name)
    {
        Definition.Name = name;
        return this;
    }

    public IObjectTypeDescriptor Description(string text)
    {
        Definition.Description = text;
        return this;
    }

    public IObjectFieldDescriptor Field(string name)
    {
        var field = new FieldDefinition(name);
        Definition.Fields.Add(field);
        return new ObjectFieldDescriptor(field);
    }

    public IObjectTypeDescriptor Implements(string interfaceName)
    {
        Definition.Interfaces.Add(interfaceName);
        return this;
    }

    public IObjectTypeDescriptor Authorize(string policy)
    {
        Definition.Policies.Add(policy);
        return this;
    }
}

internal sealed class ObjectTypeDescriptor<T>(TypeDefinition type) : ObjectTypeDescriptor(type), IObjectTypeDescriptor<T>
{
    public IObjectFieldDescriptor Field<TValue>(Expression<Func<T, TValue>> property)
    {
        var body = property.Body is UnaryExpression { NodeType: ExpressionType.Convert } convert ? convert.Operand : property.Body;
        if (body is not MemberExpression { Member: PropertyInfo info })
            throw new SchemaException($"{Definition.Name}: \"{property}\" does not name a property.");
        var read = property.Compile();
        var field = new FieldDefinition(ClrTypes.FieldName(info.Name)) { Type = ClrTypes.Reference(info), Pure = parent => read((T)parent) };
        Definition.Fields.Add(field);
        return new ObjectFieldDescriptor(field);
    }

    public IObjectTypeDescriptor<T> BindFieldsImplicitly()
    {
        foreach (var property in typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var name = ClrTypes.FieldName(property.Name);
            if (property.GetIndexParameters().Length > 0 || property.Name == "EqualityContract"
                || Definition.Fields.Exists(f => f.Name == name)) continue;
            var parent = Expression.Parameter(typeof(object));
            var read = Expression.Lambda<Func<object, object?>>(
                Expression.Convert(Expression.Property(Expression.Convert(parent, typeof(T)), property), typeof(object)), parent).Compile();
            Definition.Fields.Add(new FieldDefinition(name) { Type = ClrTypes.Reference(property), Pure = read });
        }
        return this;
    }
}
