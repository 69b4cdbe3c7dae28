using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;
using Platform.EventStore;
using Record = Coordination.Domain.CareRecord.CareRecord;

namespace Coordination.Projections.CareRecord;

/// <summary>A record as lists and access decisions need it.</summary>
public sealed record CareRecordView(Guid Id, Record Record, DateOnly OpenedOn, DateTimeOffset ChangedAt, long Version)
{
    /// <summary>When the person was informed.</summary>
    public DateOnly? InformedOn { get; init; }

    /// <summary>Who stated each heading of the situation, and when.</summary>
    public IReadOnlyList<SituationSource> Sources { get; init; } = [];

    /// <summary>Last day of the consent to sharing outside the team: infinite without an end, null when there is none.</summary>
    public DateOnly? SharedOutsideUntil => Record.Rights.Opposes(SharingScope.OutsideTeam)
        || Record.Rights.Consents.GetValueOrDefault(SharingScope.OutsideTeam) is not { Withdrawn: false } consent
            ? null
            : consent.Until ?? DateOnly.MaxValue;
}

/// <summary>Who stated a heading, and when.</summary>
public sealed record SituationSource(SituationTopic Topic, string? By, DateTimeOffset At);

/// <summary>One row per record, in the transaction of its events, with a row per professional whom the person excludes.</summary>
public sealed class CareRecordProjection : SingleStreamProjection<CareRecordView>
{
    /// <summary>The view's table: looked up by person, listed by what may be read.</summary>
    public static ViewDefinition<CareRecordView> View { get; } = new ViewDefinition<CareRecordView>("care_record", 3)
        .Id(v => v.Id)
        .Column("person_id", "uuid", v => v.Record.PersonId.Value)
        .Column("eligible", "boolean", v => v.Record.IsEligible)
        .Column("informed", "boolean", v => v.Record.Informed)
        .Column("suspended", "boolean", v => v.Record.Suspended)
        .Column("restricted", "boolean", v => v.Record.Restricted)
        .Column("referent", "uuid", v => v.Record.Referent?.Value)
        .Column("deputy", "uuid", v => v.Record.Life.Deputy?.Value)
        .Column("status", "text", v => v.Record.Life.Status)
        .Column("intensity", "text", v => v.Record.Life.Intensity)
        .Column("team_opposed", "boolean", v => v.Record.Rights.Opposes(SharingScope.TeamExchange))
        .Column("outside_until", "date", v => v.SharedOutsideUntil)
        .Column("commune", "text", v => v.Record.Commune.Value)
        .Column("opened_on", "date", v => v.OpenedOn)
        .Column("changed_at", "timestamp with time zone", v => v.ChangedAt)
        // All that the access policy asks of a record, so that counting what may be read opens no row.
        .Index("person_id", "id", "referent", "deputy", "status", "suspended", "restricted", "eligible", "informed", "team_opposed", "outside_until")
        .Index("changed_at", "id")
        .Index("opened_on", "id")
        .Index("referent", "status")
        .Rows(new ViewRows<CareRecordView, ProfessionalId>("excluded", v => v.Record.Rights.Excluded.From)
            .Column("professional_id", "uuid", p => p.Value)
            .Index("professional_id", "view_id"));

    /// <summary>The table of professionals whom persons exclude.</summary>
    public static string ExcludedTable => $"{View.Table}_excluded";

    /// <inheritdoc />
    public override IReadOnlyCollection<string> StreamTypes { get; } = ["care_record"];

    /// <inheritdoc />
    public override CareRecordView? Evolve(CareRecordView? view, IEvent e)
    {
        if (e.Data is not CareRecordEvent fact) return view;
        var record = Record.Evolve(view?.Record, fact);
        var next = view is null
            ? new CareRecordView(e.StreamId, record, ((CareRecordOpened)fact).OpenedOn, e.OccurredAt, e.Version)
            : view with { Record = record, ChangedAt = e.OccurredAt, Version = e.Version };
        return fact switch
        {
            CareRecordOpened opened => next with { OpenedOn = opened.OpenedOn },
            InformationRecorded informed => next with { InformedOn = informed.On },
            SituationStated stated => next with
            {
                Sources = [.. next.Sources.Where(s => s.Topic != stated.Topic), new(stated.Topic, e.UserName, e.OccurredAt)],
            },
            _ => next,
        };
    }
}
