using System.Reflection;

namespace Platform.GraphQL.TypeSystem;

/// <summary>GraphQL names and types from CLR names and types. Used while the schema is built only.</summary>
internal static class ClrTypes
{
    public static string FieldName(string member) => char.ToLowerInvariant(member[0]) + member[1..];

    /// <summary><c>InProgress</c> → <c>IN_PROGRESS</c>, <c>DateTimeUTC</c> → <c>DATE_TIME_UTC</c>.</summary>
    public static string EnumName(string member)
    {
        var name = new System.Text.StringBuilder();
        for (var i = 0; i < member.Length; i++)
        {
            var startsWord = i > 0 && char.IsUpper(member[i])
                && (char.IsLower(member[i - 1]) || char.IsDigit(member[i - 1]) || (i + 1 < member.Length && char.IsLower(member[i + 1])));
            if (startsWord && member[i - 1] != '_') name.Append('_');
            name.Append(char.ToUpperInvariant(member[i]));
        }
        return name.ToString();
    }

    public static Func<TypeNames, TypeNode> Reference(PropertyInfo property) =>
        Reference(property.PropertyType, new NullabilityInfoContext().Create(property), false);

    public static Func<TypeNames, TypeNode> Reference(ParameterInfo parameter) =>
        Reference(parameter.ParameterType, new NullabilityInfoContext().Create(parameter), true);

    /// <summary>A type named in code: not null unless it is <see cref="Nullable{T}"/>.</summary>
    public static Func<TypeNames, TypeNode> Reference(Type type, bool input) => Reference(type, null, input);

    private static Func<TypeNames, TypeNode> Reference(Type type, NullabilityInfo? info, bool input)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Optional<>))
            return Nullable(Reference(type.GetGenericArguments()[0], info?.GenericTypeArguments[0], input));
        if (System.Nullable.GetUnderlyingType(type) is { } underlying) return Nullable(Reference(underlying, null, input));
        var nullable = info is not null && !type.IsValueType
            && (input ? info.WriteState : info.ReadState) == NullabilityState.Nullable;
        var item = ItemType(type);
        Func<TypeNames, TypeNode> named = item is null
            ? names => new NamedTypeNode(0, names.Of(type, input))
            : ListOf(Reference(item, info?.ElementType ?? info?.GenericTypeArguments.FirstOrDefault(), input));
        return nullable ? named : names => new NonNullTypeNode(0, named(names));
    }

    private static Func<TypeNames, TypeNode> ListOf(Func<TypeNames, TypeNode> item) => names => new ListTypeNode(0, item(names));

    private static Func<TypeNames, TypeNode> Nullable(Func<TypeNames, TypeNode> type) =>
        names => type(names) is NonNullTypeNode n ? n.Inner : type(names);

    public static Type? ItemType(Type type)
    {
        if (type == typeof(string)) return null;
        if (type.IsArray) return type.GetElementType();
        var sequence = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>) ? type
            : type.GetInterfaces().FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>));
        return sequence?.GetGenericArguments()[0];
    }
}
