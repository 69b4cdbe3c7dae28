using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Coordination.Domain.Rights;
using Coordination.Tests.Kernel;

namespace Coordination.Tests.Rights;

/// <summary>Benefits, protective measures and pieces (DOMAIN AG26, 5.10).</summary>
public sealed class RightsSpecs
{
    private static readonly PersonId Person = new(new Guid("b0000000-0000-4000-8000-000000000001"));
    private static readonly Guid Id = new("c0000000-0000-4000-8000-000000000001");
    private static readonly Guid Asked = new("e0000000-0000-4000-8000-000000000001");
    private static readonly CommandContext Context = Specification<RightsFile, RightsEvent>.Context;
    private static readonly DateOnly Today = Context.Today;
    private static readonly Finess Service = Finess.Parse("470000019");
    private static readonly Protected<string> Words = Protected<string>.Of(Person, "Dossier 12");
    private static readonly Protected<string> Blurred = Protected<string>.Of(Person, "Illisible");
    private static readonly RecordBenefit Record = new(Person, Id, BenefitKind.AutonomyAllowance, BenefitState.Granted, Today.AddYears(-1), Today.AddDays(30), " Dossier 12 ");
    private static readonly BenefitRecorded Recorded = new(Person, Id, BenefitKind.AutonomyAllowance, BenefitState.Granted, Today.AddYears(-1), Today.AddDays(30), Words);
    private static readonly RecordMeasure Measure = new(Person, Id, MeasureKind.Guardianship, MeasureScope.Goods, Service, null, Today.AddYears(-4), Today.AddYears(1));
    private static readonly MeasureRecorded Measured = new(Person, Id, MeasureKind.Guardianship, MeasureScope.Goods, Service, null, Today.AddYears(-4), Today.AddYears(1));
    private static readonly RequestPieces Request = new(Person, Asked, Id, [PieceKind.Income, PieceKind.Identity], Today.AddDays(40));
    private static readonly PiecesRequested Requested = new(Person, Asked, Id, [PieceKind.Identity, PieceKind.Income], Today, Today.AddDays(40));

    private readonly Specification<RightsFile, RightsEvent> _spec = new(RightsFile.Evolve);

    [Fact]
    public void Given_nothing_When_a_benefit_is_recorded_Then_its_reference_is_sealed_And_once_per_id()
    {
        _spec.When(Record, RecordBenefit.Decide).Then(Recorded);
        _spec.Given(Recorded).When(Record, RecordBenefit.Decide).ThenNothing();
    }

    [Fact]
    public void Given_what_cannot_be_When_a_benefit_is_recorded_Then_the_field_is_named()
    {
        _spec.When(Record with { Until = Today.AddYears(-2) }, RecordBenefit.Decide).ThenRefused(new InvalidCommand("until", "NOT_BEFORE_START"));
        _spec.When(Record with { From = new(1800, 1, 1) }, RecordBenefit.Decide).ThenRefused(new InvalidCommand("from", "YEAR"));
        _spec.When(Record with { Until = new(2201, 1, 1) }, RecordBenefit.Decide).ThenRefused(new InvalidCommand("until", "YEAR"));
        _spec.When(Record with { State = BenefitState.Renewed }, RecordBenefit.Decide).ThenRefused(new InvalidCommand("state", "RENEWED_BY_RENEWAL"));
    }

    [Fact]
    public void Given_a_benefit_When_changed_Then_what_is_new_is_said()
    {
        var change = new ChangeBenefit(Person, Id, BenefitState.Ended, Recorded.From, Recorded.Until, null);
        _spec.When(change, ChangeBenefit.Decide).ThenRefused(new BenefitNotFound());
        _spec.Given(Recorded).When(change, ChangeBenefit.Decide).Then(new BenefitChanged(Person, Id, BenefitState.Ended, Recorded.From, Recorded.Until, null));
        _spec.When(change with { State = BenefitState.Granted }, ChangeBenefit.Decide).ThenNothing();
        _spec.When(change with { State = BenefitState.Renewed }, ChangeBenefit.Decide).ThenRefused(new InvalidCommand("state", "RENEWED_BY_RENEWAL"));
        _spec.When(change with { Until = Today.AddYears(-3) }, ChangeBenefit.Decide).ThenRefused(new InvalidCommand("until", "NOT_BEFORE_START"));
    }

