using Coordination.Domain.Discharge;
using Coordination.Domain.Identifiers;
using Stay = Coordination.Domain.Discharge.Discharge;

namespace Coordination.Tests.Discharge;

public sealed class DischargePolicySpecs
{
    private static readonly DischargeId Id = new(new Guid("c0000000-0000-4000-8000-000000000001"));
    private static readonly PersonId Person = new(new Guid("b0000000-0000-4000-8000-000000000001"));
    private static readonly Finess Hospital = new("470000019");
    private static readonly MovementId Movement = new("1001^CH");
    private static readonly DateTimeOffset Friday = new(2026, 11, 20, 15, 0, 0, TimeSpan.FromHours(1));
    private static readonly Stay State = new(Person, Hospital, null, DischargeStatus.Admitted, null, null, null);

    public static TheoryData<DischargeEvent> Telling => new(
        new HospitalStayOpened(Person, Hospital, null),
        new DischargeEstimated(Hospital, Friday),
        new DischargeAnnounced(Hospital, Friday, Movement),
        new ReturnNeedsStated(Hospital, [CareNeed.Nursing]),
        new DestinationStated(Hospital, DischargeDestination.Rehabilitation),
        new ArrangementConfirmed(Hospital, CareNeed.Nursing, new("470000019"), ConfirmationChannel.Phone, Friday, Domain.Kernel.Protected<string>.Of(Person, "")),
        new ArrangementWithdrawn(Hospital, CareNeed.Nursing, Domain.Kernel.Protected<string>.Of(Person, "")),
        new PersonDischarged(Hospital, Friday, null, Movement),
        new DischargeCancelled(Hospital, Movement),
        new HospitalStayCancelled(Hospital, Movement, StayCancellation.AdmissionCancelled),
        new DischargeRescheduled(Hospital, Friday, Movement),
        new DischargeAnnouncementWithdrawn(Hospital, Movement));

    [Theory, MemberData(nameof(Telling))]
    public void Given_a_fact_about_the_announcement_When_appended_Then_the_alerts_are_told(DischargeEvent fact) =>
        DischargePolicy.React(Id, State, [fact]).ShouldBe([new DischargeSituationChanged(Id, Person)]);

    [Fact]
    public void Given_several_facts_of_one_append_When_appended_Then_one_message() =>
        DischargePolicy.React(Id, State, [new HospitalStayOpened(Person, Hospital, null), new DischargeAnnounced(Hospital, Friday, Movement)])
            .ShouldBe([new DischargeSituationChanged(Id, Person)]);

    [Fact]
    public void Given_facts_that_no_rule_looks_at_When_appended_Then_no_message() =>
        DischargePolicy.React(Id, State, [
            new AnnouncementSeen(Hospital, default), new DischargeTakenInCharge(Hospital, default),
            new ReturnContactsStated(Hospital, null, null), new VisitIdentified(Hospital, Id.Value)]).ShouldBeEmpty();
}
