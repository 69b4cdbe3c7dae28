using Coordination.Domain.Alerts;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Coordination.Tests.Kernel;
using static Coordination.Tests.Alerts.AlertSamples;

namespace Coordination.Tests.Alerts;

public sealed class TakeAndAcknowledgeSpecs
{
    private static readonly AlertId Id = new(new Guid("d0000000-0000-4000-8000-000000000001"));
    private static readonly TakeAlert Take = new(Id);

    private readonly Specification<Alert, AlertEvent> _spec = new(Alert.Evolve);

    [Fact]
    public void Given_an_alert_When_taken_Then_taken() => _spec.Given(Raised).When(Take, TakeAlert.Decide).Then(Taken);

    [Fact]
    public void Given_no_alert_When_taken_Then_not_found() => _spec.When(Take, TakeAlert.Decide).ThenRefused(new AlertNotFound());

    [Fact]
    public void Given_my_alert_When_taken_again_Then_nothing() => _spec.Given(Raised, Taken).When(Take, TakeAlert.Decide).ThenNothing();

    [Fact]
    public void Given_my_alert_When_somebody_else_takes_it_Then_refused_with_who_has_it() =>
        _spec.Given(Raised, Taken).When(Take, TakeAlert.Decide, ByOther).ThenRefused(new AlertAlreadyTaken(Me));

    [Fact]
    public void Given_a_resolved_alert_When_taken_Then_closed() =>
        _spec.Given(Raised, Taken, Resolved).When(Take, TakeAlert.Decide).ThenRefused(new AlertClosed());

    [Fact]
    public void Given_an_acknowledged_alert_When_taken_Then_closed() =>
        _spec.Given(Raised, Acknowledged).When(Take, TakeAlert.Decide).ThenRefused(new AlertClosed());

    [Fact]
    public void Given_an_alert_When_the_platform_takes_it_Then_not_found() =>
        _spec.Given(Raised).When(Take, TakeAlert.Decide, ByPlatform).ThenRefused(new AlertNotFound());

    [Fact]
    public void Given_an_alert_When_acknowledged_Then_closed_with_a_trimmed_protected_reason() =>
        _spec.Given(Raised).When(Acknowledge("  known to the team "), AcknowledgeAlert.Decide).Then(Acknowledged);

    [Fact]
    public void Given_an_alert_that_somebody_else_took_When_acknowledged_Then_closed() =>
        _spec.Given(Raised, Taken).When(Acknowledge("known to the team"), AcknowledgeAlert.Decide, ByOther)
            .Then(new AlertAcknowledged(Other, Protected<string>.Of(Person, "known to the team")));

    [Fact]
    public void Given_no_alert_When_acknowledged_Then_not_found() =>
        _spec.When(Acknowledge("x"), AcknowledgeAlert.Decide).ThenRefused(new AlertNotFound());

    [Fact]
    public void Given_a_closed_alert_When_acknowledged_Then_closed() =>
        _spec.Given(Raised, Resolved).When(Acknowledge("x"), AcknowledgeAlert.Decide).ThenRefused(new AlertClosed());

    [Theory]
    [InlineData("")]
    [InlineData(" \t\u00a0")]
    public void Given_an_alert_When_acknowledged_without_a_reason_Then_refused(string reason) =>
        _spec.Given(Raised).When(Acknowledge(reason), AcknowledgeAlert.Decide).ThenRefused(new AlertReasonMissing());

    [Fact]
    public void Given_an_alert_When_the_platform_acknowledges_it_Then_not_found() =>
        _spec.Given(Raised).When(Acknowledge("x"), AcknowledgeAlert.Decide, ByPlatform).ThenRefused(new AlertNotFound());

    [Fact]
    public void Given_commands_of_wrong_shape_When_validated_Then_field_and_rule_are_named()
    {
        Broken(new AcknowledgeAlert(default, "a")).ShouldBe(["id NotEmptyValidator"]);
        Broken(new AcknowledgeAlert(Id, "a\0b")).ShouldBe(["reason NULL_CHARACTER"]);
        Broken(new AcknowledgeAlert(Id, new string('a', 2001))).ShouldBe(["reason MaximumLengthValidator"]);
        Broken(new AcknowledgeAlert(Id, new string('a', 2000))).ShouldBeEmpty();
        new TakeAlertValidator().Validate(new TakeAlert(default)).Errors.Select(e => e.PropertyName).ShouldBe(["id"]);
        new TakeAlertValidator().Validate(Take).IsValid.ShouldBeTrue();

        static IEnumerable<string> Broken(AcknowledgeAlert command) =>
            new AcknowledgeAlertValidator().Validate(command).Errors.Select(e => $"{e.PropertyName} {e.ErrorCode}");
    }

    private static AcknowledgeAlert Acknowledge(string reason) => new(Id, reason);
}
