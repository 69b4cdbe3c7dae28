using Coordination.Domain.Alerts;
using Coordination.Domain.Discharge;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using static Coordination.Tests.Alerts.AlertSamples;
using State = Coordination.Domain.Discharge.Discharge;

namespace Coordination.Tests.Alerts;

/// <summary>AL01, AL02, AL05 and AL09, each branch on hand-made situations.</summary>
public sealed class DischargeRuleSpecs
{
    private static readonly DateTimeOffset Early = Friday.AddDays(-3);
    private static readonly DateTimeOffset Near = Friday.AddHours(-47);

    private static State Needing => OfFriday with { Plan = new([CareNeed.Nursing], []) };

    private static State Gone => Needing with { Status = DischargeStatus.Discharged, DischargedAt = Friday };

    public static TheoryData<DischargeDestination> Elsewhere =>
        [DischargeDestination.CareHome, DischargeDestination.Rehabilitation, DischargeDestination.OtherHospital, DischargeDestination.LongStay, DischargeDestination.Psychiatry, DischargeDestination.Death];

    [Fact]
    public void Given_nursing_needed_When_48_hours_are_left_Then_AL01_exactly_then()
    {
        var rule = AlertRules.NursingNotConfirmed;
        rule.Assess(With(Needing), Early).ShouldBeNull();
        var next = rule.NextLook(With(Needing), Early).ShouldNotBeNull();
        next.ShouldBe(Friday.AddHours(-48));
        rule.Assess(With(Needing), next - TimeSpan.FromTicks(1)).ShouldBeNull();
        rule.Assess(With(Needing), next)!.Severity.ShouldBe(AlertSeverity.Urgent);
        rule.NextLook(With(Needing), next).ShouldBeNull();
    }

    [Fact]
    public void Given_AL01_When_told_Then_referent_and_announcing_social_worker() =>
        AlertRules.NursingNotConfirmed.Assess(With(Needing with { AnnouncedBy = Other }), Near)!.Recipients.ShouldBe(
            [new(AlertRecipientRole.Referent, Me, null), new(AlertRecipientRole.AnnouncingSocialWorker, Other, Hospital)]);

    [Theory]
    [InlineData(24, false)]
    [InlineData(24.1, true)]
    public void Given_a_confirmed_visit_When_it_is_later_than_the_territory_allows_Then_AL01_stays(double hoursAfter, bool stands) =>
        (AlertRules.NursingNotConfirmed.Assess(With(Confirmed(Needing, Friday.AddHours(hoursAfter))), Near) is not null).ShouldBe(stands);

    [Fact]
    public void Given_a_late_visit_When_the_person_is_home_Then_AL01_stays_until_that_visit()
    {
        var rule = AlertRules.NursingNotConfirmed;
        var situation = With(Confirmed(Gone, Friday.AddHours(40)));
        rule.Assess(situation, Friday.AddHours(1))!.Facts.FirstVisitAt.ShouldBe(Friday.AddHours(40));
        rule.NextLook(situation, Friday.AddHours(1)).ShouldBe(Friday.AddHours(40));
        rule.Assess(situation, Friday.AddHours(40)).ShouldBeNull();
    }

    [Fact]
    public void Given_nursing_not_stated_When_little_time_is_left_Then_no_AL01()
    {
        AlertRules.NursingNotConfirmed.Assess(With(OfFriday), Near).ShouldBeNull();
        AlertRules.NursingNotConfirmed.Assess(With(OfFriday with { Plan = new([CareNeed.Meals], []) }), Near).ShouldBeNull();
    }

    [Fact]
    public void Given_a_need_unconfirmed_When_the_person_left_Then_AL02_names_it_and_cites_what_was_raised()
    {
        var finding = AlertRules.LeftUnprepared.Assess(With(Gone) with { Known = ["AL01", "AL02", "AL47"] }, Friday)!;
        finding.Severity.ShouldBe(AlertSeverity.Critical);
        finding.Facts.Needs.ShouldBe([CareNeed.Nursing]);
        finding.Facts.Cites.ShouldBe(["AL01", "AL47"]);
        finding.Recipients.Select(r => r.Role).ShouldBe([AlertRecipientRole.Referent, AlertRecipientRole.Manager]);
    }