    [Fact]
    public void Given_a_granted_benefit_When_renewed_Then_its_new_end_stands()
    {
        var renew = new RenewBenefit(Person, Id, Today.AddYears(1));
        _spec.When(renew, RenewBenefit.Decide).ThenRefused(new BenefitNotFound());
        _spec.Given(Recorded).When(renew, RenewBenefit.Decide).Then(new BenefitRenewed(Person, Id, Today.AddYears(1)));
        _spec.When(renew with { Until = Today }, RenewBenefit.Decide).ThenRefused(new InvalidCommand("until", "AFTER_PRESENT_END"));
        _spec.When(renew with { Until = new(2300, 1, 1) }, RenewBenefit.Decide).ThenRefused(new InvalidCommand("until", "YEAR"));
        _spec.Given(new BenefitRenewed(Person, Id, Today.AddYears(1))).When(renew, RenewBenefit.Decide).ThenNothing();
        var refused = new Specification<RightsFile, RightsEvent>(RightsFile.Evolve);
        refused.Given(Recorded with { State = BenefitState.Refused }).When(renew, RenewBenefit.Decide).ThenRefused(new BenefitNotGranted());
    }

    [Fact]
    public void Given_a_measure_When_recorded_Then_once_And_decided_on_a_day_that_has_come()
    {
        _spec.When(Measure, RecordMeasure.Decide).Then(Measured);
        _spec.When(Measure with { DecidedOn = Today.AddDays(1) }, RecordMeasure.Decide).ThenRefused(new InvalidCommand("decidedOn", "NOT_IN_FUTURE"));
        _spec.When(Measure with { DecidedOn = new(1899, 1, 1) }, RecordMeasure.Decide).ThenRefused(new InvalidCommand("decidedOn", "YEAR"));
        _spec.When(Measure with { Until = Today.AddYears(-5) }, RecordMeasure.Decide).ThenRefused(new InvalidCommand("until", "NOT_BEFORE_START"));
        _spec.Given(Measured).When(Measure, RecordMeasure.Decide).ThenNothing();
        new RecordMeasureValidator().Validate(Measure with { Structure = null }).Errors.ShouldHaveSingleItem().PropertyName.ShouldBe("name");
    }

    [Fact]
    public void Given_a_measure_When_somebody_else_carries_it_out_or_it_is_renewed_Then_said_once()
    {
        var change = new ChangeRepresentative(Person, Id, null, "Dossier 12", Today);
        var renew = new RenewMeasure(Person, Id, Today, Today.AddYears(5));
        _spec.When(change, ChangeRepresentative.Decide).ThenRefused(new MeasureNotFound());
        _spec.When(renew, RenewMeasure.Decide).ThenRefused(new MeasureNotFound());
        _spec.Given(Measured).When(change, ChangeRepresentative.Decide).Then(new RepresentativeChanged(Person, Id, null, Words, Today));
        _spec.When(change with { On = Today.AddDays(1) }, ChangeRepresentative.Decide).ThenRefused(new InvalidCommand("on", "NOT_IN_FUTURE"));
        _spec.When(renew, RenewMeasure.Decide).Then(new MeasureRenewed(Person, Id, Today, Today.AddYears(5)));
        _spec.When(renew with { Until = Today }, RenewMeasure.Decide).ThenRefused(new InvalidCommand("until", "AFTER_PRESENT_END"));
        _spec.When(renew with { DecidedOn = Today.AddDays(1) }, RenewMeasure.Decide).ThenRefused(new InvalidCommand("decidedOn", "NOT_IN_FUTURE"));
        _spec.Given(new RepresentativeChanged(Person, Id, null, Words, Today), new MeasureRenewed(Person, Id, Today, Today.AddYears(5)))
            .When(change, ChangeRepresentative.Decide).ThenNothing();
        _spec.When(renew, RenewMeasure.Decide).ThenNothing();
    }

