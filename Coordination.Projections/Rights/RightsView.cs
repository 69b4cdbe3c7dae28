using Coordination.Domain.Rights;
using Platform.EventStore;

namespace Coordination.Projections.Rights;

/// <summary>A person's benefits, measures and requests for pieces.</summary>
public sealed record RightsView(Guid Id, RightsFile File, long Version)
{
    /// <summary>What stands and ends, with its last day.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IEnumerable<RightEnd> Ends =>
        File.Benefits.Where(b => b.EndsOn is not null).Select(b => new RightEnd(b.Kind.ToString(), b.Id, b.EndsOn!.Value))
            .Concat(File.Measures.Where(m => m.EndsOn is not null).Select(m => new RightEnd(m.Kind.ToString(), m.Id, m.EndsOn!.Value)))
            .OrderBy(end => end.On);
}

/// <summary>The end of a benefit or measure.</summary>
/// <param name="Kind">Name of its kind.</param>
public sealed record RightEnd(string Kind, Guid Thing, DateOnly On);

/// <summary>One row per person, with a row per end, in the transaction of its events.</summary>
public sealed class RightsProjection : SingleStreamProjection<RightsView>
{
    /// <summary>The view's table: by person, and by what is next to do.</summary>
    public static ViewDefinition<RightsView> View { get; } = new ViewDefinition<RightsView>("rights", 1)
        .Id(v => v.Id)
        .Column("person_id", "uuid", v => v.File.Person.Value)
        .Column("next_end", "date", v => v.Ends.Select(end => (DateOnly?)end.On).FirstOrDefault())
        .Column("next_due", "date", v => v.File.Requests.Select(r => r.NextDue).Min())
        .Index("person_id")
        .Index("next_end", "id")
        .Index("next_due", "id")
        .Rows(new ViewRows<RightsView, RightEnd>("end", v => v.Ends)
            .Column("kind", "text", end => end.Kind)
            .Column("ends_on", "date", end => end.On)
            .Index("ends_on", "kind"));

    /// <summary>The table of ends.</summary>
    public static string EndTable => $"{View.Table}_end";

    /// <inheritdoc />
    public override IReadOnlyCollection<string> StreamTypes { get; } = ["rights"];

    /// <inheritdoc />
    public override RightsView? Evolve(RightsView? view, IEvent e) =>
        e.Data is RightsEvent fact ? new(e.StreamId, RightsFile.Evolve(view?.File, fact), e.Version) : view;
}
