using Coordination.Domain.Contacts;
using Platform.EventStore;

namespace Coordination.Projections.Contacts;

/// <summary>A contact as the record of its person shows it.</summary>
public sealed record RecordedContactView(Guid Id, RecordedContact Contact, DateTimeOffset RecordedAt, long Version);

/// <summary>One row per contact, in the transaction of its events.</summary>
public sealed class RecordedContactProjection : SingleStreamProjection<RecordedContactView>
{
    /// <summary>The view's table: those of a person, last one first; counts and minutes of a period by kind and author.</summary>
    public static ViewDefinition<RecordedContactView> View { get; } = new ViewDefinition<RecordedContactView>("recorded_contact", 1)
        .Id(v => v.Id)
        .Column("person_id", "uuid", v => v.Contact.Person.Value)
        .Column("at", "timestamp with time zone", v => v.Contact.Facts.At)
        .Column("author", "uuid", v => v.Contact.By.Value)
        .Column("channel", "text", v => v.Contact.Facts.Channel)
        .Column("minutes", "integer", v => v.Contact.Facts.Minutes)
        .Column("withdrawn", "boolean", v => v.Contact.Withdrawn)
        .Index("person_id", "at", "id")
        .Index("at", "author");

    /// <inheritdoc />
    public override IReadOnlyCollection<string> StreamTypes { get; } = ["contact"];

    /// <inheritdoc />
    public override RecordedContactView? Evolve(RecordedContactView? view, IEvent e) => e.Data is not ContactEvent fact ? view
        : new(e.StreamId, RecordedContact.Evolve(view?.Contact, fact), view?.RecordedAt ?? e.RecordedAt, e.Version);
}
