using Coordination.Api.Hosting.Commands;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Platform.EventStore;

namespace Coordination.Simulator.History;

/// <summary>Where stories write: streams that are told whole and then go into the batch.</summary>
public sealed class Chronicle(SimulationPlan plan, CommandRegistry commands, PastBatch batch)
{
    /// <summary>Tells a stream from beginning to end; one in which nothing happened is none.</summary>
    public void Tell<TState>(Guid id, Func<TState?, IDomainEvent, TState> evolve, Action<Tale<TState>> tell)
        where TState : class
    {
        var tale = new Tale<TState>(id, plan.Territory, commands, plan.End, evolve);
        tell(tale);
        batch.Start<TState>(id, tale.Facts);
    }

    /// <summary>Acts in the order of their time.</summary>
    public static void Play(IEnumerable<(DateTimeOffset At, Action<DateTimeOffset> Act)> acts)
    {
        foreach (var (at, act) in acts.OrderBy(a => a.At)) act(at);
    }

    /// <summary>Somebody of the territory.</summary>
    public static Actor By(ProfessionalId professional) => Actor.Of(professional);
}

/// <summary>What one capability contributes to a life.</summary>
public interface IStory
{
    /// <summary>Tells it.</summary>
    void Tell(Life life, Chronicle chronicle);
}