    [Fact]
    public void Given_every_need_confirmed_or_none_assessed_When_the_person_left_Then_no_AL02()
    {
        AlertRules.LeftUnprepared.Assess(With(Confirmed(Gone, Friday)), Friday).ShouldBeNull();
        AlertRules.LeftUnprepared.Assess(With(Gone with { Plan = ReturnPlan.Empty }), Friday).ShouldBeNull();
        AlertRules.LeftUnprepared.Assess(With(Gone with { Plan = new([], []) }), Friday).ShouldBeNull();
        AlertRules.LeftUnprepared.Assess(With(Needing), Friday).ShouldBeNull();
    }

    [Theory]
    [InlineData(StayOrigin.Admission, true)]
    [InlineData(StayOrigin.Transfer, true)]
    [InlineData(StayOrigin.Announcement, false)]
    [InlineData(StayOrigin.SocialService, false)]
    public void Given_a_stay_under_way_When_its_admission_was_told_Then_AL05(StayOrigin origin, bool stands) =>
        (AlertRules.Admitted.Assess(With(OfFriday with { Origin = origin }), Early) is not null).ShouldBe(stands);

    [Fact]
    public void Given_AL05_When_the_stay_is_over_or_cancelled_Then_none()
    {
        AlertRules.Admitted.Assess(With(Gone with { Origin = StayOrigin.Admission }), Friday).ShouldBeNull();
        AlertRules.Admitted.Assess(With(OfFriday with { Origin = StayOrigin.Admission, Status = DischargeStatus.Cancelled }), Friday).ShouldBeNull();
    }

    [Fact]
    public void Given_a_confirmation_When_the_date_moves_and_comes_back_Then_AL09_only_in_between()
    {
        var confirmed = Confirmed(Needing, Friday.AddHours(3));
        AlertRules.DateMoved.Assess(With(confirmed), Early).ShouldBeNull();
        AlertRules.DateMoved.Assess(With(confirmed with { ExpectedAt = Saturday }), Early)!.Facts.Needs.ShouldBe([CareNeed.Nursing]);
        AlertRules.DateMoved.Assess(With(confirmed with { ExpectedAt = Saturday, Status = DischargeStatus.Discharged }), Early).ShouldBeNull();
    }

    [Theory, MemberData(nameof(Elsewhere))]
    public void Given_another_destination_than_home_Then_only_AL05_may_stand(DischargeDestination destination)
    {
        foreach (var stay in new[] { Needing, Gone, OfFriday, Confirmed(Needing, Friday.AddDays(4)) with { ExpectedAt = Saturday } })
            foreach (var rule in AlertRules.OfDischarges.Where(r => r != AlertRules.Admitted))
                rule.Assess(With(stay with { Destination = destination }), Near).ShouldBeNull(rule.Code);
    }

    [Fact]
    public void Given_a_record_that_is_not_eligible_or_a_death_Then_no_rule_holds_and_none_looks_again()
    {
        foreach (var stay in new[] { Needing with { Origin = StayOrigin.Admission }, Gone, OfFriday, Confirmed(Gone, Friday.AddDays(4)) })
        {
            foreach (var rule in AlertRules.OfDischarges)
            {
                rule.Assess(With(stay) with { Eligible = false }, Near).ShouldBeNull(rule.Code);
                rule.Assess(With(stay) with { Deceased = true }, Near).ShouldBeNull(rule.Code);
            }

            AlertRules.NursingNotConfirmed.NextLook(With(stay) with { Deceased = true }, Early).ShouldBeNull();
        }
    }

    private static DischargeSituation With(State stay) => Situation with { Stay = stay };

    private static State Confirmed(State stay, DateTimeOffset firstVisit) => stay with
    {
        Plan = stay.Plan.With(new(CareNeed.Nursing, new ProviderNumber("10000000017"), ConfirmationChannel.Phone, firstVisit, Friday, Protected<string>.Of(Person, "x"))),
    };
}