    [Fact]
    public void Given_a_measure_When_ended_Then_once_and_nothing_more_is_changed()
    {
        var end = new EndMeasure(Person, Id, Today);
        _spec.When(end, EndMeasure.Decide).ThenRefused(new MeasureNotFound());
        _spec.Given(Measured).When(end, EndMeasure.Decide).Then(new MeasureEnded(Person, Id, Today));
        _spec.When(end with { On = Today.AddDays(1) }, EndMeasure.Decide).ThenRefused(new InvalidCommand("on", "NOT_IN_FUTURE"));
        _spec.When(end with { On = Today.AddYears(-9) }, EndMeasure.Decide).ThenRefused(new InvalidCommand("on", "NOT_BEFORE_START"));
        _spec.Given(new MeasureEnded(Person, Id, Today)).When(end, EndMeasure.Decide).ThenNothing();
        _spec.When(end with { On = Today.AddDays(-1) }, EndMeasure.Decide).ThenRefused(new MeasureIsEnded());
        _spec.When(new RenewMeasure(Person, Id, Today, Today.AddYears(5)), RenewMeasure.Decide).ThenRefused(new MeasureIsEnded());
    }

    [Fact]
    public void Given_a_benefit_When_pieces_are_asked_for_Then_each_awaits_until_its_day()
    {
        _spec.When(Request, RequestPieces.Decide).ThenRefused(new BenefitNotFound());
        _spec.Given(Recorded).When(Request, RequestPieces.Decide).Then(Requested);
        _spec.When(Request with { Due = Today }, RequestPieces.Decide).ThenRefused(new InvalidCommand("due", "IN_THE_FUTURE"));
        _spec.When(Request with { Due = Today.AddDays(400) }, RequestPieces.Decide).ThenRefused(new InvalidCommand("due", "WITHIN_A_YEAR"));
        _spec.Given(Requested).When(Request, RequestPieces.Decide).ThenNothing();
        new RequestPiecesValidator().Validate(Request with { Pieces = [] }).Errors.ShouldHaveSingleItem().PropertyName.ShouldBe("pieces");
    }

    [Fact]
    public void Given_a_request_When_a_piece_is_given_Then_it_is_accepted_or_refused_with_a_reason_and_a_new_day()
    {
        var submit = new SubmitPiece(Person, Asked, PieceKind.Identity);
        var accept = new AcceptPiece(Person, Asked, PieceKind.Identity);
        var refuse = new RefusePiece(Person, Asked, PieceKind.Identity, "Illisible", Today.AddDays(50));
        _spec.When(submit, SubmitPiece.Decide).ThenRefused(new PieceNotRequested());
        _spec.When(accept, AcceptPiece.Decide).ThenRefused(new PieceNotRequested());
        _spec.When(refuse, RefusePiece.Decide).ThenRefused(new PieceNotRequested());
        _spec.Given(Recorded, Requested).When(accept, AcceptPiece.Decide).ThenRefused(new PieceNotReceived());
        _spec.When(refuse, RefusePiece.Decide).ThenRefused(new PieceNotReceived());
        _spec.When(submit, SubmitPiece.Decide).Then(new PieceReceived(Person, Asked, PieceKind.Identity, Today));
        _spec.Given(new PieceReceived(Person, Asked, PieceKind.Identity, Today)).When(submit, SubmitPiece.Decide).ThenNothing();
        _spec.When(refuse with { Due = Today }, RefusePiece.Decide).ThenRefused(new InvalidCommand("due", "IN_THE_FUTURE"));
        _spec.When(refuse, RefusePiece.Decide).Then(new PieceRefused(Person, Asked, PieceKind.Identity, Blurred, Today, Today.AddDays(50)));
        _spec.When(accept, AcceptPiece.Decide).Then(new PieceAccepted(Person, Asked, PieceKind.Identity));
        _spec.Given(new PieceAccepted(Person, Asked, PieceKind.Identity)).When(accept, AcceptPiece.Decide).ThenNothing();
        _spec.When(submit, SubmitPiece.Decide).ThenRefused(new PieceIsAccepted());
        new RefusePieceValidator().Validate(refuse with { Reason = "" }).Errors.ShouldHaveSingleItem().PropertyName.ShouldBe("reason");
    }

