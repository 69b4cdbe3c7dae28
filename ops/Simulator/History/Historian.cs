using System.Diagnostics;
using Coordination.Api.CareRecord;
using Coordination.Api.Directory;
using Coordination.Api.Hosting.Commands;
using Coordination.Domain.Kernel;
using Coordination.Simulator.History.Stories;
using Coordination.Simulator.Verbs;
using Microsoft.Extensions.DependencyInjection;
using Platform.EventStore;
using Platform.EventStore.Protection;

namespace Coordination.Simulator.History;

/// <summary>How far a simulation is.</summary>
/// <param name="Persons">Told so far, those found there included.</param>
/// <param name="Events">Written by this run.</param>
public readonly record struct Advance(int Persons, int Total, long Events, TimeSpan Elapsed)
{
    /// <summary>Events a second of this run.</summary>
    public double Speed => Elapsed > TimeSpan.Zero ? Events / Elapsed.TotalSeconds : 0;
}

/// <summary>
/// Writes the history of a plan: the lives of some persons at a time, each batch in one transaction. A batch that is there already is passed over,
/// so a run that was killed goes on where it was.
/// </summary>
public sealed class Historian(IServiceProvider platform, SimulationPlan plan)
{
    private const int PersonsOfABatch = 40;
    private static readonly IStory[] Stories =
    [
        new RequestStory(), new RecordStory(), new TeamStory(), new RightsStory(), new AssessmentStory(), new PlanStory(), new PathwayStory(), new WorkStory(), new StayStory(),
    ];

    /// <summary>Writes what is not there yet.</summary>
    public async Task<Advance> WriteAsync(Action<Advance> report, CancellationToken cancellation)
    {
        var cast = new Cast(plan);
        await cast.ImportAsync(platform.GetRequiredService<DirectoryImport>(), plan.Territory, cancellation);
        var planner = new LifePlanner(plan, cast);
        var there = await ThereAsync(cancellation);
        var firsts = Enumerable.Range(0, (plan.Persons + PersonsOfABatch - 1) / PersonsOfABatch).Select(n => n * PersonsOfABatch).ToList();
        var persons = firsts.Where(there.Contains).Sum(CountOf);
        long events = 0;
        var clock = Stopwatch.StartNew();
        var turn = new Lock();
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation };
        await Parallel.ForEachAsync(firsts.Where(first => !there.Contains(first)), options, async (first, ct) =>
        {
            var written = await WriteAsync(planner, first, ct);
            lock (turn) report(new(persons += CountOf(first), plan.Persons, events += written, clock.Elapsed));
        });
        return new(persons, plan.Persons, events, clock.Elapsed);
    }

    private int CountOf(int first) => Math.Min(PersonsOfABatch, plan.Persons - first);

    private async Task<int> WriteAsync(LifePlanner planner, int first, CancellationToken cancellation)
    {
        var lives = Enumerable.Range(first, CountOf(first)).Select(planner.Draw).ToList();
        var batch = new PastBatch(platform.GetRequiredService<DocumentStore>(), plan.Territory.Value);
        await platform.GetRequiredService<ISubjectKeys>().EnsureAsync(
            plan.Territory.Value, [.. lives.Select(l => l.Person.Id.Value), .. lives.Select(l => RequestStory.SealOf(l.Person.Id).Value)], cancellation);
        platform.GetRequiredService<PersonRegistry>().Register(batch, [.. lives.Select(Registered)]);
        var chronicle = new Chronicle(plan, platform.GetRequiredService<CommandRegistry>(), batch);
        foreach (var life in lives)
            foreach (var story in Stories) story.Tell(life, chronicle);
        try
        {
            await batch.SaveAsync(cancellation);
            return batch.Count;
        }
        catch (PastIsThereException)
        {
            // Another run of the same plan wrote it meanwhile.
            return 0;
        }
    }

    // The day before anything else is known of her.
    private static PastPerson Registered(Life life)
    {
        var at = WorkingDays.FromParis(life.Opened.AddDays(-7), new(9, 0));
        return new(life.Person.Id, life.Person.Traits, [(life.Cast.Hospitals[0].Finess, life.Person.Ipp)], DeterministicGuid.V5(life.Person.Id.Value, "registered"), at, life.Coordinators[0].Who.ToString());
    }

    // A batch is there when all its persons are: one of which some are is of another plan, and would never be told to its end.
    private async Task<HashSet<int>> ThereAsync(CancellationToken cancellation)
    {
        var indexes = Enumerable.Range(0, plan.Persons).ToDictionary(i => plan.PersonOf(i).Value);
        await using var session = platform.GetRequiredService<DocumentStore>().QuerySession(plan.Territory.Value);
        var found = await session.RawAsync("select id from mt_streams where tenant_id = $1 and id = any($2)", [plan.Territory.Value, indexes.Keys.ToArray()], row => indexes[row.GetGuid(0)], cancellation);
        var batches = found.GroupBy(i => i / PersonsOfABatch * PersonsOfABatch).ToList();
        return batches.TrueForAll(b => b.Count() == CountOf(b.Key))
            ? [.. batches.Select(b => b.Key)]
            : throw new VerbException("a simulation with this seed and another number of persons is there: give the same --persons, or another --seed");
    }
}
