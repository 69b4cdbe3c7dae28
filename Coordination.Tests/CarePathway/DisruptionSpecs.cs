using Coordination.Domain.CarePathway;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Coordination.Tests.Kernel;

namespace Coordination.Tests.CarePathway;

public sealed class DisruptionSpecs
{
    private static readonly DateOnly Today = Specification<Disruption, DisruptionEvent>.Context.Today;
    private static readonly PersonId Person = new(new Guid("b0000000-0000-4000-8000-000000000001"));
    private static readonly DisruptionCodes Codes = new("HOUSING", "COST", null, "SAFETY");
    private static readonly ReportDisruption Report = new(Person, DisruptionNature.Rupture, Codes, new("47001"), Today, " Expulsion ");
    private static readonly DisruptionReported Reported = new(Person, DisruptionNature.Rupture, Codes, new("47001"), Today, Protected<string>.Of(Person, "Expulsion"));
    private static readonly DisruptionQualified Qualified = new(Codes);
    private static readonly DisruptionAnswered Answered = new(Protected<string>.Of(Person, "Hébergement"));

    private readonly Specification<Disruption, DisruptionEvent> _spec = new(Disruption.Evolve);
    private readonly Specification<DisruptionTypology, TypologyEvent> _typology = new(DisruptionTypology.Evolve);

    [Fact]
    public void Given_a_rupture_When_reported_Then_codes_are_plain_and_words_are_sealed() => _spec.When(Report, ReportDisruption.Decide).Then(Reported);

    [Fact]
    public void Given_one_that_is_reported_When_reported_again_Then_nothing() => _spec.Given(Reported).When(Report, ReportDisruption.Decide).ThenNothing();

    [Theory]
    [InlineData(1, "NOT_IN_FUTURE")]
    [InlineData(-400, "WITHIN_A_YEAR")]
    public void Given_a_day_that_cannot_be_When_reported_Then_refused(int days, string rule) =>
        _spec.When(Report with { NoticedOn = Today.AddDays(days) }, ReportDisruption.Decide).ThenRefused(new InvalidCommand("noticedOn", rule));

    [Fact]
    public void Given_what_is_not_qualified_When_answered_persisting_or_closed_Then_refused_unless_it_is_a_mistake()
    {
        _spec.Given(Reported).When(new AnswerDisruption(Person, "x"), AnswerDisruption.Decide).ThenRefused(new DisruptionNotQualified());
        _spec.When(new ConfirmPersistence(Person), ConfirmPersistence.Decide).ThenRefused(new DisruptionNotQualified());
        _spec.When(new CloseDisruption(Person, DisruptionClosing.Resolved), CloseDisruption.Decide).ThenRefused(new DisruptionNotQualified());
        _spec.When(new CloseDisruption(Person, DisruptionClosing.Mistake), CloseDisruption.Decide).Then(new DisruptionClosed(DisruptionClosing.Mistake));
    }

    [Fact]
    public void Given_a_report_When_qualified_answered_and_closed_Then_each_once()
    {
        _spec.Given(Reported).When(new QualifyDisruption(Person, Codes), QualifyDisruption.Decide).Then(Qualified);
        _spec.Given(Qualified).When(new QualifyDisruption(Person, Codes), QualifyDisruption.Decide).ThenNothing();
        _spec.When(new AnswerDisruption(Person, " Hébergement "), AnswerDisruption.Decide).Then(Answered);
        _spec.Given(Answered).When(new AnswerDisruption(Person, "x"), AnswerDisruption.Decide).ThenNothing();
        _spec.When(new CloseDisruption(Person, DisruptionClosing.Resolved), CloseDisruption.Decide).Then(new DisruptionClosed(DisruptionClosing.Resolved));
        _spec.Given(new DisruptionClosed(DisruptionClosing.Resolved)).When(new CloseDisruption(Person, DisruptionClosing.Resolved), CloseDisruption.Decide).ThenNothing();
        _spec.When(new QualifyDisruption(Person, Codes), QualifyDisruption.Decide).ThenRefused(new DisruptionIsClosed());
    }

    [Fact]
    public void Given_an_answer_When_it_persists_all_the_same_Then_another_answer_may_follow()
    {
        _spec.Given(Reported, Qualified, Answered).When(new ConfirmPersistence(Person), ConfirmPersistence.Decide).Then(new DisruptionPersists());
        _spec.Given(new DisruptionPersists()).When(new ConfirmPersistence(Person), ConfirmPersistence.Decide).ThenNothing();
        _spec.When(new AnswerDisruption(Person, "Hébergement"), AnswerDisruption.Decide).Then(Answered);
    }

