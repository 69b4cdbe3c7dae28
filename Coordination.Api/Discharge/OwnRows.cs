using Coordination.Domain.Identifiers;
using Coordination.Projections.CaseFinding;
using Coordination.Projections.Discharge;
using Platform.EventStore;

namespace Coordination.Api.Discharge;

/// <summary>
/// Waits until an establishment's own row shows what its user just did: that row is fed asynchronously, and a page opened right after
/// has to find it. After two seconds it gives up: the fact is stored, and the page will find it later.
/// </summary>
public sealed class OwnRows(DocumentStore store)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(15);

    /// <summary>The establishment's row of a discharge stands at this version or later.</summary>
    public Task OfDischargeAsync(Finess establishment, Guid id, long version, CancellationToken cancellation) =>
        WaitAsync<EstablishmentDischargeView>(establishment, id, row => row.Discharge.Version >= version, cancellation);

    /// <summary>The establishment's row of a request stands at this version or later.</summary>
    public Task OfRequestAsync(Finess establishment, Guid id, long version, CancellationToken cancellation) =>
        WaitAsync<EstablishmentRequestView>(establishment, id, row => row.Request.Version >= version, cancellation);

    private async Task WaitAsync<TView>(Finess establishment, Guid id, Func<TView, bool> reached, CancellationToken cancellation)
        where TView : class
    {
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        bound.CancelAfter(Longest);
        await using var session = store.QuerySession(TerritoryId.Of(establishment).Value);
        try
        {
            while (await session.LoadAsync<TView>(id, bound.Token) is not { } row || !reached(row)) await Task.Delay(Step, bound.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // Stored all the same.
        }
    }
}
