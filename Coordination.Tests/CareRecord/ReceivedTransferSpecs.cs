using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Coordination.Tests.Kernel;
using Record = Coordination.Domain.CareRecord.CareRecord;

namespace Coordination.Tests.CareRecord;

/// <summary>A record of another territory that arrives: it is answered once, and goes on as a record of its own.</summary>
public sealed class ReceivedTransferSpecs
{
    private static readonly Guid Id = new("e0000000-0000-4000-8000-000000000001");
    private static readonly PersonId Newcomer = new(new Guid("b0000000-0000-4000-8000-000000000001"));
    private static readonly PersonId Known = new(new Guid("b0000000-0000-4000-8000-000000000002"));
    private static readonly ProfessionalId Kept = new(new Guid("a0000000-0000-4000-8000-000000000003"));
    private static readonly DateOnly Today = Specification<Record, CareRecordEvent>.Context.Today;
    private static readonly TransferParts Parts = TransferParts.Of([TransferPart.Situation]);
    private static readonly TransferReceived Received = new(new("dac-33"), Id, Newcomer, Today, Parts, Protected<string>.Of(Newcomer, "{}"));
    private static readonly ReceiveCareRecord Receive = new(
        new(Newcomer, new("47001"), Kept, Today), Id, new("dac-33"), Today, new([SharingScope.MentalHealth], [Kept]),
        [new(SituationTopic.Housing, "au 3e sans ascenseur", [Kept])], [new(Id, ContactKind.TrustedPerson, "Sa fille", null, Today, null)]);
    private static readonly CareRecordEvent[] Arrived =
    [
        new CareRecordReceived(Id, new("dac-33")), new InformationRecorded(Today), new OppositionRecorded(SharingScope.MentalHealth), new ProfessionalExcluded(Kept),
        new ContactDesignated(Id, ContactKind.TrustedPerson, Protected<string>.Of(Newcomer, "Sa fille"), null, Today, null),
        new SituationStated(SituationTopic.Housing, Protected<string>.Of(Newcomer, "au 3e sans ascenseur")), new SituationMasked(SituationTopic.Housing, Kept),
    ];

    private readonly Specification<ReceivedTransfer, TransferEvent> _spec = new(ReceivedTransfer.Evolve);
    private readonly Specification<Record, CareRecordEvent> _record = new(Record.Evolve);

    [Fact]
    public void Given_nothing_When_it_arrives_Then_it_awaits_an_answer_and_arrives_once()
    {
        var command = new ReceiveTransfer(new("dac-33"), Id, Newcomer, Today, Parts, "{}");
        _spec.When(command, ReceiveTransfer.Decide).Then(Received);
        _spec.Given(Received).When(command, ReceiveTransfer.Decide).ThenNothing();
    }

    [Fact]
    public void Given_nothing_When_answered_Then_refused()
    {
        _spec.When(new AcceptTransfer(Newcomer, "{}"), AcceptTransfer.Decide).ThenRefused(new TransferNotFound());
        _spec.When(new RefuseTransfer(TransferRefusal.NotReached), RefuseTransfer.Decide).ThenRefused(new TransferNotFound());
    }

    [Fact]
    public void Given_an_arrival_When_taken_over_for_the_newcomer_Then_what_arrived_stays_under_its_key() =>
        _spec.Given(Received).When(new AcceptTransfer(Newcomer, "{}"), AcceptTransfer.Decide).Then(new TransferAccepted(Newcomer, Today, null));

    [Fact]
    public void Given_an_arrival_When_taken_over_for_somebody_known_Then_it_is_sealed_anew() =>
        _spec.Given(Received).When(new AcceptTransfer(Known, "{}"), AcceptTransfer.Decide).Then(new TransferAccepted(Known, Today, Protected<string>.Of(Known, "{}")));

