using Coordination.Domain.Contacts;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Coordination.Tests.Kernel;

namespace Coordination.Tests.Contacts;

public sealed class RecordedContactSpecs
{
    private static readonly CommandContext Context = Specification<RecordedContact, ContactEvent>.Context;
    private static readonly PersonId Person = new(new Guid("b0000000-0000-4000-8000-000000000001"));
    private static readonly PersonId Other = new(new Guid("b0000000-0000-4000-8000-000000000002"));
    private static readonly ContactFacts Facts = new(
        ContactChannel.Call, ContactDirection.Outgoing, ContactParty.Carer, null, null, Context.Now.AddHours(-3), 10, ContactOutcome.Reached);

    private static readonly RecordContact Record = new(Person, Facts, new("Sa fille", " Tout va bien "));
    private static readonly ContactRecorded Recorded = new(Person, Context.Actor.Professional!.Value, Facts, Text("Sa fille"), Text("Tout va bien"));

    private readonly Specification<RecordedContact, ContactEvent> _spec = new(RecordedContact.Evolve);

    [Fact]
    public void Given_a_call_hours_ago_When_recorded_Then_its_time_and_sealed_words_are_kept() => _spec.When(Record, RecordContact.Decide).Then(Recorded);

    [Fact]
    public void Given_a_contact_When_recorded_again_Then_nothing() => _spec.Given(Recorded).When(Record, RecordContact.Decide).ThenNothing();

    [Fact]
    public void Given_the_platform_When_it_records_Then_refused() =>
        _spec.When(Record, RecordContact.Decide, Context with { Actor = Actor.Platform }).ThenRefused(new ContactNeedsProfessional());

    [Fact]
    public void Given_a_time_that_cannot_be_When_recorded_or_corrected_Then_refused()
    {
        foreach (var (at, rule) in new[] { (Context.Now.AddMinutes(1), "NOT_IN_FUTURE"), (Context.Now.AddYears(-2), "WITHIN_A_YEAR") })
        {
            new Specification<RecordedContact, ContactEvent>(RecordedContact.Evolve).When(Record with { Facts = Facts with { At = at } }, RecordContact.Decide)
                .ThenRefused(new InvalidCommand("at", rule));
            new Specification<RecordedContact, ContactEvent>(RecordedContact.Evolve).Given(Recorded)
                .When(new CorrectContact(Person, Facts with { At = at }, Record.Words), CorrectContact.Decide).ThenRefused(new InvalidCommand("at", rule));
        }
    }

    [Fact]
    public void Given_a_contact_When_corrected_Then_a_new_fact_stands_beside_the_old_one()
    {
        var right = new ContactRecordCorrected(Facts with { Minutes = 25 }, null, Text("Elle est tombée"));
        _spec.Given(Recorded).When(new CorrectContact(Person, Facts with { Minutes = 25 }, new(null, "Elle est tombée")), CorrectContact.Decide).Then(right);
        _spec.Given(right).ThenState(new(Person, Recorded.By, right.Facts, null, right.Text, 1, false));
    }

    [Fact]
    public void Given_a_contact_When_corrected_to_what_it_is_Then_nothing() =>
        _spec.Given(Recorded).When(new CorrectContact(Person, Facts, Record.Words), CorrectContact.Decide).ThenNothing();

    [Fact]
    public void Given_another_person_When_her_contact_is_named_Then_not_found()
    {
        _spec.Given(Recorded).When(new CorrectContact(Other, Facts, Record.Words), CorrectContact.Decide).ThenRefused(new RecordedContactNotFound());
        _spec.When(new WithdrawContact(Other), WithdrawContact.Decide).ThenRefused(new RecordedContactNotFound());
    }

    [Fact]
    public void Given_a_contact_that_did_not_take_place_When_withdrawn_Then_it_is_corrected_no_more()
    {
        _spec.Given(Recorded).When(new WithdrawContact(Person), WithdrawContact.Decide).Then(new ContactWithdrawn());
        _spec.Given(new ContactWithdrawn()).When(new CorrectContact(Person, Facts, new(null, null)), CorrectContact.Decide).ThenRefused(new ContactIsWithdrawn());
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(1440, true)]
    [InlineData(1441, false)]
    public void Given_minutes_When_checked_Then_a_day_at_most(int minutes, bool valid)
    {
        var result = new RecordContactValidator().Validate(Record with { Facts = Facts with { Minutes = minutes } });
        result.IsValid.ShouldBe(valid);
        result.Errors.Select(e => e.PropertyName).ShouldBe(valid ? [] : ["minutes"]);
    }

    [Fact]
    public void Given_any_sequence_of_commands_When_each_is_decided_twice_Then_it_counts_once() =>
        CommandSequences.DecideTwiceIsDecideOnce<RecordedContact, ContactEvent>(
            RecordedContact.Evolve, null, Step(Record, RecordContact.Decide), Step(new CorrectContact(Person, Facts with { Minutes = 5 }, new(null, "a")), CorrectContact.Decide),
            Step(new CorrectContact(Person, Facts, new("b", null)), CorrectContact.Decide), Step(new WithdrawContact(Person), WithdrawContact.Decide));

    private static Protected<string> Text(string text) => Protected<string>.Of(Person, text);

    private static Step<RecordedContact> Step<T>(T command, Func<T, RecordedContact?, CommandContext, Decision> decide)
        where T : notnull => new(command, state => decide(command, state, Context));
}
