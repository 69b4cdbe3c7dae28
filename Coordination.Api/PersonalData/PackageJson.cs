using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;
using Coordination.Api.CareRecord;
using Platform.EventStore;

namespace Coordination.Api.PersonalData;

/// <summary>The package for machines (GDPR art. 20): identity, facts, accesses, as JSON that is written while it is read.</summary>
public sealed class PackageJson(PersonPackage package, DocumentStore store, TimeProvider clock)
{
    private const int FlushAt = 32 * 1024;

    /// <summary>Writes it. An erased person's has neither identity nor facts.</summary>
    public async Task WriteAsync(PipeWriter output, PersonKey person, CancellationToken cancellation)
    {
        await using var writer = new Utf8JsonWriter(output, new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        var traits = await package.TraitsAsync(person, cancellation);
        writer.WriteStartObject();
        writer.WriteString("format", "coordination-person-1");
        writer.WriteString("madeAt", clock.GetUtcNow());
        writer.WriteString("territory", person.Territory.Value);
        writer.WriteString("person", person.Person.Value);
        writer.WriteBoolean("erased", traits is null);
        if (traits is not null)
        {
            writer.WritePropertyName("identity");
            JsonSerializer.Serialize(writer, traits, store.Options.Json);
            await EventsAsync(writer, output, person, cancellation);
            await AccessesAsync(writer, output, person, cancellation);
        }

        writer.WriteEndObject();
        await SendAsync(writer, output, 0, cancellation);
    }

    // The JSON writer fills the pipe; the pipe alone goes to the network, and never blocks.
    private static async Task SendAsync(Utf8JsonWriter writer, PipeWriter output, int atLeast, CancellationToken cancellation)
    {
        if (output.UnflushedBytes + writer.BytesPending <= atLeast) return;
        await writer.FlushAsync(cancellation);
        await output.FlushAsync(cancellation);
    }

    private async Task EventsAsync(Utf8JsonWriter writer, PipeWriter output, PersonKey person, CancellationToken cancellation)
    {
        writer.WriteStartArray("events");
        await foreach (var e in package.EventsAsync(person, cancellation))
        {
            writer.WriteStartObject();
            writer.WriteString("stream", e.Stream);
            writer.WriteString("streamType", e.StreamType);
            writer.WriteNumber("version", e.Version);
            writer.WriteString("type", e.Type);
            writer.WriteString("occurredAt", e.OccurredAt);
            writer.WriteString("recordedAt", e.RecordedAt);
            writer.WriteString("by", e.By);
            writer.WritePropertyName("data");
            e.Data.WriteTo(writer);
            writer.WriteEndObject();
            await SendAsync(writer, output, FlushAt, cancellation);
        }

        writer.WriteEndArray();
    }

    private async Task AccessesAsync(Utf8JsonWriter writer, PipeWriter output, PersonKey person, CancellationToken cancellation)
    {
        writer.WriteStartArray("accesses");
        await foreach (var row in package.AccessesAsync(person, cancellation))
        {
            writer.WriteStartObject();
            writer.WriteString("at", row.ReadAt);
            writer.WriteString("role", row.Role);
            writer.WriteString("organization", row.Organization);
            writer.WriteString("action", row.Action);
            writer.WriteString("operation", row.Operation);
            writer.WriteBoolean("permitted", row.Permitted);
            writer.WriteEndObject();
            await SendAsync(writer, output, FlushAt, cancellation);
        }

        writer.WriteEndArray();
    }
}
