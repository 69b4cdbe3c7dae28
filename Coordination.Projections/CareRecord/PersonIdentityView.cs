using Coordination.Domain.CareRecord;
using Platform.EventStore;

namespace Coordination.Projections.CareRecord;

/// <summary>How sure an identity is, and whose it became: no trait.</summary>
public sealed record PersonIdentityView(Guid Id, PersonState State, DateTimeOffset ChangedAt, long Version)
{
    /// <summary>What INSi said last when it gave no INS; null once it gave one.</summary>
    public InsRejection? Rejection { get; init; }

    /// <summary>The document that validates the identity.</summary>
    public IdentityDocument? Document { get; init; }

    /// <summary>Its last day.</summary>
    public DateOnly? DocumentUntil { get; init; }
}

/// <summary>One row per person, in the transaction of its events.</summary>
public sealed class PersonIdentityProjection : SingleStreamProjection<PersonIdentityView>
{
    /// <summary>The view's table: those that became another one's.</summary>
    public static ViewDefinition<PersonIdentityView> View { get; } = new ViewDefinition<PersonIdentityView>("person_identity", 1)
        .Id(v => v.Id)
        .Column("merged_into", "uuid", v => v.State.MergedInto?.Value)
        .Index("merged_into");

    /// <inheritdoc />
    public override IReadOnlyCollection<string> StreamTypes { get; } = ["person"];

    /// <inheritdoc />
    public override PersonIdentityView? Evolve(PersonIdentityView? view, IEvent e)
    {
        if (e.Data is not PersonEvent fact) return view;
        var state = PersonState.Evolve(view?.State, fact);
        var next = (view ?? new(e.StreamId, state, e.OccurredAt, e.Version)) with { State = state, ChangedAt = e.OccurredAt, Version = e.Version };
        return fact switch
        {
            InsRejected rejected => next with { Rejection = rejected.Reason },
            InsRetrieved => next with { Rejection = null },
            IdentityValidated validated => next with { Document = validated.Document, DocumentUntil = validated.ValidUntil },
            IdentityDevalidated => next with { Document = null, DocumentUntil = null },
            _ => next,
        };
    }
}
