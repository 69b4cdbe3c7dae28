using System.Text.Json;

namespace Platform.GraphQL.TypeSystem;

/// <summary>A scalar that travels as a JSON string.</summary>
internal sealed class TextScalar(ScalarType definition) : SchemaScalar(definition.Name, definition.Description, definition.RuntimeType,
    definition.SpecifiedBy)
{
    public override object ParseLiteral(ValueNode value) => value is StringValueNode s ? Parse(s.Value)
        : throw ScalarException.Of($"{Name} cannot represent a non string value", value);

    public override object ParseJson(JsonElement value) => value.ValueKind == JsonValueKind.String ? Parse(value.GetString()!)
        : throw ScalarException.Of($"{Name} cannot represent a non string value", value);

    public override object Serialize(object value) => definition.Format(value)
        ?? throw new ScalarException($"{Name} cannot represent this value.");

    public override void Write(Utf8JsonWriter writer, object value) => writer.WriteStringValue((string)value);

    private object Parse(string text)
    {
        try
        {
            return definition.Parse(CheckText(text));
        }
        catch (FormatException e)
        {
            throw new ScalarException($"{Name} cannot represent this value. {e.Message}",
                () => $"{Name} cannot represent value: {ValuePrinter.Quote(text)}. {e.Message}");
        }
    }
}
