using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq.Expressions;
using System.Reflection;

namespace Platform.GraphQL.TypeSystem;

/// <summary>Coerced values (scalars, <c>object?[]</c>, bound records) to the CLR type that code asks for; converters are made once per type.</summary>
internal static class InputConversion
{
    private static readonly ConcurrentDictionary<Type, Func<object?, object?>> Converters = new();

    public static object? To(Type type, object? value) => Converters.GetOrAdd(type, Make)(value);

    public static T To<T>(object? value) => value is T typed ? typed : (T)To(typeof(T), value)!;

    /// <summary>Calls the record's constructor; a parameter whose field was not given gets its own default.</summary>
    public static Func<Dictionary<string, object?>, object> Binder(ConstructorInfo constructor)
    {
        var arguments = Expression.Parameter(typeof(object?[]));
        var parameters = constructor.GetParameters();
        var call = Expression.New(constructor, parameters.Select((p, i) =>
            Expression.Convert(Expression.ArrayIndex(arguments, Expression.Constant(i)), p.ParameterType)));
        var create = Expression.Lambda<Func<object?[], object>>(Expression.Convert(call, typeof(object)), arguments).Compile();
        var names = parameters.Select(p => ClrTypes.FieldName(p.Name!)).ToArray();
        var types = parameters.Select(p => p.ParameterType).ToArray();
        var defaults = parameters.Select(p => p is { HasDefaultValue: true, DefaultValue: not null } ? p.DefaultValue : Default(p.ParameterType))
            .ToArray();
        // A null for a number that cannot be null is not zero: the parameter's own default stands for it.
        var nullable = types.Select(t => !t.IsValueType || Nullable.GetUnderlyingType(t) is not null || t.IsGenericType).ToArray();
        return given =>
        {
            var values = new object?[names.Length];
            for (var i = 0; i < names.Length; i++)
                values[i] = given.TryGetValue(names[i], out var value) && (value is not null || nullable[i]) ? To(types[i], value) : defaults[i];
            return create(values);
        };
    }

    private static Func<object?, object?> Make(Type type)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Optional<>))
            return Generic(nameof(ToOptional), type.GetGenericArguments()[0]);
        var fallback = Default(type);
        if (ClrTypes.ItemType(type) is not { } item)
            return value => value ?? fallback;
        if (type.IsArray) return Generic(nameof(ToArray), item);
        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)
            ? Generic(nameof(ToImmutable), item) : Generic(nameof(ToList), item);
    }

    private static Func<object?, object?> Generic(string method, Type item) =>
        typeof(InputConversion).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(item)
            .CreateDelegate<Func<object?, object?>>();

    private static object? Default(Type type) => type.IsValueType ? Activator.CreateInstance(type) : null;

    private static object? ToOptional<T>(object? value) => new Optional<T>(To<T>(value), true);

    private static object? ToArray<T>(object? value) => value is null ? null : ((object?[])value).Select(To<T>).ToArray();

    private static object? ToList<T>(object? value) => value is null ? null : ((object?[])value).Select(To<T>).ToList();

    private static object? ToImmutable<T>(object? value) =>
        value is null ? ImmutableArray<T>.Empty : ((object?[])value).Select(To<T>).ToImmutableArray();
}
