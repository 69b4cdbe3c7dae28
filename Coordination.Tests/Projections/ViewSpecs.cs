using System.Text.Json;
using Coordination.Api.CarePathway;
using Coordination.Api.Hosting;
using Coordination.Domain.Alerts;
using Coordination.Domain.CarePathway;
using Coordination.Domain.CareRecord;
using Coordination.Domain.CareTeam;
using Coordination.Domain.Contacts;
using Coordination.Domain.Discharge;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Coordination.Domain.Tasks;
using Coordination.Projections.Alerts;
using Coordination.Projections.CarePathway;
using Coordination.Projections.CareRecord;
using Coordination.Projections.CareTeam;
using Coordination.Projections.Contacts;
using Coordination.Projections.Discharge;
using Coordination.Projections.Indicators;
using Coordination.Projections.Tasks;
using Platform.EventStore;

namespace Coordination.Tests.Projections;

/// <summary>A view is a pure function of its events: replayed, cut into pages and read back from JSON between them, it is the same.</summary>
public sealed class ViewSpecs
{
    private static readonly JsonSerializerOptions Json = StoreRegistrations.Create(TimeProvider.System).Json;
    private static readonly Guid Stream = new("11111111-2222-4333-8444-555555555555");
    private static readonly PersonId Person = new(new("21111111-2222-4333-8444-555555555555"));
    private static readonly Finess Hospital = Finess.Parse("470990011");
    private static readonly DateTimeOffset Friday = new(2026, 11, 27, 14, 0, 0, TimeSpan.Zero);
    private static readonly ProfessionalId Claire = new(new("31111111-2222-4333-8444-555555555555"));

    private static AlertFinding Finding(AlertSeverity severity) =>
        new("AL47", 1, severity, Person, new(new(Stream), Hospital, Friday, new CommuneCode("47001")), Friday, [new(AlertRecipientRole.Referent, Claire, null)]);

    private static AlertCause Cause(int n) => new(new Guid(n, 0, 0, new byte[8]), "discharge_announced", Friday, Friday, "interface:demo");

    [Fact]
    public void Given_an_alerts_life_When_replayed_or_cut_Then_the_row_is_the_same() => Check<AlertView>(
        new AlertProjection().Evolve,
        [
            new AlertRaised(Finding(AlertSeverity.Vigilance), Cause(1)), new AlertReassessed(Finding(AlertSeverity.Urgent), null), new AlertTaken(Claire),
            new AlertResolved(Cause(2)), new AlertReopened(Finding(AlertSeverity.Urgent), Cause(3)),
            new AlertAcknowledged(Claire, Protected<string>.Sealed(Person, Sealed)),
        ]);

    [Fact]
    public void Given_a_team_When_replayed_or_cut_Then_the_row_is_the_same() => Check<CareTeamView>(
        new CareTeamProjection().Evolve,
        [
            new MemberJoined(Person, Claire, TeamRole.PrincipalPhysician, LegalCase.RecognisedByPerson, null), new ReplacementStarted(Person, new(Stream), Claire, TeamRole.AttendingPhysician, LegalCase.Consent, Friday.AddDays(9)),
            new StructureJoined(Person, Hospital, TeamRole.TeamMember, LegalCase.OrganisedGroup, null), new StructureProfessionalNamed(Person, Hospital, Claire), new StructureProfessionalNamed(Person, Hospital, new(Stream)),
            new StructureMembershipChanged(Person, Hospital, TeamRole.Correspondent, LegalCase.Consent, Friday.AddDays(30)), new StructureProfessionalRemoved(Person, Hospital, Claire),
            new RelativeAdded(Person, Stream, Protected<string>.Sealed(Person, Sealed), null, RelativeTie.Child, RelativeRole.Caregiver, WeekDays.Monday | WeekDays.Sunday),
            new RelativeChanged(Person, Stream, Protected<string>.Sealed(Person, Sealed), Protected<string>.Sealed(Person, Sealed), RelativeTie.Friend, RelativeRole.Informant, WeekDays.None),
            new MembershipChanged(Person, Claire, TeamRole.Correspondent, LegalCase.Consent, Friday), new MemberLeft(Person, Claire, LeaveReason.Ended),
            new MemberExpected(Person, Claire, TeamRole.TeamMember, LegalCase.Consent, Friday.AddDays(90), null), new StructureLeft(Person, Hospital, LeaveReason.Replaced), new RelativeRemoved(Person, Stream),
        ]);

