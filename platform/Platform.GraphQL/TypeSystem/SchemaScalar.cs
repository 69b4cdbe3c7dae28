using System.Text.Json;

namespace Platform.GraphQL.TypeSystem;

internal abstract class SchemaScalar(string name, string? description, Type clrType, string? specifiedBy = null)
    : NamedSchemaType(name, description)
{
    public Type ClrType { get; } = clrType;
    public string? SpecifiedBy { get; } = specifiedBy;

    /// <exception cref="ScalarException">The literal is not one of this scalar.</exception>
    public abstract object ParseLiteral(ValueNode value);

    /// <exception cref="ScalarException">The JSON value is not one of this scalar.</exception>
    public abstract object ParseJson(JsonElement value);

    /// <summary>Checks a result and gives the value that <see cref="Write"/> takes.</summary>
    /// <exception cref="ScalarException">The value cannot be represented.</exception>
    public abstract object Serialize(object value);

    public abstract void Write(Utf8JsonWriter writer, object value);

    // PostgreSQL refuses U+0000 and lone surrogates have no UTF-8: refused here, where the field is known.
    protected string CheckText(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\0') throw new ScalarException($"{Name} cannot represent a text with U+0000.");
            if (!char.IsSurrogate(text[i])) continue;
            if (!char.IsHighSurrogate(text[i]) || i + 1 >= text.Length || !char.IsLowSurrogate(text[i + 1]))
                throw new ScalarException($"{Name} cannot represent a text with a lone surrogate.");
            i++;
        }
        return text;
    }
}
