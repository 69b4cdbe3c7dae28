using Coordination.Domain.Assessment;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Coordination.Tests.Kernel;

namespace Coordination.Tests.Assessment;

/// <summary>Assessments: who, with which grid, answered, validated, corrected (DOMAIN AG16).</summary>
public sealed class AssessmentSpecs
{
    private static readonly PersonId Person = new(new Guid("b0000000-0000-4000-8000-000000000001"));
    private static readonly PersonId Somebody = new(new Guid("b0000000-0000-4000-8000-000000000002"));
    private static readonly ProfessionalId Nurse = new(new Guid("a0000000-0000-4000-8000-000000000004"));
    private static readonly CommandContext Context = Specification<PersonAssessment, AssessmentEvent>.Context;
    private static readonly DateOnly Today = Context.Today;
    private static readonly StartAssessment Start = new(Person, "AGGIR", Today.AddDays(-2), Nurse, false);
    private static readonly AssessmentStarted Started = new(Person, "AGGIR", 1, Today.AddDays(-2), Nurse);
    private static readonly Answers Transfers = new([new("TRANSFERS", "B")]);
    private static readonly Answers Lost = Everything("C");
    private static readonly Protected<string> Why = Protected<string>.Of(Person, "Vu avec la famille");

    private readonly Specification<PersonAssessment, AssessmentEvent> _spec = new(PersonAssessment.Evolve);

    [Fact]
    public void Given_nothing_When_started_Then_grid_version_day_and_assessor_are_kept() => _spec.When(Start, StartAssessment.Decide).Then(Started);

    [Fact]
    public void Given_no_assessor_When_started_Then_the_one_who_commands_assesses() =>
        _spec.When(Start with { Assessor = null }, StartAssessment.Decide).Then(Started with { Assessor = Context.Actor.Professional });

    [Fact]
    public void Given_a_self_assessment_When_started_Then_nobody_assesses_And_naming_somebody_is_refused()
    {
        _spec.When(Start with { Assessor = null, SelfAssessment = true }, StartAssessment.Decide).Then(Started with { Assessor = null });
        _spec.When(Start with { SelfAssessment = true }, StartAssessment.Decide).ThenRefused(new InvalidCommand("assessor", "SELF_ASSESSMENT"));
    }

    [Fact]
    public void Given_nobody_at_all_When_started_Then_refused() =>
        _spec.When(Start with { Assessor = null }, StartAssessment.Decide, Context with { Actor = Actor.Platform }).ThenRefused(new AssessorMissing());

    [Fact]
    public void Given_what_cannot_be_When_started_Then_the_field_is_named()
    {
        _spec.When(Start with { Grid = "NONE" }, StartAssessment.Decide).ThenRefused(new InvalidCommand("grid", "GRID_UNKNOWN"));
        _spec.When(Start with { On = Today.AddDays(1) }, StartAssessment.Decide).ThenRefused(new InvalidCommand("on", "NOT_IN_FUTURE"));
        _spec.When(Start with { On = new(1999, 12, 31) }, StartAssessment.Decide).ThenRefused(new InvalidCommand("on", "YEAR"));
    }

    [Fact]
    public void Given_a_draft_When_answered_Then_only_what_is_new_is_said()
    {
        _spec.Given(Started, new QuestionsAnswered(Transfers)).When(new AnswerAssessment(Person, Transfers), AnswerAssessment.Decide).ThenNothing();
        _spec.When(new AnswerAssessment(Person, new([new("TRANSFERS", "B"), new("INDOORS", "1011")])), AnswerAssessment.Decide).Then(new QuestionsAnswered(new([new("INDOORS", "1011")])));
        _spec.When(new AnswerAssessment(Person, new([new("TRANSFERS", null)])), AnswerAssessment.Decide).Then(new QuestionsAnswered(new([new("TRANSFERS", null)])));
    }

    [Theory]
    [InlineData("NONE", "A", "QUESTION_UNKNOWN")]
    [InlineData("TRANSFERS", "D", "ANSWER_NOT_OFFERED")]
    public void Given_an_answer_that_the_grid_does_not_have_When_sent_Then_refused(string question, string value, string rule) =>
        _spec.Given(Started).When(new AnswerAssessment(Person, new([new(question, value)])), AnswerAssessment.Decide).ThenRefused(new InvalidCommand("answers", rule));

