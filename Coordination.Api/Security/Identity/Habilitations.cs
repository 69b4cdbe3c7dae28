using System.Collections.Concurrent;
using System.Text.Json;
using Coordination.Domain.Identifiers;
using Coordination.Projections.Directory;
using Platform.EventStore;

namespace Coordination.Api.Security.Identity;

/// <summary>
/// What an identity may do, by activity: the platform's own decision, never the provider's. Kept in memory for at most 30 seconds, and
/// forgotten at once when a habilitation changes: one that ended is refused within a minute on every node.
/// </summary>
public sealed class Habilitations(DocumentStore store, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);
    private static readonly Platform.EventStore.SessionOptions Anywhere = new("identity") { Role = DatabaseRole.Worker };
    private static readonly string ByIdentity = $"select data::text from {HabilitationProjection.View.Table} where identity = $1 and not ended";
    private static readonly string ByProfessional = $"select data::text from {HabilitationProjection.View.Table} where professional_id = $1 and not ended";
    private readonly ConcurrentDictionary<string, (DateTimeOffset At, IReadOnlyList<HabilitationView> Found)> known = new();

    /// <summary>The activities in which an identity may act now, by name of structure.</summary>
    public async Task<IReadOnlyList<Subject>> OfAsync(string identity, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (!known.TryGetValue(identity, out var entry) || now - entry.At >= Kept || now < entry.At)
            known[identity] = entry = (now, await ReadAsync(ByIdentity, identity, cancellation));
        return [.. entry.Found.Where(h => h.Habilitation.StandsAt(now)).OrderBy(h => h.Habilitation.Granted.Organization, StringComparer.Ordinal).Select(SubjectOf)];
    }

    /// <summary>The subject of one activity; null when the identity may not act in it now.</summary>
    public async Task<Subject?> FindAsync(string identity, Guid activity, CancellationToken cancellation) =>
        (await OfAsync(identity, cancellation)).FirstOrDefault(s => s.Activity == activity);

    /// <summary>The activities in which a professional of the directory may act now.</summary>
    public async Task<IReadOnlyList<Subject>> OfProfessionalAsync(ProfessionalId professional, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return [.. (await ReadAsync(ByProfessional, professional.Value, cancellation)).Where(h => h.Habilitation.StandsAt(now)).Select(SubjectOf)];
    }

    /// <summary>Forgets what is known: a habilitation changed.</summary>
    public void Forget() => known.Clear();

    private async Task<IReadOnlyList<HabilitationView>> ReadAsync(string sql, object key, CancellationToken cancellation)
    {
        await using var session = store.QuerySession(Anywhere);
        return await session.RawAsync(sql, [key], row => JsonSerializer.Deserialize<HabilitationView>(row.GetString(0), store.Options.Json)!, cancellation);
    }

    private static Subject SubjectOf(HabilitationView view)
    {
        var granted = view.Habilitation.Granted;
        return new(granted.Identity, granted.DisplayName, granted.Role, granted.Organization, granted.Territory, granted.Establishment, granted.Professional)
        {
            Community = granted.Community, Activity = view.Id,
        };
    }
}
