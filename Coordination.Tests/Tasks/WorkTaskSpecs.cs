using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Coordination.Domain.Tasks;
using Coordination.Tests.Kernel;

namespace Coordination.Tests.Tasks;

public sealed class WorkTaskSpecs
{
    private static readonly PersonId Person = new(new Guid("b0000000-0000-4000-8000-000000000001"));
    private static readonly ProfessionalId Claire = new(new Guid("a0000000-0000-4000-8000-000000000001"));
    private static readonly ProfessionalId Marc = new(new Guid("a0000000-0000-4000-8000-000000000002"));
    private static readonly DateTimeOffset Now = Specification<WorkTask, TaskEvent>.Context.Now;
    private static readonly DateOnly Today = Specification<WorkTask, TaskEvent>.Context.Today;
    private static readonly CreateTask Create = new(Person, Person, TaskKind.Call, " Rappeler ", Claire, Now.AddDays(2), Today.AddDays(1), new(TaskOriginKind.Alert, Guid.Empty));
    private static readonly TaskCreated Created = new(Person, TaskKind.Call, Text("Rappeler"), Claire, Now.AddDays(2), Today.AddDays(1), new(TaskOriginKind.Alert, Guid.Empty));
    private static readonly Awaiting FromMarc = new(Marc, null, null, Today.AddDays(3));
    private static readonly AwaitTask Await = new(Marc, null, null, Today.AddDays(3));

    private readonly Specification<WorkTask, TaskEvent> _spec = new(WorkTask.Evolve);

    [Fact]
    public void Given_nothing_When_a_task_is_given_Then_its_title_is_trimmed_and_sealed_for_the_person() => _spec.When(Create, CreateTask.Decide).Then(Created);

    [Fact]
    public void Given_a_task_When_given_again_Then_nothing() => _spec.Given(Created).When(Create, CreateTask.Decide).ThenNothing();

    [Theory]
    [InlineData(-1, null, "dueAt", "NOT_IN_PAST")]
    [InlineData(800, null, "dueAt", "WITHIN_TWO_YEARS")]
    [InlineData(null, -1, "remindOn", "NOT_IN_PAST")]
    [InlineData(null, 800, "remindOn", "WITHIN_TWO_YEARS")]
    [InlineData(1, 2, "remindOn", "NOT_AFTER_DUE")]
    public void Given_a_day_that_cannot_be_When_a_task_is_given_or_put_off_Then_the_field_is_named(int? due, int? remind, string field, string rule)
    {
        var (dueAt, remindOn) = (due is { } d ? Now.AddDays(d) : (DateTimeOffset?)null, remind is { } r ? Today.AddDays(r) : (DateOnly?)null);
        _spec.When(Create with { DueAt = dueAt, RemindOn = remindOn }, CreateTask.Decide).ThenRefused(new InvalidCommand(field, rule));
        if (dueAt is { } at)
            new Specification<WorkTask, TaskEvent>(WorkTask.Evolve).Given(Created).When(new PostponeTask(at, remindOn, PostponeReason.NoAnswer), PostponeTask.Decide)
                .ThenRefused(new InvalidCommand(field, rule));
    }

    [Fact]
    public void Given_a_task_When_awaited_Then_from_whom_and_until_when() => _spec.Given(Created).When(Await, AwaitTask.Decide).Then(new TaskAwaited(FromMarc));

    [Fact]
    public void Given_an_awaited_task_When_awaited_the_same_way_Then_nothing() => _spec.Given(Created, new TaskAwaited(FromMarc)).When(Await, AwaitTask.Decide).ThenNothing();

    [Theory]
    [InlineData(-1, "NOT_IN_PAST")]
    [InlineData(400, "WITHIN_A_YEAR")]
    public void Given_a_day_that_cannot_be_When_awaited_Then_refused(int days, string rule) =>
        _spec.Given(Created).When(Await with { Until = Today.AddDays(days) }, AwaitTask.Decide).ThenRefused(new InvalidCommand("until", rule));

    [Fact]
    public void Given_an_awaited_task_When_answered_Then_it_is_its_owners_again() =>
        _spec.Given(Created, new TaskAwaited(FromMarc), new TaskAnswered(null)).When(new AnswerTask(null), AnswerTask.Decide).ThenRefused(new TaskNotAwaited());

    [Fact]
    public void Given_an_answer_When_noted_Then_it_is_sealed() =>
        _spec.Given(Created, new TaskAwaited(FromMarc)).When(new AnswerTask(" oui "), AnswerTask.Decide).Then(new TaskAnswered(Text("oui")));

    [Fact]
    public void Given_a_task_When_put_off_Then_with_its_reason_and_counted()
    {
        var put = new TaskPostponed(Now.AddDays(9), null, PostponeReason.NotAvailable);
        _spec.Given(Created).When(new PostponeTask(Now.AddDays(9), null, PostponeReason.NotAvailable), PostponeTask.Decide).Then(put);
        WorkTask.Evolve(WorkTask.Evolve(null, Created), put).Postponed.ShouldBe(1);
    }