    [Fact]
    public void Given_somebody_elses_When_treated_Then_not_found() =>
        _spec.Given(Reported).When(new ConfirmPersistence(new(Guid.Empty)), ConfirmPersistence.Decide).ThenRefused(new DisruptionNotFound());

    [Fact]
    public void Given_a_territory_that_decided_nothing_When_codes_are_checked_Then_the_platforms_are_offered()
    {
        DisruptionTypology.Default.Problem(Codes).ShouldBeNull();
        DisruptionTypology.Default.Problem(Codes with { Type = "X" }).ShouldBe(new InvalidCommand("type", "UNKNOWN_CODE"));
        DisruptionTypology.Default.Problem(Codes with { Cause = "HOUSING" }).ShouldBe(new InvalidCommand("cause", "UNKNOWN_CODE"));
        DisruptionTypology.Default.Problem(Codes with { Resource = "X" }).ShouldBe(new InvalidCommand("resource", "UNKNOWN_CODE"));
        DisruptionTypology.Default.Problem(Codes with { Prejudice = "X" }).ShouldBe(new InvalidCommand("prejudice", "UNKNOWN_CODE"));
    }

    [Fact]
    public void Given_a_code_of_its_own_When_defined_retired_and_defined_again_Then_each_is_said_once_and_what_stood_may_stand()
    {
        var define = new DefineTypologyCode(TypologyDimension.Type, "TRANSPORT_GAP", " Sans transport ");
        var defined = new TypologyCodeDefined(TypologyDimension.Type, "TRANSPORT_GAP", "Sans transport");
        var retired = new TypologyCodeRetired(TypologyDimension.Type, "TRANSPORT_GAP");
        _typology.When(define, DefineTypologyCode.Decide).Then(defined);
        _typology.Given(defined).When(define, DefineTypologyCode.Decide).ThenNothing();
        _typology.When(new RetireTypologyCode(TypologyDimension.Type, "TRANSPORT_GAP"), RetireTypologyCode.Decide).Then(retired);
        _typology.Given(retired).When(new RetireTypologyCode(TypologyDimension.Type, "TRANSPORT_GAP"), RetireTypologyCode.Decide).ThenNothing();
        _typology.When(define, DefineTypologyCode.Decide).Then(defined);
        var typology = DisruptionTypology.Evolve(DisruptionTypology.Evolve(null, defined), retired);
        typology.Problem(Codes with { Type = "TRANSPORT_GAP" }).ShouldNotBeNull();
        typology.Problem(Codes with { Type = "TRANSPORT_GAP" }, Codes with { Type = "TRANSPORT_GAP" }).ShouldBeNull();
    }

    [Fact]
    public void Given_no_such_code_When_retired_Then_not_found() =>
        _typology.When(new RetireTypologyCode(TypologyDimension.Cause, "NONE_SUCH"), RetireTypologyCode.Decide).ThenRefused(new TypologyCodeNotFound());

    [Theory]
    [InlineData("TRANSPORT_GAP", true)]
    [InlineData("transport", false)]
    [InlineData("T", false)]
    [InlineData("TRANSPORT\n", false)]
    public void Given_a_code_When_checked_Then_capital_letters_digits_and_underscores(string code, bool valid) =>
        new DefineTypologyCodeValidator().Validate(new DefineTypologyCode(TypologyDimension.Type, code, "x")).IsValid.ShouldBe(valid);

    [Fact]
    public void Given_any_sequence_of_commands_When_each_is_decided_twice_Then_it_counts_once() =>
        CommandSequences.DecideTwiceIsDecideOnce<Disruption, DisruptionEvent>(
            Disruption.Evolve, null, Step(Report, ReportDisruption.Decide), Step(new QualifyDisruption(Person, Codes), QualifyDisruption.Decide),
            Step(new QualifyDisruption(Person, Codes with { Cause = "DELAY" }), QualifyDisruption.Decide), Step(new AnswerDisruption(Person, "x"), AnswerDisruption.Decide),
            Step(new ConfirmPersistence(Person), ConfirmPersistence.Decide), Step(new CloseDisruption(Person, DisruptionClosing.Resolved), CloseDisruption.Decide),
            Step(new CloseDisruption(Person, DisruptionClosing.Mistake), CloseDisruption.Decide));

    private static Step<Disruption> Step<T>(T command, Func<T, Disruption?, CommandContext, Decision> decide)
        where T : notnull => new(command, state => decide(command, state, Specification<Disruption, DisruptionEvent>.Context));
}
