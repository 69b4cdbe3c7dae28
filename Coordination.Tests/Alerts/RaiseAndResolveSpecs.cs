using Coordination.Domain.Alerts;
using Coordination.Domain.Identifiers;
using Coordination.Tests.Kernel;
using static Coordination.Tests.Alerts.AlertSamples;

namespace Coordination.Tests.Alerts;

public sealed class RaiseAndResolveSpecs
{
    private readonly Specification<Alert, AlertEvent> _spec = new(Alert.Evolve);

    [Fact]
    public void Given_no_alert_When_the_rule_holds_Then_raised() =>
        _spec.When(new RaiseAlert(ForFriday, Announced), RaiseAlert.Decide).Then(Raised);

    [Fact]
    public void Given_no_alert_When_only_time_passed_Then_nothing() =>
        _spec.When(new RaiseAlert(ForFriday, null), RaiseAlert.Decide).ThenNothing();

    [Fact]
    public void Given_an_open_alert_When_the_same_cause_comes_again_Then_nothing() =>
        _spec.Given(Raised).When(new RaiseAlert(ForFriday, Announced), RaiseAlert.Decide).ThenNothing();

    [Fact]
    public void Given_an_open_alert_When_rescheduled_Then_reassessed_with_one_more_cause() =>
        _spec.Given(Raised).When(new RaiseAlert(ForSaturday, Rescheduled), RaiseAlert.Decide)
            .Then(new AlertReassessed(ForSaturday, Rescheduled));

    [Fact]
    public void Given_an_open_alert_When_another_cause_says_the_same_Then_the_cause_is_added() =>
        _spec.Given(Raised).When(new RaiseAlert(ForFriday, AnnouncedAgain), RaiseAlert.Decide)
            .Then(new AlertReassessed(ForFriday, AnnouncedAgain));

    [Fact]
    public void Given_a_taken_alert_When_time_makes_it_urgent_Then_reassessed_without_a_cause() =>
        _spec.Given(Raised, Taken).When(new RaiseAlert(FridayUrgent, null), RaiseAlert.Decide)
            .Then(new AlertReassessed(FridayUrgent, null));

    [Fact]
    public void Given_an_open_alert_When_a_known_cause_finds_it_urgent_Then_reassessed_without_a_cause() =>
        _spec.Given(Raised).When(new RaiseAlert(FridayUrgent, Announced), RaiseAlert.Decide)
            .Then(new AlertReassessed(FridayUrgent, null));

    [Fact]
    public void Given_a_resolved_alert_When_the_condition_returns_Then_the_same_alert_is_reopened() =>
        _spec.Given(Raised, Resolved).When(new RaiseAlert(ForFriday, AnnouncedAgain), RaiseAlert.Decide)
            .Then(new AlertReopened(ForFriday, AnnouncedAgain));

    [Fact]
    public void Given_a_resolved_alert_When_an_old_cause_is_told_again_Then_it_stays_closed() =>
        _spec.Given(Raised, Resolved).When(new RaiseAlert(ForFriday, Announced), RaiseAlert.Decide).ThenNothing();

    [Fact]
    public void Given_a_resolved_alert_When_only_time_passed_Then_it_stays_closed() =>
        _spec.Given(Raised, Resolved).When(new RaiseAlert(FridayUrgent, null), RaiseAlert.Decide).ThenNothing();

    [Fact]
    public void Given_an_acknowledged_alert_When_the_same_date_is_told_again_Then_it_stays_closed() =>
        _spec.Given(Raised, Acknowledged).When(new RaiseAlert(FridayUrgent, AnnouncedAgain), RaiseAlert.Decide).ThenNothing();

    [Fact]
    public void Given_an_acknowledged_alert_When_the_date_changes_Then_reopened() =>
        _spec.Given(Raised, Acknowledged).When(new RaiseAlert(ForSaturday, Rescheduled), RaiseAlert.Decide)
            .Then(new AlertReopened(ForSaturday, Rescheduled));

    [Fact]
    public void Given_an_alert_acknowledged_after_a_reschedule_When_the_first_date_returns_Then_reopened() =>
        _spec.Given(Raised, new AlertReassessed(ForSaturday, Rescheduled), Acknowledged)
            .When(new RaiseAlert(ForFriday, AnnouncedAgain), RaiseAlert.Decide).Then(new AlertReopened(ForFriday, AnnouncedAgain));

    [Fact]
    public void Given_an_open_alert_When_withdrawn_Then_resolved() =>
        _spec.Given(Raised, Taken).When(new ResolveAlert(Withdrawn), ResolveAlert.Decide).Then(Resolved);

    [Fact]
    public void Given_no_alert_When_withdrawn_Then_nothing() =>
        _spec.When(new ResolveAlert(Withdrawn), ResolveAlert.Decide).ThenNothing();

    [Fact]
    public void Given_a_closed_alert_When_withdrawn_Then_nothing() =>
        _spec.Given(Raised, Acknowledged).When(new ResolveAlert(Withdrawn), ResolveAlert.Decide).ThenNothing();

    [Fact]
    public void Given_two_triggers_When_identified_Then_one_id_per_territory_rule_person_and_window()
    {
        TerritoryId here = new("dac-47");
        var id = Alert.IdOf(here, "AL47", Person, Stay.Value);
        id.ShouldBe(new AlertId(new Guid("7cb5caed-3591-51bd-b94a-47e06f40ddf5")));
        id.ShouldNotBe(Alert.IdOf(new TerritoryId("dac-17"), "AL47", Person, Stay.Value));
        id.ShouldNotBe(Alert.IdOf(here, "AL48", Person, Stay.Value));
        id.ShouldNotBe(Alert.IdOf(here, "AL47", new PersonId(Me.Value), Stay.Value));
        id.ShouldNotBe(Alert.IdOf(here, "AL47", Person, Me.Value));
    }
}
