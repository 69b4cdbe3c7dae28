using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Coordination.Tests.Kernel;
using Record = Coordination.Domain.CareRecord.CareRecord;

namespace Coordination.Tests.CareRecord;

/// <summary>A record that leaves its territory (DOMAIN AG4 TransfererDossier).</summary>
public sealed class TransferSpecs
{
    private static readonly Guid Id = new("e0000000-0000-4000-8000-000000000001");
    private static readonly PersonId Person = new(new Guid("b0000000-0000-4000-8000-000000000001"));
    private static readonly CommandContext Context = Specification<Record, CareRecordEvent>.Context;
    private static readonly DateOnly Today = Context.Today;
    private static readonly TransferParts Parts = TransferParts.Of([TransferPart.Situation, TransferPart.Contacts]);
    private static readonly CareRecordOpened Opened = new(Person, new CommuneCode("47001"), Today.AddDays(-200));
    private static readonly CareRecordClosed Closed = new(ClosingReason.Transferred, Today, true, false, null);
    private static readonly CareRecordTransferred Left = new(Id, new("dac-33"), Today, Parts, null);
    private static readonly TransferCareRecord Transfer = new(Id, new("dac-33"), true, Today, true, Parts, null, []);
    private static readonly ClosingBlocker Task = new(BlockerKind.Task, new Guid("e0000000-0000-4000-8000-000000000002"));

    private readonly Specification<Record, CareRecordEvent> _spec = new(Record.Evolve);

    [Fact]
    public void Given_an_open_record_When_transferred_Then_closed_for_that_and_cited() =>
        _spec.Given(Opened).When(Transfer with { Reason = " elle rejoint sa fille " }, TransferCareRecord.Decide)
            .Then(Closed, Left with { Reason = Protected<string>.Of(Person, "elle rejoint sa fille") });

    [Fact]
    public void Given_no_record_When_transferred_Then_refused() => _spec.When(Transfer, TransferCareRecord.Decide).ThenRefused(new CareRecordNotFound());

    [Fact]
    public void Given_the_same_transfer_When_sent_again_Then_nothing() => _spec.Given(Opened, Closed, Left).When(Transfer, TransferCareRecord.Decide).ThenNothing();

    [Fact]
    public void Given_a_closed_record_When_transferred_Then_refused() =>
        _spec.Given(Opened, Closed with { Reason = ClosingReason.Moved }).When(Transfer, TransferCareRecord.Decide).ThenRefused(new CareRecordIsClosed());

    [Fact]
    public void Given_an_opposition_that_suspends_When_transferred_Then_refused() =>
        _spec.Given(Opened, new CareRecordSuspended()).When(Transfer, TransferCareRecord.Decide).ThenRefused(new CareRecordIsSuspended());

    [Fact]
    public void Given_its_own_territory_When_transferred_there_Then_refused() =>
        _spec.Given(Opened).When(Transfer with { Target = Context.Territory }, TransferCareRecord.Decide).ThenRefused(new InvalidCommand("target", "OTHER_TERRITORY"));

    [Fact]
    public void Given_an_unknown_territory_When_transferred_there_Then_refused() =>
        _spec.Given(Opened).When(Transfer with { TargetIsKnown = false }, TransferCareRecord.Decide).ThenRefused(new InvalidCommand("target", "UNKNOWN_TERRITORY"));

    [Fact]
    public void Given_a_day_to_come_When_the_person_is_to_be_informed_then_Then_refused() =>
        _spec.Given(Opened).When(Transfer with { InformedOn = Today.AddDays(1) }, TransferCareRecord.Decide).ThenRefused(new InvalidCommand("informedOn", "NOT_IN_FUTURE"));

    [Fact]
    public void Given_a_person_who_opposes_When_transferred_Then_refused() =>
        _spec.Given(Opened).When(Transfer with { NotOpposed = false }, TransferCareRecord.Decide).ThenRefused(new InvalidCommand("notOpposed", "PERSON_INFORMED_AND_NOT_OPPOSED"));

    [Fact]
    public void Given_something_open_When_transferred_Then_refused_with_exactly_that() =>
        _spec.Given(Opened).When(Transfer with { Blockers = [Task] }, TransferCareRecord.Decide).ThenRefused(new CareRecordNotClosable([Task]));

    [Fact]
    public void Given_an_open_record_When_closed_for_a_transfer_without_one_Then_refused() =>
        _spec.Given(Opened).When(new CloseCareRecord(ClosingReason.Transferred, Today, true, false, null, []), CloseCareRecord.Decide).ThenRefused(new InvalidCommand("reason", "BY_TRANSFER"));

    [Fact]
    public void Given_a_transfer_awaited_When_answered_Then_noted_once()
    {
        var answer = new RecordTransferAnswer(Id, Today, TransferRefusal.NotReached);
        _spec.Given(Opened, Closed, Left).When(answer, RecordTransferAnswer.Decide).Then(new CareRecordTransferAnswered(Id, Today, TransferRefusal.NotReached));
        _spec.Given(new CareRecordTransferAnswered(Id, Today, TransferRefusal.NotReached)).When(answer, RecordTransferAnswer.Decide).ThenNothing();
    }

    [Fact]
    public void Given_another_transfer_When_an_answer_comes_Then_nothing() =>
        _spec.Given(Opened, Closed, Left).When(new RecordTransferAnswer(Guid.NewGuid(), Today, null), RecordTransferAnswer.Decide).ThenNothing();

    [Fact]
    public void Given_a_transfer_awaited_When_reopened_Then_refused() =>
        _spec.Given(Opened, Closed, Left).When(new ReopenCareRecord(null), ReopenCareRecord.Decide).ThenRefused(new TransferStands());

    [Fact]
    public void Given_a_transfer_accepted_When_reopened_Then_refused() =>
        _spec.Given(Opened, Closed, Left, new CareRecordTransferAnswered(Id, Today, null)).When(new ReopenCareRecord(null), ReopenCareRecord.Decide).ThenRefused(new TransferStands());

    [Fact]
    public void Given_a_transfer_refused_When_reopened_Then_the_follow_up_goes_on_and_the_transfer_is_history()
    {
        CareRecordEvent[] facts = [Opened, Closed, Left, new CareRecordTransferAnswered(Id, Today, TransferRefusal.NotReached)];
        _spec.Given(facts).When(new ReopenCareRecord(null), ReopenCareRecord.Decide).Then(new CareRecordReopened(null));
        var state = facts.Append(new CareRecordReopened(null)).Aggregate((Record?)null, Record.Evolve)!;
        state.Transfer.ShouldBeNull();
        state.Life.Status.ShouldBe(RecordStatus.Open);
    }

    [Fact]
    public void Given_a_transfer_accepted_When_she_comes_back_Then_a_new_follow_up_begins_at_once()
    {
        var back = new OpenCareRecord(Person, new CommuneCode("47001"), null, Today);
        _spec.Given(Opened, Closed, Left, new CareRecordTransferAnswered(Id, Today, null)).When(back, OpenCareRecord.Decide).Then(new CareRecordOpened(Person, new CommuneCode("47001"), Today));
    }

    [Fact]
    public void Given_a_transfer_awaited_When_another_record_is_opened_Then_refused() =>
        _spec.Given(Opened, Closed, Left).When(new OpenCareRecord(Person, new CommuneCode("47001"), null, Today), OpenCareRecord.Decide).ThenRefused(new CareRecordAlreadyOpen());
}