    [Fact]
    public void Given_an_invitation_When_replayed_or_cut_Then_the_row_is_the_same() => Check<TeamInvitationView>(
        new TeamInvitationProjection().Evolve,
        [new MemberInvited(Person, Claire, null, TeamRole.TeamMember, LegalCase.Consent, null, Friday), new InvitationDeclined(Person, Claire, Protected<string>.Sealed(Person, Sealed))]);

    [Fact]
    public void Given_a_transfer_that_arrived_When_replayed_or_cut_Then_the_row_is_the_same() => Check<ReceivedTransferView>(
        new ReceivedTransferProjection().Evolve,
        [
            new TransferReceived(new("dac-33"), Stream, Person, new(2026, 11, 20), TransferParts.Of([TransferPart.Plan]), Protected<string>.Sealed(Person, Sealed)),
            new TransferAccepted(Person, new(2026, 11, 23), null),
        ]);

    [Fact]
    public void Given_a_stay_When_replayed_or_cut_Then_the_row_is_the_same() => Check<DischargeView>(new DischargeProjection().Evolve, Stay);

    [Fact]
    public void Given_a_stay_When_replayed_or_cut_for_the_establishment_Then_the_row_is_the_same() =>
        Check<EstablishmentDischargeView>((view, e) => new EstablishmentDischargeProjection().Evolve(view, Stream, e), Stay);

    [Fact]
    public void Given_a_stay_When_replayed_or_cut_for_indicators_Then_the_row_is_the_same() => Check<DischargeFactView>(
        new DischargeFactProjection().Evolve,
        [.. Stay, new ReturnNeedsStated(Hospital, [CareNeed.Nursing]), new PersonDischarged(Hospital, Friday, DischargeDestination.Home, new("M3")), new DischargeCancelled(Hospital, new("M4"))]);

    [Fact]
    public void Given_an_alert_When_replayed_or_cut_for_indicators_Then_the_row_is_the_same() => Check<AlertFactView>(
        new AlertFactProjection().Evolve,
        [
            new AlertRaised(Finding(AlertSeverity.Vigilance), Cause(1)), new AlertTaken(Claire), new AlertResolved(Cause(2)), new AlertReopened(Finding(AlertSeverity.Urgent), Cause(3)),
            new AlertAcknowledged(Claire, Protected<string>.Sealed(Person, Sealed)),
        ]);

    [Fact]
    public void Given_a_record_When_replayed_or_cut_Then_the_row_is_the_same() => Check<CareRecordView>(
        new CareRecordProjection().Evolve,
        [
            new CareRecordOpened(Person, new CommuneCode("47001"), new(2026, 9, 1)), new ReferentAssigned(Claire), new InformationRecorded(new(2026, 9, 1)),
            new OppositionRecorded(SharingScope.HospitalAlerts), new CareRecordSuspended(),
        ]);

    [Fact]
    public void Given_a_task_When_replayed_or_cut_Then_the_row_is_the_same() => Check<WorkTaskView>(
        new WorkTaskProjection().Evolve,
        [
            new TaskCreated(Person, TaskKind.Call, Protected<string>.Sealed(Person, Sealed), Claire, Friday, new(2026, 11, 26), null), new TaskAwaited(new(Claire, null, null, new(2026, 11, 27))),
            new TaskAnswered(Protected<string>.Sealed(Person, Sealed)), new TaskPostponed(Friday.AddDays(1), null, PostponeReason.NoAnswer), new TaskHandedOver(Claire),
            new TaskCompleted(TaskOutcome.Achieved, Protected<string>.Sealed(Person, Sealed)), new TaskReopened(), new TaskCancelled(TaskCancellation.NotNeeded),
        ]);

