using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Platform.GraphQL;

/// <summary>The outcome of an operation: data and errors, or a stream of such outcomes for a subscription.</summary>
public sealed class ExecutionResult
{
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly ResultObject? _data;

    internal ExecutionResult(IReadOnlyList<GraphQLError> errors, ResultObject? data, bool executed)
    {
        Errors = errors;
        _data = data;
        IsExecuted = executed;
    }

    /// <summary>Errors of the document, the variables or fields; empty when all went well.</summary>
    public IReadOnlyList<GraphQLError> Errors { get; }

    /// <summary>False for a request error: the operation did not start and the answer has no <c>data</c>.</summary>
    public bool IsExecuted { get; }

    /// <summary>Whether the refusal is that the method allows queries only.</summary>
    public bool IsMethodRefused { get; internal init; }

    /// <summary>The events of a subscription; null for queries and mutations.</summary>
    public IAsyncEnumerable<ExecutionResult>? Stream { get; internal init; }

    internal static ExecutionResult RequestError(params IReadOnlyList<GraphQLError> errors) => new(errors, null, false);

    /// <summary>Writes the response map, UTF-8 JSON, fields in the order of the selection.</summary>
    public void WriteTo(System.Buffers.IBufferWriter<byte> output)
    {
        using var writer = new Utf8JsonWriter(output, WriterOptions);
        writer.WriteStartObject();
        if (Errors.Count > 0)
        {
            writer.WriteStartArray("errors"u8);
            foreach (var error in Errors) Write(writer, error);
            writer.WriteEndArray();
        }
        if (IsExecuted)
        {
            writer.WritePropertyName("data"u8);
            if (_data is null) writer.WriteNullValue();
            else _data.Write(writer);
        }
        writer.WriteEndObject();
    }

    /// <summary>The response map as text.</summary>
    public string ToJson()
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        WriteTo(buffer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, GraphQLError error)
    {
        writer.WriteStartObject();
        writer.WriteString("message"u8, error.Message);
        if (error.Locations.Count > 0)
        {
            writer.WriteStartArray("locations"u8);
            foreach (var location in error.Locations)
            {
                writer.WriteStartObject();
                writer.WriteNumber("line"u8, location.Line);
                writer.WriteNumber("column"u8, location.Column);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
        }
        if (error.Path is { } path)
        {
            writer.WriteStartArray("path"u8);
            foreach (var key in path)
            {
                if (key is int index) writer.WriteNumberValue(index);
                else writer.WriteStringValue((string)key);
            }
            writer.WriteEndArray();
        }
        if (error.Code is not null || error.Extensions.Count > 0)
        {
            writer.WriteStartObject("extensions"u8);
            if (error.Code is not null) writer.WriteString("code"u8, error.Code);
            foreach (var (name, value) in error.Extensions)
            {
                writer.WritePropertyName(name);
                JsonSerializer.Serialize(writer, value);
            }
            writer.WriteEndObject();
        }
        writer.WriteEndObject();
    }
}
