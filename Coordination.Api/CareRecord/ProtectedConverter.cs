using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Platform.EventStore.Protection;

namespace Coordination.Api.CareRecord;

/// <summary>
/// Seals <see cref="Protected{T}"/> fields while an event is serialised (E10): the person's key, bound to tenant, event, alias and
/// stored field name. A sealed value passes as it is, so that a view copies it without opening it.
/// </summary>
public sealed class ProtectedConverter<T>(Func<EventSealer> sealer, string field) : JsonConverter<Protected<T>>
{
    /// <inheritdoc />
    public override Protected<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var token = reader.GetString() ?? throw new JsonException("a sealed value is a text");
        return Protected<T>.Sealed(new PersonId(EventSealer.OriginOf(token).SubjectId), token);
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, Protected<T> value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Token ?? Seal(value, options));

    private string Seal(Protected<T> value, JsonSerializerOptions options)
    {
        var written = AmbientEventProtector.Current
            ?? throw new InvalidOperationException("a protected value is sealed only while its event is written");
        return sealer().SealedToken(
            JsonSerializer.SerializeToUtf8Bytes(value.Plain, options), written.TenantId, value.Subject.Value, written.EventId, written.Alias, field);
    }
}

/// <summary>Gives each <see cref="Protected{T}"/> property the converter that knows its stored name.</summary>
public static class ProtectedFields
{
    /// <summary>A resolver modifier for the store's JSON options.</summary>
    public static IJsonTypeInfoResolver Resolver(Func<EventSealer> sealer) => new DefaultJsonTypeInfoResolver
    {
        Modifiers =
        {
            type =>
            {
                foreach (var property in type.Properties.Where(p => p.PropertyType.IsGenericType && p.PropertyType.GetGenericTypeDefinition() == typeof(Protected<>)))
                    property.CustomConverter = (JsonConverter)Activator.CreateInstance(
                        typeof(ProtectedConverter<>).MakeGenericType(property.PropertyType.GetGenericArguments()), sealer, property.Name)!;
            },
        },
    };
}
