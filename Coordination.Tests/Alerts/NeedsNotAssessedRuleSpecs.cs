using Coordination.Domain.Alerts;
using Coordination.Domain.Discharge;
using static Coordination.Tests.Alerts.AlertSamples;

namespace Coordination.Tests.Alerts;

/// <summary>AL47: a discharge known only through the establishment's feed.</summary>
public sealed class NeedsNotAssessedRuleSpecs
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    private static DischargeSituation NotAnnounced => Situation with { Stay = OfFriday with { Status = DischargeStatus.Admitted, ExpectedAt = null, Reliability = null } };

    private static AlertRule Rule => AlertRules.NeedsNotAssessed;

    [Fact]
    public void Given_an_announced_discharge_When_assessed_early_Then_vigilance_told_to_referent_and_social_service() =>
        Rule.Assess(Situation, Friday.AddDays(-3)).ShouldBe(new AlertFinding(
            "AL47", 1, AlertSeverity.Vigilance, Person, new AlertFacts(Stay, Hospital, Friday, Commune), Friday,
            [new(AlertRecipientRole.Referent, Me, null), new(AlertRecipientRole.AnnouncingSocialWorker, null, Hospital)]));

    [Fact]
    public void Given_no_referent_When_assessed_Then_the_duty_is_told() =>
        Rule.Assess(Situation with { Referent = null }, Friday.AddDays(-3))!.Recipients[0]
            .ShouldBe(new AlertRecipient(AlertRecipientRole.Duty, null, null));

    [Fact]
    public void Given_24_hours_and_a_tick_left_When_assessed_Then_vigilance() =>
        Rule.Assess(Situation, Friday - Day - TimeSpan.FromTicks(1)).ShouldBe(ForFriday);

    [Fact]
    public void Given_exactly_24_hours_left_When_assessed_Then_urgent() =>
        Rule.Assess(Situation, Friday - Day).ShouldBe(FridayUrgent);

    [Fact]
    public void Given_a_date_that_has_passed_When_assessed_Then_still_urgent() =>
        Rule.Assess(Situation, Friday.AddDays(1)).ShouldBe(FridayUrgent);

    [Fact]
    public void Given_a_record_that_is_not_eligible_When_assessed_Then_none() =>
        Rule.Assess(Situation with { Eligible = false }, Friday.AddHours(-1)).ShouldBeNull();

    [Fact]
    public void Given_no_announcement_When_assessed_Then_none() =>
        Rule.Assess(NotAnnounced, Friday.AddHours(-1)).ShouldBeNull();

    [Fact]
    public void Given_vigilance_When_asked_when_to_look_next_Then_the_instant_it_turns_urgent()
    {
        var now = Friday.AddDays(-3);
        var next = Rule.NextLook(Situation, now).ShouldNotBeNull();
        next.ShouldBe(Friday - Day);
        Rule.Assess(Situation, next - TimeSpan.FromTicks(1)).ShouldBe(Rule.Assess(Situation, now));
        Rule.Assess(Situation, next).ShouldBe(FridayUrgent);
    }

    [Fact]
    public void Given_urgent_or_no_announcement_When_asked_when_to_look_next_Then_never()
    {
        Rule.NextLook(Situation, Friday - Day).ShouldBeNull();
        Rule.NextLook(NotAnnounced, Friday - Day).ShouldBeNull();
    }

    [Fact]
    public void Given_the_catalogue_When_listed_Then_every_code_is_there_once()
    {
        AlertRules.OfDischarges.ShouldContain(Rule);
        AlertRules.OfDischarges.Select(r => r.Code).ShouldBeUnique();
    }

    [Fact]
    public void Given_a_finding_When_a_recipient_changes_Then_it_is_another_finding() =>
        ForFriday.ShouldNotBe(ForFriday with { Recipients = [.. ForFriday.Recipients.Reverse()] });
}
