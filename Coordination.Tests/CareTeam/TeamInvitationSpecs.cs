using Coordination.Domain.CareTeam;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Coordination.Tests.Kernel;

namespace Coordination.Tests.CareTeam;

public sealed class TeamInvitationSpecs
{
    private static readonly PersonId Person = new(new Guid("b0000000-0000-4000-8000-000000000001"));
    private static readonly ProfessionalId Me = Specification<TeamInvitation, TeamInvitationEvent>.Context.Actor.Professional!.Value;
    private static readonly DateTimeOffset Now = Specification<TeamInvitation, TeamInvitationEvent>.Context.Now;
    private static readonly InviteMember Invite = new(Person, Me, null, TeamRole.TeamMember, LegalCase.RecognisedByPerson, null, null);
    private static readonly MemberInvited Invited = new(Person, Me, null, TeamRole.TeamMember, LegalCase.RecognisedByPerson, null, Now.AddDays(15));
    private static readonly InvitationDeclined Declined = new(Person, Me, Protected<string>.Of(Person, "Complet"));
    private static readonly CommandContext Platform = Specification<TeamInvitation, TeamInvitationEvent>.Context with { Actor = Actor.Platform };

    private readonly Specification<TeamInvitation, TeamInvitationEvent> _spec = new(TeamInvitation.Evolve);

    [Fact]
    public void Given_nothing_When_invited_Then_fifteen_days_are_left() => _spec.When(Invite, InviteMember.Decide).Then(Invited);

    [Fact]
    public void Given_an_invitation_When_sent_again_Then_refused() => _spec.Given(Invited).When(Invite, InviteMember.Decide).ThenRefused(new InvitationIsOpen());

    [Fact]
    public void Given_a_membership_that_ends_sooner_When_invited_Then_the_answer_is_awaited_no_longer() =>
        _spec.When(Invite with { Until = Now.AddDays(5) }, InviteMember.Decide).Then(Invited with { Until = Now.AddDays(5), ExpiresAt = Now.AddDays(5) });

    [Fact]
    public void Given_what_cannot_be_When_invited_Then_the_field_is_named()
    {
        _spec.When(Invite with { ExpiresAt = Now }, InviteMember.Decide).ThenRefused(new InvalidCommand("expiresAt", "IN_THE_FUTURE"));
        _spec.When(Invite with { ExpiresAt = Now.AddDays(91) }, InviteMember.Decide).ThenRefused(new InvalidCommand("expiresAt", "AT_MOST_90_DAYS"));
        _spec.When(Invite with { Until = Now }, InviteMember.Decide).ThenRefused(new InvalidCommand("until", "IN_THE_FUTURE"));
        _spec.When(Invite with { Excluded = true }, InviteMember.Decide).ThenRefused(new InvalidCommand("professional", "EXCLUDED_BY_PERSON"));
        _spec.When(Invite with { Professional = null, Structure = Finess.Parse("470990011"), Role = TeamRole.PrincipalPhysician }, InviteMember.Decide)
            .ThenRefused(new InvalidCommand("role", "NOT_FOR_A_STRUCTURE"));
        new InviteMemberValidator().Validate(Invite with { Structure = Finess.Parse("470990011") }).Errors.ShouldHaveSingleItem().ErrorCode.ShouldBe("PROFESSIONAL_OR_STRUCTURE");
        new InviteMemberValidator().Validate(Invite with { Professional = null }).Errors.ShouldHaveSingleItem().ErrorCode.ShouldBe("PROFESSIONAL_OR_STRUCTURE");
    }

    [Fact]
    public void Given_an_invitation_When_accepted_Then_once_and_in_time()
    {
        _spec.When(new AcceptInvitation(), AcceptInvitation.Decide).ThenRefused(new InvitationNotFound());
        _spec.Given(Invited).When(new AcceptInvitation(), AcceptInvitation.Decide, Platform).ThenRefused(new NotAProfessional());
        _spec.When(new AcceptInvitation(), AcceptInvitation.Decide, Specification<TeamInvitation, TeamInvitationEvent>.Context with { Now = Now.AddDays(15) }).ThenRefused(new InvitationRanOut());
        _spec.When(new AcceptInvitation(), AcceptInvitation.Decide).Then(new InvitationAccepted(Person, Me));
        _spec.Given(new InvitationAccepted(Person, Me)).When(new AcceptInvitation(), AcceptInvitation.Decide).ThenNothing();
        _spec.When(new WithdrawInvitation(), WithdrawInvitation.Decide).ThenRefused(new InvitationAnswered());
    }

    [Fact]
    public void Given_an_invitation_When_declined_Then_with_the_reason_even_when_it_ran_out()
    {
        _spec.When(new DeclineInvitation("x"), DeclineInvitation.Decide).ThenRefused(new InvitationNotFound());
        _spec.Given(Invited).When(new DeclineInvitation("x"), DeclineInvitation.Decide, Platform).ThenRefused(new NotAProfessional());
        _spec.When(new DeclineInvitation(" Complet "), DeclineInvitation.Decide, Specification<TeamInvitation, TeamInvitationEvent>.Context with { Now = Now.AddDays(15) }).Then(Declined);
        _spec.Given(Declined).When(new DeclineInvitation("x"), DeclineInvitation.Decide).ThenNothing();
        _spec.When(new AcceptInvitation(), AcceptInvitation.Decide).ThenRefused(new InvitationAnswered());
    }

    [Fact]
    public void Given_an_invitation_When_withdrawn_Then_it_is_over()
    {
        _spec.When(new WithdrawInvitation(), WithdrawInvitation.Decide).ThenRefused(new InvitationNotFound());
        _spec.Given(Invited).When(new WithdrawInvitation(), WithdrawInvitation.Decide).Then(new InvitationWithdrawn(Person));
        _spec.Given(new InvitationWithdrawn(Person)).When(new WithdrawInvitation(), WithdrawInvitation.Decide).ThenNothing();
        _spec.When(new DeclineInvitation("x"), DeclineInvitation.Decide).ThenRefused(new InvitationAnswered());
    }

    [Fact]
    public void Given_time_When_nobody_answers_Then_it_ran_out_by_itself()
    {
        var invitation = TeamInvitation.Evolve(null, Invited);
        invitation.StatusAt(Now.AddDays(14)).ShouldBe(InvitationStatus.Sent);
        invitation.StatusAt(Now.AddDays(15)).ShouldBe(InvitationStatus.RanOut);
        TeamInvitation.Evolve(invitation, Declined).StatusAt(Now.AddDays(16)).ShouldBe(InvitationStatus.Declined);
    }
}