    [Fact]
    public void Given_two_answers_to_one_question_When_sent_Then_refused() => _spec.Given(Started)
        .When(new AnswerAssessment(Person, new([new("TRANSFERS", "A"), new("TRANSFERS", "B")])), AnswerAssessment.Decide).ThenRefused(new InvalidCommand("answers", "QUESTION_TWICE"));

    [Fact]
    public void Given_an_assessment_of_somebody_else_When_commanded_Then_it_does_not_exist()
    {
        _spec.Given(Started).When(new AnswerAssessment(Somebody, Transfers), AnswerAssessment.Decide).ThenRefused(new AssessmentNotFound());
        _spec.When(new ValidateAssessment(Somebody, null), ValidateAssessment.Decide).ThenRefused(new AssessmentNotFound());
        _spec.When(new CorrectAssessment(Somebody, Transfers, "x"), CorrectAssessment.Decide).ThenRefused(new AssessmentNotFound());
    }

    [Fact]
    public void Given_part_of_the_answers_When_validated_Then_it_is_valid_and_marked_incomplete() =>
        _spec.Given(Started, new QuestionsAnswered(Transfers)).When(new ValidateAssessment(Person, null), ValidateAssessment.Decide).Then(new AssessmentValidated(false, null, null));

    [Fact]
    public void Given_every_answer_lost_When_validated_Then_GIR_1_with_its_code() => _spec.Given(Started, new QuestionsAnswered(Lost))
        .When(new ValidateAssessment(Person, " Vu avec la famille "), ValidateAssessment.Decide).Then(new AssessmentValidated(true, new Score(1, "MED-339"), Why));

    [Fact]
    public void Given_no_answer_When_validated_Then_refused() =>
        _spec.Given(Started).When(new ValidateAssessment(Person, null), ValidateAssessment.Decide).ThenRefused(new InvalidCommand("answers", "REQUIRED"));

    [Fact]
    public void Given_a_validated_one_When_answered_Then_refused_And_a_correction_says_why_with_the_new_score()
    {
        _spec.Given(Started, new QuestionsAnswered(Everything("A")), new AssessmentValidated(true, new Score(6, "MED-344"), null));
        _spec.When(new ValidateAssessment(Person, null), ValidateAssessment.Decide).ThenNothing();
        _spec.When(new AnswerAssessment(Person, Transfers), AnswerAssessment.Decide).ThenRefused(new AssessmentIsValidated());
        _spec.When(new CorrectAssessment(Person, Transfers, "Vu avec la famille"), CorrectAssessment.Decide)
            .Then(new AssessmentCorrected(Transfers, true, new Score(5, "MED-343"), Why));
        _spec.When(new CorrectAssessment(Person, new([new("TRANSFERS", "A")]), "x"), CorrectAssessment.Decide).ThenNothing();
        _spec.When(new CorrectAssessment(Person, new([new("NONE", "A")]), "x"), CorrectAssessment.Decide).ThenRefused(new InvalidCommand("answers", "QUESTION_UNKNOWN"));
    }

    [Fact]
    public void Given_a_draft_When_corrected_Then_refused() =>
        _spec.Given(Started).When(new CorrectAssessment(Person, Transfers, "x"), CorrectAssessment.Decide).ThenRefused(new AssessmentNotValidated());

    [Fact]
    public void Given_one_answer_When_a_correction_takes_it_back_Then_refused() => _spec
        .Given(Started, new QuestionsAnswered(Transfers), new AssessmentValidated(false, null, null))
        .When(new CorrectAssessment(Person, new([new("TRANSFERS", null)]), "x"), CorrectAssessment.Decide).ThenRefused(new InvalidCommand("answers", "REQUIRED"));

    [Fact]
    public void Given_flags_When_none_stands_with_another_Then_refused_And_they_are_kept_in_order()
    {
        var started = Started with { Grid = "SSIAD_SITUATION" };
        _spec.Given(started).When(new AnswerAssessment(Person, new([new("FLAGS", "GEN-365,R32")])), AnswerAssessment.Decide).ThenRefused(new InvalidCommand("answers", "ANSWER_NOT_OFFERED"));
        _spec.When(new AnswerAssessment(Person, new([new("FLAGS", "R15, R32")])), AnswerAssessment.Decide).Then(new QuestionsAnswered(new([new("FLAGS", "R32,R15")])));
    }

