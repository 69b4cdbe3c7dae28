using System.Text.Json;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Platform.EventStore.Protection;

namespace Coordination.Api.CareRecord;

/// <summary>Opens sealed texts for a resolver, after the access decision and the note for the audit.</summary>
public sealed class ProtectedText(EventSealer sealer, ISubjectKeys keys)
{
    /// <summary>The text; null once the person is erased.</summary>
    public async Task<string?> OpenAsync(TerritoryId territory, Protected<string> text, CancellationToken cancellation)
    {
        if (text.Token is not { } token) return text.Plain;
        // Read the key without blocking first: opening then finds it in memory.
        await keys.FindManyAsync(territory.Value, [text.Subject.Value], cancellation);
        return sealer.Open(token) is { } json ? JsonSerializer.Deserialize<string>(json) : null;
    }
}