    [Fact]
    public void Given_a_task_When_handed_over_Then_once() => _spec.Given(Created, new TaskHandedOver(Marc)).When(new HandOverTask(Marc), HandOverTask.Decide).ThenNothing();

    [Fact]
    public void Given_a_task_When_handed_over_Then_to_the_other() => _spec.Given(Created).When(new HandOverTask(Marc), HandOverTask.Decide).Then(new TaskHandedOver(Marc));

    [Fact]
    public void Given_a_task_When_done_Then_with_its_outcome() =>
        _spec.Given(Created).When(new CompleteTask(TaskOutcome.Achieved, "ok"), CompleteTask.Decide).Then(new TaskCompleted(TaskOutcome.Achieved, Text("ok")));

    [Fact]
    public void Given_a_task_done_by_another_When_done_Then_nothing() =>
        _spec.Given(Created, new TaskCompleted(TaskOutcome.Achieved, null)).When(new CompleteTask(TaskOutcome.NotAchieved, null), CompleteTask.Decide).ThenNothing();

    [Fact]
    public void Given_a_cancelled_task_When_done_Then_refused() =>
        _spec.Given(Created, new TaskCancelled(TaskCancellation.NotNeeded)).When(new CompleteTask(TaskOutcome.Achieved, null), CompleteTask.Decide).ThenRefused(new TaskIsClosed());

    [Fact]
    public void Given_a_done_task_When_cancelled_Then_refused() =>
        _spec.Given(Created, new TaskCompleted(TaskOutcome.Achieved, null)).When(new CancelTask(TaskCancellation.Mistake), CancelTask.Decide).ThenRefused(new TaskIsClosed());

    [Fact]
    public void Given_a_task_When_cancelled_Then_with_its_reason() =>
        _spec.Given(Created).When(new CancelTask(TaskCancellation.Mistake), CancelTask.Decide).Then(new TaskCancelled(TaskCancellation.Mistake));

    [Fact]
    public void Given_a_done_task_When_reopened_Then_open_without_outcome()
    {
        _spec.Given(Created, new TaskCompleted(TaskOutcome.Achieved, null)).When(new ReopenTask(), ReopenTask.Decide).Then(new TaskReopened());
        _spec.Given(new TaskReopened()).ThenState(WorkTask.Evolve(null, Created));
    }

    [Fact]
    public void Given_no_task_When_treated_Then_not_found()
    {
        _spec.When(Await, AwaitTask.Decide).ThenRefused(new TaskNotFound());
        _spec.When(new AnswerTask(null), AnswerTask.Decide).ThenRefused(new TaskNotFound());
        _spec.When(new PostponeTask(Now, null, PostponeReason.NoAnswer), PostponeTask.Decide).ThenRefused(new TaskNotFound());
        _spec.When(new HandOverTask(Marc), HandOverTask.Decide).ThenRefused(new TaskNotFound());
        _spec.When(new CompleteTask(TaskOutcome.Achieved, null), CompleteTask.Decide).ThenRefused(new TaskNotFound());
        _spec.When(new CancelTask(TaskCancellation.Mistake), CancelTask.Decide).ThenRefused(new TaskNotFound());
        _spec.When(new ReopenTask(), ReopenTask.Decide).ThenRefused(new TaskNotFound());
    }

    [Theory]
    [InlineData(false, false, false)]
    [InlineData(true, false, true)]
    [InlineData(true, true, false)]
    public void Given_whom_is_awaited_When_checked_Then_exactly_one_is_named(bool professional, bool named, bool valid) =>
        new AwaitTaskValidator().Validate(new AwaitTask(professional ? Marc : null, null, named ? "Mairie" : null, Today)).IsValid.ShouldBe(valid);

    [Fact]
    public void Given_any_sequence_of_commands_When_each_is_decided_twice_Then_it_counts_once_And_only_an_open_task_is_awaited() =>
        CommandSequences.DecideTwiceIsDecideOnce<WorkTask, TaskEvent>(
            WorkTask.Evolve,
            task => (task.Awaiting is null || task.Status is WorkStatus.Open).ShouldBeTrue(),
            Step(Create, CreateTask.Decide), Step(Await, AwaitTask.Decide), Step(new AnswerTask("x"), AnswerTask.Decide), Step(new HandOverTask(Marc), HandOverTask.Decide),
            Step(new HandOverTask(Claire), HandOverTask.Decide), Step(new PostponeTask(Now.AddDays(5), null, PostponeReason.Workload), PostponeTask.Decide),
            Step(new CompleteTask(TaskOutcome.Achieved, null), CompleteTask.Decide), Step(new CancelTask(TaskCancellation.NotNeeded), CancelTask.Decide), Step(new ReopenTask(), ReopenTask.Decide));

    private static Protected<string> Text(string text) => Protected<string>.Of(Person, text);

    private static Step<WorkTask> Step<T>(T command, Func<T, WorkTask?, CommandContext, Decision> decide)
        where T : notnull => new(command, state => decide(command, state, Specification<WorkTask, TaskEvent>.Context));
}
