using Coordination.Domain.Directory;
using Platform.EventStore;

namespace Coordination.Projections.Directory;

/// <summary>A habilitation, with who gave and who ended it.</summary>
public sealed record HabilitationView(Guid Id, Habilitation Habilitation, string? GrantedBy, DateTimeOffset GrantedAt, string? EndedBy, DateTimeOffset? EndedAt, string? Reason, long Version);

/// <summary>One row per habilitation, in the transaction of its events.</summary>
public sealed class HabilitationProjection : SingleStreamProjection<HabilitationView>
{
    /// <summary>The view's table: looked up by identity, across tenants, at every sign-in; listed by territory.</summary>
    public static ViewDefinition<HabilitationView> View { get; } = new ViewDefinition<HabilitationView>("habilitation", 1)
        .Id(v => v.Id)
        .Column("identity", "text", v => v.Habilitation.Granted.Identity)
        .Column("rpps", "text", v => v.Habilitation.Granted.Rpps?.Value)
        .Column("role", "text", v => v.Habilitation.Granted.Role)
        .Column("display_name", "text", v => v.Habilitation.Granted.DisplayName)
        .Column("professional_id", "uuid", v => v.Habilitation.Granted.Professional?.Value)
        .Column("ended", "boolean", v => v.Habilitation.Ended)
        .Index("display_name", "id")
        .Index("identity");

    /// <inheritdoc />
    public override IReadOnlyCollection<string> StreamTypes { get; } = ["habilitation"];

    /// <inheritdoc />
    public override HabilitationView? Evolve(HabilitationView? view, IEvent e) => e.Data switch
    {
        HabilitationGranted granted => new(e.StreamId, Habilitation.Evolve(null, granted), e.UserName, e.RecordedAt, null, null, null, e.Version),
        HabilitationEnded ended => view! with
        {
            Habilitation = Habilitation.Evolve(view.Habilitation, ended), EndedBy = e.UserName, EndedAt = e.RecordedAt, Reason = ended.Reason, Version = e.Version,
        },
        _ => view,
    };
}