    [Fact]
    public void Given_a_contact_When_replayed_or_cut_Then_the_row_is_the_same()
    {
        var facts = new ContactFacts(ContactChannel.Call, ContactDirection.Incoming, ContactParty.Carer, null, null, Friday, 10, ContactOutcome.Reached);
        Check<RecordedContactView>(new RecordedContactProjection().Evolve,
            [new ContactRecorded(Person, Claire, facts, null, Protected<string>.Sealed(Person, Sealed)), new ContactRecordCorrected(facts, null, null), new ContactWithdrawn()]);
    }

    [Fact]
    public void Given_a_pathway_When_replayed_or_cut_Then_the_row_is_the_same() => Check<CarePathwayView>(
        new CarePathwayProjection().Evolve,
        [
            new PathwayApplied(Person, PathwayTemplates.Shipped.Find("HEART_FAILURE")!, new(2026, 11, 20), ["HAS_CARER"], Protected<string>.Sealed(Person, Sealed)),
            new PathwayConditionsStated([]), new PathwayStepAdded("OWN-1", Protected<string>.Sealed(Person, Sealed), PathwayRole.Nurse, new(2026, 12, 1)),
            new PathwayStepDone("CARDIOLOGIST", new(2026, 11, 25), null), new PathwayStepSkipped("EDUCATION", new(2026, 11, 26), DeviationReason.NoResource, null), new PathwayStepReopened("EDUCATION"),
            new PathwayStepRescheduled("EDUCATION", new(2026, 12, 9), RescheduleReason.InHospital), new PathwayStepAssigned("EDUCATION", Claire), new PathwayExited(PathwayExitReason.Moved, new(2026, 12, 9), null),
        ]);

    [Fact]
    public void Given_a_rupture_When_replayed_or_cut_Then_the_row_is_the_same()
    {
        var codes = new DisruptionCodes("HOUSING", null, null, null);
        Check<DisruptionView>(new DisruptionProjection().Evolve,
            [
                new DisruptionReported(Person, DisruptionNature.Rupture, codes, new CommuneCode("47001"), new(2026, 11, 20), null), new DisruptionQualified(codes with { Cause = "COST" }),
                new DisruptionAnswered(Protected<string>.Sealed(Person, Sealed)), new DisruptionPersists(), new DisruptionClosed(DisruptionClosing.Resolved),
            ]);
    }

    // The shape of a token; it is never opened here.
    private const string Sealed = "s1.BmRhYy00NyBiMDAwMDAwMDAwMDA0MDAwODAwMDAwMDAwMDAwMDAwMSBhMDAwMDAwMDAwMDA0MDAwODAwMDAwMDAwMDAwMDAwORJhbGVydF9hY2tub3dsZWRnZWQGcmVhc29u.AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4v";

    private static object[] Stay =>
    [
        new HospitalStayOpened(Person, Hospital, Friday.AddDays(-5)), new DischargeEstimated(Hospital, Friday), new DischargeAnnounced(Hospital, Friday, new("M1")),
        new DischargeRescheduled(Hospital, Friday.AddDays(1), new("M2")), new DischargeAnnouncementWithdrawn(Hospital, new("M2")),
    ];

    private static void Check<TView>(Func<TView?, IEvent, TView?> evolve, object[] facts)
        where TView : class
    {
        for (var length = 1; length <= facts.Length; length++)
        {
            var events = facts.Take(length).Select((fact, i) => Event(fact, i + 1)).ToArray();
            var once = Write(events.Aggregate((TView?)null, evolve));
            Write(events.Aggregate((TView?)null, evolve)).ShouldBe(once);
            var cut = events.Aggregate((TView?)null, (view, e) => Read<TView>(Write(evolve(view, e))));
            Write(cut).ShouldBe(once);
        }
    }

    private static IEvent Event(object fact, int version) =>
        (IEvent)typeof(ViewSpecs).GetMethod(nameof(Typed), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .MakeGenericMethod(fact.GetType()).Invoke(null, [fact, version])!;

    private static Event<T> Typed<T>(T fact, int version)
        where T : notnull => new(fact)
    {
        StreamId = Stream, Version = version, TenantId = "dac-47", RecordedAt = Friday.AddMinutes(version), OccurredAt = Friday.AddMinutes(version),
    };

    private static string Write<TView>(TView? view) => JsonSerializer.Serialize(view, Json);

    private static TView? Read<TView>(string json) => JsonSerializer.Deserialize<TView>(json, Json);
}
