using Coordination.Domain.Alerts;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Coordination.Tests.Kernel;
using static Coordination.Tests.Alerts.AlertSamples;

namespace Coordination.Tests.Alerts;

public sealed class AlertEvolutionSpecs
{
    private readonly Specification<Alert, AlertEvent> _spec = new(Alert.Evolve);

    [Fact]
    public void Given_raised_and_rescheduled_When_folded_Then_both_causes_and_the_last_finding() =>
        _spec.Given(Raised, new AlertReassessed(ForSaturday, Rescheduled))
            .ThenState(new Alert(ForSaturday, AlertStatus.Raised, null, null, [Announced, Rescheduled]));

    [Fact]
    public void Given_a_reassessment_by_time_When_folded_Then_taken_stays_and_causes_stay() =>
        _spec.Given(Raised, Taken, new AlertReassessed(FridayUrgent, null))
            .ThenState(new Alert(FridayUrgent, AlertStatus.Taken, Me, null, [Announced]));

    [Fact]
    public void Given_acknowledged_When_folded_Then_it_remembers_the_date_it_was_closed_for() =>
        _spec.Given(Raised, Taken, Acknowledged)
            .ThenState(new Alert(ForFriday, AlertStatus.Acknowledged, Me, Friday, [Announced]));

    [Fact]
    public void Given_resolved_and_reopened_When_folded_Then_nobody_has_it_and_the_history_is_kept() =>
        _spec.Given(Raised, Taken, Resolved, new AlertReopened(ForSaturday, AnnouncedAgain))
            .ThenState(new Alert(ForSaturday, AlertStatus.Raised, null, null, [Announced, Withdrawn, AnnouncedAgain]));

    [Fact]
    public void Given_the_raising_event_told_again_as_the_end_When_folded_Then_it_is_one_cause() =>
        _spec.Given(Raised, new AlertResolved(Announced))
            .ThenState(new Alert(ForFriday, AlertStatus.Resolved, null, null, [Announced]));

    [Fact]
    public void Given_any_sequence_of_commands_When_each_is_decided_twice_Then_it_counts_once()
    {
        var id = new AlertId(Guid.Empty);
        CommandSequences.DecideTwiceIsDecideOnce<Alert, AlertEvent>(
            Alert.Evolve,
            alert => alert.Causes.Select(c => c.EventId).ShouldBeUnique(),
            Step(new RaiseAlert(ForFriday, Announced), RaiseAlert.Decide, ByPlatform),
            Step(new RaiseAlert(ForFriday, AnnouncedAgain), RaiseAlert.Decide, ByPlatform),
            Step(new RaiseAlert(ForSaturday, Rescheduled), RaiseAlert.Decide, ByPlatform),
            Step(new RaiseAlert(FridayUrgent, null), RaiseAlert.Decide, ByPlatform),
            Step(new ResolveAlert(Withdrawn), ResolveAlert.Decide, ByPlatform),
            Step(new ResolveAlert(Announced), ResolveAlert.Decide, ByPlatform),
            Step(new TakeAlert(id), TakeAlert.Decide, ByMe),
            Step(new TakeAlert(id), TakeAlert.Decide, ByOther),
            Step(new TakeAlert(id), TakeAlert.Decide, ByPlatform),
            Step(new AcknowledgeAlert(id, "known"), AcknowledgeAlert.Decide, ByOther),
            Step(new AcknowledgeAlert(id, " "), AcknowledgeAlert.Decide, ByMe));

        static Step<Alert> Step<T>(T command, Func<T, Alert?, CommandContext, Decision> decide, CommandContext context) where T : notnull =>
            new(command, state => decide(command, state, context));
    }
}