    [Fact]
    public void Given_a_group_notified_When_recorded_Then_once_per_decision()
    {
        var spec = new Specification<Autonomy, AutonomyEvent>(Autonomy.Evolve);
        spec.When(new RecordNotifiedGir(Person, 3, Today), RecordNotifiedGir.Decide).Then(new GirNotified(Person, 3, Today));
        spec.Given(new GirNotified(Person, 3, Today)).When(new RecordNotifiedGir(Person, 3, Today), RecordNotifiedGir.Decide).ThenNothing();
        spec.When(new RecordNotifiedGir(Person, 7, Today), RecordNotifiedGir.Decide).ThenRefused(new InvalidCommand("gir", "GIR_1_TO_6"));
        spec.When(new RecordNotifiedGir(Person, 2, Today.AddDays(1)), RecordNotifiedGir.Decide).ThenRefused(new InvalidCommand("on", "NOT_IN_FUTURE"));
        spec.When(new RecordNotifiedGir(Person, 2, new(1996, 1, 1)), RecordNotifiedGir.Decide).ThenRefused(new InvalidCommand("on", "YEAR"));
    }

    [Fact]
    public void Given_two_assessments_When_compared_Then_score_and_items_say_which_way()
    {
        var before = Fold(Started, new QuestionsAnswered(Everything("A")), new AssessmentValidated(true, new Score(6, "MED-344"), null));
        var after = Fold(Started, new QuestionsAnswered(Everything("A").With(Transfers)), new AssessmentValidated(true, new Score(5, "MED-343"), null));
        var trend = Trend.Of(before, after);
        (trend.Direction, trend.Difference).ShouldBe((TrendDirection.Worse, -1));
        trend.Items.ShouldBe([new ItemTrend("TRANSFERS", "A", "B", TrendDirection.Worse)]);
        Trend.Of(after, before).Direction.ShouldBe(TrendDirection.Improved);
        Trend.Of(before, before).Direction.ShouldBe(TrendDirection.Same);
    }

    [Fact]
    public void Given_own_questions_When_all_are_answered_Then_points_are_added_and_less_is_better()
    {
        var frailty = Grids.Latest("FRAILTY")!;
        var answers = new Answers([.. frailty.Questions.Select((q, i) => new Answer(q.Code, i < 2 ? "YES" : "NO"))]);
        frailty.Score(frailty, answers).ShouldBe(new Score(2));
        frailty.Score(frailty, answers.With(new([new("ALONE", null)]))).ShouldBeNull();
        frailty.HigherIsBetter.ShouldBeFalse();
    }

    [Fact]
    public void Given_any_sequence_of_commands_When_each_is_decided_twice_Then_it_counts_once() => CommandSequences.DecideTwiceIsDecideOnce<PersonAssessment, AssessmentEvent>(
        PersonAssessment.Evolve,
        state => (state.Score is null || state.Answers.Items.Length > 0).ShouldBeTrue(),
        Step(Start, StartAssessment.Decide),
        Step(new AnswerAssessment(Person, Transfers), AnswerAssessment.Decide),
        Step(new AnswerAssessment(Person, Lost), AnswerAssessment.Decide),
        Step(new AnswerAssessment(Person, new([new("TRANSFERS", null)])), AnswerAssessment.Decide),
        Step(new ValidateAssessment(Person, null), ValidateAssessment.Decide),
        Step(new CorrectAssessment(Person, Everything("A"), "x"), CorrectAssessment.Decide),
        Step(new CorrectAssessment(Person, Transfers, "x"), CorrectAssessment.Decide));

    private static Answers Everything(string value) => new([.. AggirGrid.Grid.Groups.Where(g => g.Scored).SelectMany(g => g.Questions).Select(q => new Answer(q.Code, value)).OrderBy(a => a.Question, StringComparer.Ordinal)]);

    private static PersonAssessment Fold(params AssessmentEvent[] facts) => facts.Aggregate((PersonAssessment?)null, PersonAssessment.Evolve)!;

    private static Step<PersonAssessment> Step<T>(T command, Func<T, PersonAssessment?, CommandContext, Decision> decide)
        where T : notnull => new(command, state => decide(command, state, Context));
}