    [Fact]
    public void Given_an_acceptance_When_given_again_Then_nothing_and_another_answer_is_refused()
    {
        _spec.Given(Received, new TransferAccepted(Newcomer, Today, null)).When(new AcceptTransfer(Newcomer, "{}"), AcceptTransfer.Decide).ThenNothing();
        _spec.When(new AcceptTransfer(Known, "{}"), AcceptTransfer.Decide).ThenRefused(new TransferIsAnswered());
        _spec.When(new RefuseTransfer(TransferRefusal.NotReached), RefuseTransfer.Decide).ThenRefused(new TransferIsAnswered());
    }

    [Fact]
    public void Given_an_arrival_When_refused_Then_noted_once_and_not_taken_over_after()
    {
        _spec.Given(Received).When(new RefuseTransfer(TransferRefusal.NotReached), RefuseTransfer.Decide).Then(new TransferRefused(TransferRefusal.NotReached, Today));
        _spec.Given(new TransferRefused(TransferRefusal.NotReached, Today)).When(new RefuseTransfer(TransferRefusal.NotReached), RefuseTransfer.Decide).ThenNothing();
        _spec.When(new AcceptTransfer(Newcomer, "{}"), AcceptTransfer.Decide).ThenRefused(new TransferIsAnswered());
    }

    [Fact]
    public void Given_nobody_When_a_record_is_received_Then_it_is_opened_with_what_came() =>
        _record.When(Receive, ReceiveCareRecord.Decide).Then([new CareRecordOpened(Newcomer, new("47001"), Today), new ReferentAssigned(Kept), .. Arrived]);

    [Fact]
    public void Given_it_was_received_When_again_Then_nothing() =>
        _record.Given([new CareRecordOpened(Newcomer, new("47001"), Today), .. Arrived]).When(Receive, ReceiveCareRecord.Decide).ThenNothing();

    [Fact]
    public void Given_an_open_record_When_another_arrives_Then_what_stands_stays() =>
        _record.Given(new CareRecordOpened(Newcomer, new("47001"), Today), new InformationRecorded(Today), new SituationStated(SituationTopic.Housing, Protected<string>.Of(Newcomer, "de plain-pied")))
            .When(Receive with { Will = new([], []), Contacts = [] }, ReceiveCareRecord.Decide).Then(new CareRecordReceived(Id, new("dac-33")));

    [Fact]
    public void Given_a_record_closed_lately_When_another_arrives_Then_the_follow_up_goes_on() =>
        _record.Given(new CareRecordOpened(Newcomer, new("47001"), Today.AddDays(-100)), new CareRecordClosed(ClosingReason.Moved, Today.AddDays(-10), true, false, null))
            .When(Receive, ReceiveCareRecord.Decide).Then([new CareRecordReopened(null), .. Arrived]);

    [Fact]
    public void Given_she_was_sent_away_and_taken_over_When_she_comes_back_Then_a_new_follow_up_begins() =>
        _record.Given(new CareRecordOpened(Newcomer, new("47001"), Today.AddDays(-100)), new CareRecordClosed(ClosingReason.Transferred, Today, true, false, null),
                new CareRecordTransferred(Guid.Empty, new("dac-33"), Today, Parts, null), new CareRecordTransferAnswered(Guid.Empty, Today, null))
            .When(Receive, ReceiveCareRecord.Decide).Then([new CareRecordOpened(Newcomer, new("47001"), Today), new ReferentAssigned(Kept), .. Arrived]);

    [Fact]
    public void Given_she_is_being_sent_away_When_a_record_of_hers_arrives_Then_refused() =>
        _record.Given(new CareRecordOpened(Newcomer, new("47001"), Today.AddDays(-100)), new CareRecordClosed(ClosingReason.Transferred, Today, true, false, null),
                new CareRecordTransferred(Guid.Empty, new("dac-33"), Today, Parts, null))
            .When(Receive, ReceiveCareRecord.Decide).ThenRefused(new CareRecordAlreadyOpen());

    [Fact]
    public void Given_an_opposition_that_suspends_When_a_record_arrives_Then_refused() =>
        _record.Given(new CareRecordOpened(Newcomer, new("47001"), Today), new CareRecordSuspended()).When(Receive, ReceiveCareRecord.Decide).ThenRefused(new CareRecordIsSuspended());
}
