using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;
using Coordination.Tests.Kernel;

namespace Coordination.Tests.PersonalData;

/// <summary>When a person may be erased.</summary>
public sealed class ErasePersonSpecs
{
    private static readonly DateOnly Today = new(2026, 11, 20);
    private static readonly PersonRegistered Registered = new(new PersonId(new Guid("b0000000-0000-4000-8000-000000000001")));
    private static readonly ErasePerson Erase = new(ErasureReason.PersonRequest, "decider", null, null);

    private readonly Specification<PersonState, PersonEvent> _spec = new(PersonState.Evolve);

    [Fact]
    public void Given_nobody_When_erased_Then_refused() => _spec.When(Erase, ErasePerson.Decide).ThenRefused(new PersonUnknown());

    [Fact]
    public void Given_a_person_When_erased_twice_Then_it_is_said_once()
    {
        _spec.Given(Registered).When(Erase, ErasePerson.Decide).Then(new PersonErased(ErasureReason.PersonRequest, "decider"));
        _spec.Given(new PersonErased(ErasureReason.PersonRequest, "decider")).When(Erase, ErasePerson.Decide).ThenNothing();
    }

    [Fact]
    public void Given_a_hold_When_erased_on_its_last_day_Then_refused_with_the_day() =>
        _spec.Given(Registered, new LegalHoldPlaced(HoldGround.Litigation, Today)).When(Erase, ErasePerson.Decide).ThenRefused(new RetentionStands(Today));

    [Fact]
    public void Given_a_hold_that_is_over_or_lifted_When_erased_Then_done()
    {
        _spec.Given(Registered, new LegalHoldPlaced(HoldGround.Litigation, Today.AddDays(-1))).When(Erase, ErasePerson.Decide).Then(new PersonErased(ErasureReason.PersonRequest, "decider"));
        _spec.Given(new LegalHoldPlaced(HoldGround.AuthorityRequest, Today.AddDays(30)), new LegalHoldLifted())
            .When(Erase, ErasePerson.Decide).Then(new PersonErased(ErasureReason.PersonRequest, "decider"));
    }

    [Fact]
    public void Given_a_hold_and_a_longer_duty_When_a_court_decides_Then_it_is_overridden_and_said()
    {
        _spec.Given(Registered, new LegalHoldPlaced(HoldGround.Litigation, Today)).When(Erase with { DutyUntil = Today.AddDays(9) }, ErasePerson.Decide)
            .ThenRefused(new RetentionStands(Today.AddDays(9)));
        _spec.When(Erase with { DutyUntil = Today.AddDays(9), Override = HoldOverride.CourtDecision }, ErasePerson.Decide)
            .Then(new PersonErased(ErasureReason.PersonRequest, "decider", HoldOverride.CourtDecision));
    }

    [Fact]
    public void Given_an_erased_person_When_a_hold_is_placed_Then_refused() =>
        _spec.Given(Registered, new PersonErased(ErasureReason.PersonRequest, "decider")).When(new PlaceLegalHold(HoldGround.Litigation, Today), PlaceLegalHold.Decide).ThenRefused(new PersonIsErased());
}
