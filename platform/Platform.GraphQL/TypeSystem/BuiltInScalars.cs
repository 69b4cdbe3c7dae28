using System.Globalization;
using System.Text.Json;

namespace Platform.GraphQL.TypeSystem;

internal sealed class IntScalar() : SchemaScalar("Int",
    "The `Int` scalar type represents non-fractional signed whole numeric values. Int can represent values between -(2^31) and 2^31 - 1.",
    typeof(int))
{
    public override object ParseLiteral(ValueNode value) => value is IntValueNode i
        ? int.TryParse(i.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n
            : throw ScalarException.Of("Int cannot represent non 32-bit signed integer value", i)
        : throw ScalarException.Of("Int cannot represent non-integer value", value);

    public override object ParseJson(JsonElement value)
    {
        // 1.0 and 1e3 are whole numbers in JSON, which has one number type.
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDouble(out var d) || d != Math.Floor(d))
            throw ScalarException.Of("Int cannot represent non-integer value", value);
        return d is >= int.MinValue and <= int.MaxValue ? (int)d
            : throw ScalarException.Of("Int cannot represent non 32-bit signed integer value", value);
    }

    public override object Serialize(object value) => value switch
    {
        int => value,
        short or byte => Convert.ToInt32(value, CultureInfo.InvariantCulture),
        long n and >= int.MinValue and <= int.MaxValue => (int)n,
        _ => throw new ScalarException("Int cannot represent this value."),
    };

    public override void Write(Utf8JsonWriter writer, object value) => writer.WriteNumberValue((int)value);
}

internal sealed class FloatScalar() : SchemaScalar("Float",
    "The `Float` scalar type represents signed double-precision fractional values as specified by [IEEE 754](https://en.wikipedia.org/wiki/IEEE_floating_point).",
    typeof(double))
{
    public override object ParseLiteral(ValueNode value)
    {
        var text = (value as IntValueNode)?.Text ?? (value as FloatValueNode)?.Text;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var d) && double.IsFinite(d) ? d
            : throw ScalarException.Of("Float cannot represent non numeric value", value);
    }

    public override object ParseJson(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var d) && double.IsFinite(d) ? d
            : throw ScalarException.Of("Float cannot represent non numeric value", value);

    public override object Serialize(object value)
    {
        var d = value is double or float or int or long or decimal ? Convert.ToDouble(value, CultureInfo.InvariantCulture) : double.NaN;
        return double.IsFinite(d) ? d : throw new ScalarException("Float cannot represent this value.");
    }

    public override void Write(Utf8JsonWriter writer, object value) => writer.WriteNumberValue((double)value);
}

internal sealed class StringScalar() : SchemaScalar("String",
    "The `String` scalar type represents textual data, represented as UTF-8 character sequences. The String type is most often used by GraphQL to represent free-form human-readable text.",
    typeof(string))
{
    public override object ParseLiteral(ValueNode value) => value is StringValueNode s ? CheckText(s.Value)
        : throw ScalarException.Of("String cannot represent a non string value", value);

    public override object ParseJson(JsonElement value) => value.ValueKind == JsonValueKind.String ? CheckText(value.GetString()!)
        : throw ScalarException.Of("String cannot represent a non string value", value);

    public override object Serialize(object value) => value as string ?? value.ToString() ?? "";

    public override void Write(Utf8JsonWriter writer, object value) => writer.WriteStringValue((string)value);
}

internal sealed class BooleanScalar() : SchemaScalar("Boolean", "The `Boolean` scalar type represents `true` or `false`.", typeof(bool))
{
    public override object ParseLiteral(ValueNode value) => value is BooleanValueNode b ? b.Value
        : throw ScalarException.Of("Boolean cannot represent a non boolean value", value);

    public override object ParseJson(JsonElement value) => value.ValueKind is JsonValueKind.True or JsonValueKind.False
        ? value.GetBoolean()
        : throw ScalarException.Of("Boolean cannot represent a non boolean value", value);

    public override object Serialize(object value) => value is bool ? value : throw new ScalarException("Boolean cannot represent this value.");

    public override void Write(Utf8JsonWriter writer, object value) => writer.WriteBooleanValue((bool)value);
}

internal sealed class IdScalar() : SchemaScalar("ID",
    "The `ID` scalar type represents a unique identifier, often used to refetch an object or as key for a cache. The ID type appears in a JSON response as a String; however, it is not intended to be human-readable. When expected as an input type, any string (such as `\"4\"`) or integer (such as `4`) input value will be accepted as an ID.",
    typeof(string))
{
    public override object ParseLiteral(ValueNode value) => value switch
    {
        StringValueNode s => CheckText(s.Value),
        IntValueNode i => i.Text,
        _ => throw ScalarException.Of("ID cannot represent a non-string and non-integer value", value),
    };

    public override object ParseJson(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => CheckText(value.GetString()!),
        // 1.0 is a whole number in JSON, which has one number type.
        JsonValueKind.Number when value.TryGetDecimal(out var n) && n == decimal.Truncate(n) => decimal.Truncate(n).ToString(CultureInfo.InvariantCulture),
        _ => throw ScalarException.Of("ID cannot represent value", value),
    };

    public override object Serialize(object value) => value switch
    {
        string s => s,
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? throw new ScalarException("ID cannot represent this value."),
    };

    public override void Write(Utf8JsonWriter writer, object value) => writer.WriteStringValue((string)value);
}
