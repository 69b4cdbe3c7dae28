using Coordination.Domain.CareTeam;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Coordination.Tests.Kernel;
using Team = Coordination.Domain.CareTeam.CareTeam;

namespace Coordination.Tests.CareTeam;

public sealed class CareTeamSpecs
{
    private static readonly PersonId Person = new(new Guid("b0000000-0000-4000-8000-000000000001"));
    private static readonly ProfessionalId Physician = new(new Guid("a0000000-0000-4000-8000-000000000003"));
    private static readonly ProfessionalId Nurse = new(new Guid("a0000000-0000-4000-8000-000000000004"));
    private static readonly DateTimeOffset Now = Specification<Team, CareTeamEvent>.Context.Now;
    private static readonly JoinCareTeam Join = new(Person, Nurse, TeamRole.TeamMember, LegalCase.RecognisedByPerson, null);
    private static readonly MemberJoined Joined = new(Person, Nurse, TeamRole.TeamMember, LegalCase.RecognisedByPerson, null);

    private readonly Specification<Team, CareTeamEvent> _spec = new(Team.Evolve);

    [Fact]
    public void Given_no_team_When_somebody_joins_Then_the_legal_case_is_kept() => _spec.When(Join, JoinCareTeam.Decide).Then(Joined);

    [Fact]
    public void Given_a_member_When_she_joins_again_Then_nothing() => _spec.Given(Joined).When(Join, JoinCareTeam.Decide).ThenNothing();

    [Fact]
    public void Given_a_member_When_her_ground_changes_Then_the_membership_changes() =>
        _spec.Given(Joined).When(Join with { Basis = LegalCase.Consent }, JoinCareTeam.Decide)
            .Then(new MembershipChanged(Person, Nurse, TeamRole.TeamMember, LegalCase.Consent, null));

    [Fact]
    public void Given_a_membership_that_ran_out_When_she_joins_again_Then_a_new_one_begins() =>
        _spec.Given(Joined with { Until = Now.AddMinutes(-1) }).When(Join, JoinCareTeam.Decide).Then(Joined);

    [Fact]
    public void Given_a_medecin_traitant_When_another_comes_Then_refused_with_who() =>
        _spec.Given(new MemberJoined(Person, Physician, TeamRole.PrincipalPhysician, LegalCase.RecognisedByPerson, null))
            .When(Join with { Role = TeamRole.PrincipalPhysician }, JoinCareTeam.Decide).ThenRefused(new PrincipalPhysicianExists(Physician));

    [Fact]
    public void Given_an_end_in_the_past_When_somebody_joins_Then_refused() =>
        _spec.When(Join with { Until = Now }, JoinCareTeam.Decide).ThenRefused(new InvalidCommand("until", "IN_THE_FUTURE"));

    [Fact]
    public void Given_nobody_When_somebody_leaves_Then_refused() =>
        _spec.Given(Joined).When(new LeaveCareTeam(Physician, LeaveReason.Ended), LeaveCareTeam.Decide).ThenRefused(new NotATeamMember());

    [Fact]
    public void Given_any_sequence_of_commands_When_each_is_decided_twice_Then_it_counts_once_and_one_principal_physician_stands() =>
        CommandSequences.DecideTwiceIsDecideOnce<Team, CareTeamEvent>(
            Team.Evolve,
            team => team.Members.Count(m => m.Role is TeamRole.PrincipalPhysician).ShouldBeLessThan(2),
            Step(Join, JoinCareTeam.Decide),
            Step(Join with { Role = TeamRole.PrincipalPhysician }, JoinCareTeam.Decide),
            Step(Join with { Professional = Physician, Role = TeamRole.PrincipalPhysician, Basis = LegalCase.OrganisedGroup }, JoinCareTeam.Decide),
            Step(new LeaveCareTeam(Nurse, LeaveReason.PersonsWish), LeaveCareTeam.Decide),
            Step(new LeaveCareTeam(Physician, LeaveReason.Ended), LeaveCareTeam.Decide));

    private static Step<Team> Step<T>(T command, Func<T, Team?, CommandContext, Decision> decide)
        where T : notnull => new(command, state => decide(command, state, Specification<Team, CareTeamEvent>.Context));
}
