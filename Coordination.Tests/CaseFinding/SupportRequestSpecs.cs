using Coordination.Domain.CaseFinding;
using Coordination.Domain.Discharge;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Coordination.Tests.Kernel;

namespace Coordination.Tests.CaseFinding;

public sealed class SupportRequestSpecs
{
    private static readonly PersonId Person = new(new Guid("b0000000-0000-4000-8000-000000000001"));
    private static readonly ProfessionalId Me = new(new Guid("a0000000-0000-4000-8000-000000000001"));
    private static readonly ProfessionalId Other = new(new Guid("a0000000-0000-4000-8000-000000000002"));
    private static readonly Finess Hospital = new("470000019");
    private static readonly CommuneCode Agen = new("47001");

    private static CommandContext Context => Specification<SupportRequest, SupportRequestEvent>.Context;

    private static ReturnAhead Ahead => new(Hospital, Context.Now.AddHours(72), DateReliability.Announced, DischargeDestination.Home, [CareNeed.Nursing]);

    private static RequestSupport Ask => new(Person, Agen, PersonInformation.Informed, Ahead, null, null);

    private static SupportRequested Asked => new(Hospital, RequestOrigin.HospitalSocialService, Me, Person, Agen, RequestUrgency.Normal, PersonInformation.Informed, Ahead, null, null);

    private readonly Specification<SupportRequest, SupportRequestEvent> _spec = new(SupportRequest.Evolve);

    [Fact]
    public void Given_nothing_When_asked_Then_in_the_queue() => _spec.When(Ask, RequestSupport.Decide).Then(Asked);

    [Theory]
    [InlineData(4, RequestUrgency.Critical)]
    [InlineData(4.1, RequestUrgency.Urgent)]
    [InlineData(48, RequestUrgency.Urgent)]
    [InlineData(48.1, RequestUrgency.Normal)]
    public void Given_the_time_left_When_asked_Then_the_urgency_follows(double hours, RequestUrgency urgency)
    {
        var ahead = Ahead with { ExpectedAt = Context.Now.AddHours(hours) };
        _spec.When(Ask with { Return = ahead }, RequestSupport.Decide).Then(Asked with { Return = ahead, Urgency = urgency });
    }

    [Fact]
    public void Given_an_opposition_When_somebody_is_named_Then_refused()
    {
        _spec.When(Ask with { Information = PersonInformation.Opposed }, RequestSupport.Decide).ThenRefused(new AnonymousRequestNamesSomebody());
        _spec.When(Ask with { Person = null }, RequestSupport.Decide).ThenRefused(new AnonymousRequestNamesSomebody());
    }

    [Fact]
    public void Given_an_opposition_When_nobody_is_named_Then_accepted_without_any_text() =>
        _spec.When(Ask with { Person = null, Information = PersonInformation.Opposed, ServiceContact = "x", Relative = "y" }, RequestSupport.Decide)
            .Then(Asked with { Person = null, Information = PersonInformation.Opposed });

    [Fact]
    public void Given_a_request_When_taken_Then_by_one_only()
    {
        _spec.Given(Asked).When(new TakeSupportRequest(), TakeSupportRequest.Decide).Then(new SupportRequestTaken(Hospital, Me));
        _spec.Given(new SupportRequestTaken(Hospital, Me)).When(new TakeSupportRequest(), TakeSupportRequest.Decide).ThenNothing();
        _spec.When(new TakeSupportRequest(), TakeSupportRequest.Decide, Context with { Actor = Actor.Of(Other) }).ThenRefused(new SupportRequestAlreadyTaken(Me));
    }

    [Fact]
    public void Given_a_withdrawn_request_When_taken_Then_refused_and_said_again_it_is_back()
    {
        _spec.Given(Asked, new SupportRequestWithdrawn(Hospital, null)).When(new TakeSupportRequest(), TakeSupportRequest.Decide).ThenRefused(new SupportRequestClosed());
        _spec.When(Ask, RequestSupport.Decide).Then(new SupportRequestRestated(Hospital, RequestUrgency.Normal, PersonInformation.Informed, Ahead, null, null));
    }

    [Fact]
    public void Given_any_sequence_of_commands_When_each_is_decided_twice_Then_it_counts_once()
    {
        CommandSequences.DecideTwiceIsDecideOnce<SupportRequest, SupportRequestEvent>(
            SupportRequest.Evolve,
            null,
            Step(Ask, RequestSupport.Decide),
            Step(Ask with { Return = Ahead with { Needs = [] }, ServiceContact = "x" }, RequestSupport.Decide),
            Step(new MarkSupportRequestSeen(), MarkSupportRequestSeen.Decide),
            Step(new TakeSupportRequest(), TakeSupportRequest.Decide),
            Step(new WithdrawSupportRequest("r"), WithdrawSupportRequest.Decide));

        Step<SupportRequest> Step<T>(T command, Func<T, SupportRequest?, CommandContext, Decision> decide) where T : notnull =>
            new(command, state => decide(command, state, Context));
    }
}
