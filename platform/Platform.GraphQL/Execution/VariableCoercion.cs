using System.Globalization;
using System.Text.Json;

namespace Platform.GraphQL.Execution;

/// <summary>The request's JSON variables to coerced values; errors name the variable and the path within it.</summary>
internal sealed class VariableCoercion(Schema schema, DocumentNode document, JsonElement? json, bool showValues)
{
    private const int MaxErrors = 50;
    private readonly List<GraphQLError> _errors = [];
    private VariableDefinitionNode _current = null!;
    private JsonElement _whole;

    public IReadOnlyList<GraphQLError> Errors => _errors;

    public Dictionary<string, object?> Coerce(OperationNode operation)
    {
        var values = new Dictionary<string, object?>();
        foreach (var definition in operation.Variables)
        {
            _current = definition;
            var name = definition.Variable.Name;
            var type = schema.FromAst(definition.Type)!;
            if (json is not { ValueKind: JsonValueKind.Object } given || !given.TryGetProperty(name, out _whole))
            {
                if (definition.DefaultValue is { } literal) values[name] = InputCoercion.Literal(literal, type, null);
                else if (type.IsNonNull) Add($"Variable \"${name}\" of required type \"{type}\" was not provided.");
            }
            else if (_whole.ValueKind == JsonValueKind.Null && type.IsNonNull)
                Add($"Variable \"${name}\" of non-null type \"{type}\" must not be null.");
            else values[name] = Value(_whole, type, "");
        }
        return values;
    }

    private object? Value(JsonElement value, SchemaType type, string path)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            if (type.IsNonNull) Invalid(value, path, $"Expected non-nullable type \"{type}\" not to be null.");
            return null;
        }
        switch (type.Nullable)
        {
            case SchemaList list:
                if (value.ValueKind != JsonValueKind.Array) return new[] { Value(value, list.Item, path) };
                return value.EnumerateArray()
                    .Select((item, i) => Value(item, list.Item, $"{path}[{i.ToString(CultureInfo.InvariantCulture)}]")).ToArray();
            case SchemaInputObject input: return Object(value, input, path);
            case SchemaEnum e:
                if (value.ValueKind != JsonValueKind.String)
                    return Invalid(value, path, $"Enum \"{e.Name}\" cannot represent non-string value{(showValues ? $": {Inspect(value)}" : "")}.");
                return EnumValue(value, e) ?? Invalid(value, path, $"{(showValues ? $"Value {Inspect(value)}" : "This value")} does not exist in \"{e.Name}\" enum.");
            default:
                try
                {
                    return ((SchemaScalar)type.Nullable).ParseJson(value);
                }
                catch (Exception e) when (e is ScalarException or InvalidOperationException)
                {
                    // GetString refuses text that is no UTF-16, such as a lone surrogate written as an escape.
                    return Invalid(value, path, e is ScalarException scalar ? scalar.Text(showValues) : $"{type.Nullable} cannot represent a text with a lone surrogate.");
                }
        }
    }

    private static object? EnumValue(JsonElement value, SchemaEnum type)
    {
        try
        {
            return type.Value(value.GetString()!)?.Value;
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate: no name of an enum value has one.
            return null;
        }
    }

    private object? Object(JsonElement value, SchemaInputObject type, string path)
    {
        if (value.ValueKind != JsonValueKind.Object) return Invalid(value, path, $"Expected type \"{type}\" to be an object.");
        var before = _errors.Count;
        foreach (var field in type.Fields)
            if (field.IsRequired && !value.TryGetProperty(field.Name, out _))
                Invalid(value, path, $"Field \"{field.Name}\" of required type \"{field.Type}\" was not provided.");
        var values = new Dictionary<string, object?>();
        foreach (var property in value.EnumerateObject())
        {
            if (type.Field(property.Name) is { } field) values[field.Name] = Value(property.Value, field.Type, $"{path}.{field.Name}");
            else Invalid(value, path, $"Field {ValuePrinter.Name(property.Name)} is not defined by type \"{type}\".");
        }
        if (type.OneOf) CheckOneOf(value, type, path, values);
        // A refused value must not reach the constructor.
        return _errors.Count > before ? null
            : InputCoercion.Finish(type, field => values.TryGetValue(field.Name, out var given) ? given : InputCoercion.Absent);
    }

    private void CheckOneOf(JsonElement value, SchemaInputObject type, string path, Dictionary<string, object?> given)
    {
        if (given.Count != 1) Invalid(value, path, $"Exactly one key must be specified for OneOf type \"{type}\".");
        if (given.Count > 0 && value.TryGetProperty(given.Keys.First(), out var first) && first.ValueKind == JsonValueKind.Null)
            Invalid(first, $"{path}.{given.Keys.First()}", $"Field \"{given.Keys.First()}\" must be non-null.");
    }

    private object? Invalid(JsonElement value, string path, string detail)
    {
        var name = _current.Variable.Name;
        Add($"Variable \"${name}\" got invalid value{(showValues ? $" {Inspect(value)}" : "")}{(path.Length == 0 ? "" : $" at \"{name}{path}\"")}; {detail}");
        return null;
    }

    private static string Inspect(JsonElement value)
    {
        try
        {
            return ValuePrinter.Inspect(value);
        }
        catch (InvalidOperationException)
        {
            return value.ValueKind.ToString();
        }
    }

    private void Add(string message)
    {
        if (_errors.Count >= MaxErrors) return;
        _errors.Add(new GraphQLError(message) { Locations = [document.Locate(_current)], Code = "BAD_USER_INPUT" });
    }
}
