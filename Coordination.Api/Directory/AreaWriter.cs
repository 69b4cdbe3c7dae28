using System.Collections.Immutable;
using Coordination.Api.Hosting.Commands;
using Coordination.Domain.Directory;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Api.Directory;

/// <summary>Writes lists of communes for imports and tools; an administrator's own commands go the same way.</summary>
public sealed class AreaWriter(UnitOfWork work)
{
    /// <summary>Since when a list without dates is held to be true.</summary>
    public static DateOnly Always { get; } = new(2000, 1, 1);

    /// <summary>Lets communes belong to an area administered in a territory; throws when they were in it later.</summary>
    public async Task AttachAsync(TerritoryId tenant, AreaKind kind, string code, IEnumerable<string> communes, DateOnly from, CancellationToken cancellation)
    {
        ImmutableArray<CommuneCode> codes = [.. communes.Select(c => CommuneCode.TryParse(c, out var parsed) ? parsed : throw new ArgumentException("not an INSEE code", nameof(communes)))];
        if (codes.IsEmpty) return;
        Check(await work.ExecuteAsync<AttachCommunes, Area>(Request(tenant, kind, code), new(kind, code, codes, from), cancellation));
    }

    /// <summary>Ends the attachment of communes on a day; throws when they are not in it.</summary>
    public async Task DetachAsync(TerritoryId tenant, AreaKind kind, string code, IEnumerable<string> communes, DateOnly until, CancellationToken cancellation)
    {
        ImmutableArray<CommuneCode> codes = [.. communes.Select(c => new CommuneCode(c))];
        if (codes.IsEmpty) return;
        Check(await work.ExecuteAsync<DetachCommunes, Area>(Request(tenant, kind, code), new(codes, until), cancellation));
    }

    private static CommandRequest Request(TerritoryId tenant, AreaKind kind, string code) => new(tenant, Actor.Platform, Area.IdOf(kind, code));

    private static void Check(CommandOutcome outcome)
    {
        if (outcome.Error is { } error) throw new InvalidOperationException($"the list of communes is refused: {error.Code}");
    }
}
