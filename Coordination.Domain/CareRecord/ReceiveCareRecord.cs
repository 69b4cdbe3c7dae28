using System.Collections.Immutable;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.CareRecord;

/// <summary>A heading as it arrived, with those from whom the person keeps it.</summary>
public sealed record ReceivedHeading(SituationTopic Topic, string Text, ImmutableArray<ProfessionalId> MaskedFrom);

/// <summary>Somebody designated, as he arrived.</summary>
public sealed record ReceivedContact(Guid Id, ContactKind Kind, string Name, string? Phone, DateOnly From, DateOnly? Until);

/// <summary>What the person decided in the territory that she leaves: it goes along whatever else does.</summary>
public sealed record ReceivedWill(ImmutableArray<SharingScope> Oppositions, ImmutableArray<ProfessionalId> Excluded);

/// <summary>Go on here with a record of another territory: one is opened, or the one that stands cites it.</summary>
/// <param name="InformedOn">When the person was informed of the transfer.</param>
public sealed record ReceiveCareRecord(
    OpenCareRecord Opening, Guid TransferId, TerritoryId From, DateOnly InformedOn, ReceivedWill Will, ImmutableArray<ReceivedHeading> Situation, ImmutableArray<ReceivedContact> Contacts)
{
    /// <summary>What stands here counts more than what arrives: a heading that is stated stays; an opposition is added, none is taken away.</summary>
    public static Decision Decide(ReceiveCareRecord command, CareRecord? state, CommandContext context)
    {
        if (state?.Origin?.Id == command.TransferId) return Decision.Nothing;
        if (state is { Suspended: true, Life.Status: not RecordStatus.Closed }) return Decision.Refuse(new CareRecordIsSuspended());
        var (begun, refused) = Begin(command, state, context);
        if (refused is not null) return Decision.Refuse(refused);
        CareRecordEvent[] arrived =
        [
            new CareRecordReceived(command.TransferId, command.From), .. state?.Informed == true ? [] : new CareRecordEvent[] { new InformationRecorded(command.InformedOn) },
            .. command.Will.Oppositions.Where(s => state?.Rights.Opposes(s) != true).Select(s => new OppositionRecorded(s)),
            .. command.Will.Excluded.Where(p => state?.Rights.Excluded.Contains(p) != true).Select(p => new ProfessionalExcluded(p)),
            .. command.Contacts.Where(c => state?.Rights.Contacts.Any(known => known.Id == c.Id) != true).Select(c => Designated(command, c)),
            .. command.Situation.Where(h => state?.About(h.Topic) is null).SelectMany(h => Stated(command, h)),
        ];
        return Decision.Accept([.. begun, .. arrived]);
    }

    private static (CareRecordEvent[] Events, DomainError? Error) Begin(ReceiveCareRecord command, CareRecord? state, CommandContext context)
    {
        if (state is { Life.Status: not RecordStatus.Closed }) return ([], null);
        // The same follow-up goes on within 90 days, unless it was this territory that had sent it away.
        if (state is { Life.Closing: { } closing, Transfer: null } && ReopenCareRecord.IsInTime(closing, context)) return ([new CareRecordReopened(null)], null);
        var opened = OpenCareRecord.Decide(command.Opening, state, context);
        return (opened.Events.IsDefault ? [] : [.. opened.Events.Cast<CareRecordEvent>()], opened.Error);
    }

    private static ContactDesignated Designated(ReceiveCareRecord command, ReceivedContact c) => new(
        c.Id, c.Kind, Sealed(command, c.Name), c.Phone is { } phone ? Sealed(command, phone) : null, c.From, c.Until);

    private static IEnumerable<CareRecordEvent> Stated(ReceiveCareRecord command, ReceivedHeading heading) =>
        [new SituationStated(heading.Topic, Sealed(command, heading.Text)), .. heading.MaskedFrom.Select(p => new SituationMasked(heading.Topic, p))];

    private static Protected<string> Sealed(ReceiveCareRecord command, string text) => Protected<string>.Of(command.Opening.PersonId, text);
}
