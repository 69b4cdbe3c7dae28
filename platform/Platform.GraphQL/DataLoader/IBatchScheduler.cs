namespace Platform.GraphQL;

/// <summary>Decides when waiting batches are sent.</summary>
public interface IBatchScheduler
{
    /// <summary>Runs the dispatch once no other work of the request can start.</summary>
    void Schedule(Func<Task> dispatch);
}

/// <summary>What a DataLoader is made from.</summary>
/// <param name="Scheduler">Sends its batches.</param>
/// <param name="Services">The request's services.</param>
/// <param name="ContextData">The request's data: the subject, for instance.</param>
/// <param name="RequestAborted">Cancelled with the request.</param>
public sealed record DataLoaderContext(IBatchScheduler Scheduler, IServiceProvider Services, IDictionary<string, object?> ContextData,
    CancellationToken RequestAborted);
