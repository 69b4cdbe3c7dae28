using System.Text.Json;
using Coordination.Api.Hosting;
using Coordination.Domain.Alerts;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Discharge;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Coordination.Projections.Alerts;
using Coordination.Projections.CareRecord;
using Coordination.Projections.Discharge;
using Coordination.Projections.Indicators;
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