    [Theory]
    [InlineData(20, false)]
    [InlineData(21, true)]
    [InlineData(30, true)]
    public void Given_pieces_awaited_When_the_reminder_is_asked_Then_from_the_21st_day_and_once(int days, bool reminds)
    {
        var then = Context with { Now = Context.Now.AddDays(days) };
        _spec.Given(Recorded, Requested).When(new RemindPieces(Person, Asked), RemindPieces.Decide, then);
        if (!reminds)
        {
            _spec.ThenNothing();
            return;
        }

        _spec.Then(new PiecesReminded(Person, Asked, then.Today));
        _spec.Given(new PiecesReminded(Person, Asked, then.Today)).When(new RemindPieces(Person, Asked), RemindPieces.Decide, then).ThenNothing();
    }

    [Fact]
    public void Given_a_piece_refused_after_a_reminder_When_21_days_pass_Then_reminded_again_And_never_when_all_are_given()
    {
        var reminded = Today.AddDays(21);
        _spec.Given(Recorded, Requested, new PiecesReminded(Person, Asked, reminded), new PieceReceived(Person, Asked, PieceKind.Income, reminded),
            new PieceReceived(Person, Asked, PieceKind.Identity, reminded));
        _spec.When(new RemindPieces(Person, Asked), RemindPieces.Decide, Context with { Now = Context.Now.AddDays(200) }).ThenNothing();
        _spec.Given(new PieceRefused(Person, Asked, PieceKind.Identity, Blurred, reminded.AddDays(1), reminded.AddDays(40)));
        _spec.When(new RemindPieces(Person, Asked), RemindPieces.Decide, Context with { Now = Context.Now.AddDays(42) }).ThenNothing();
        _spec.When(new RemindPieces(Person, Asked), RemindPieces.Decide, Context with { Now = Context.Now.AddDays(43) }).Then(new PiecesReminded(Person, Asked, Today.AddDays(43)));
    }

    [Fact]
    public void Given_any_sequence_of_commands_When_each_is_decided_twice_Then_it_counts_once() => CommandSequences.DecideTwiceIsDecideOnce<RightsFile, RightsEvent>(
        RightsFile.Evolve,
        file => file.Requests.SelectMany(r => r.Pieces).All(p => (p.State is PieceState.Refused) == (p.Refusal is not null)).ShouldBeTrue(),
        Step(Record, RecordBenefit.Decide),
        Step(new ChangeBenefit(Person, Id, BenefitState.Ended, null, null, null), ChangeBenefit.Decide),
        Step(new RenewBenefit(Person, Id, Today.AddYears(2)), RenewBenefit.Decide),
        Step(Measure with { MeasureId = Asked }, RecordMeasure.Decide),
        Step(new EndMeasure(Person, Asked, Today), EndMeasure.Decide),
        Step(Request, RequestPieces.Decide),
        Step(new SubmitPiece(Person, Asked, PieceKind.Identity), SubmitPiece.Decide),
        Step(new RefusePiece(Person, Asked, PieceKind.Identity, "Illisible", Today.AddDays(50)), RefusePiece.Decide),
        Step(new AcceptPiece(Person, Asked, PieceKind.Identity), AcceptPiece.Decide),
        Step(new RemindPieces(Person, Asked), RemindPieces.Decide));

    private static Step<RightsFile> Step<T>(T command, Func<T, RightsFile?, CommandContext, Decision> decide)
        where T : notnull => new(command, state => decide(command, state, Context));
}
