using Coordination.Domain.CareTeam;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Coordination.Tests.Kernel;
using Team = Coordination.Domain.CareTeam.CareTeam;

namespace Coordination.Tests.CareTeam;

/// <summary>Dates, replacements, structures and relatives of a team.</summary>
public sealed class TeamMembersSpecs
{
    private static readonly PersonId Person = new(new Guid("b0000000-0000-4000-8000-000000000001"));
    private static readonly ProfessionalId Physician = new(new Guid("a0000000-0000-4000-8000-000000000003"));
    private static readonly ProfessionalId Nurse = new(new Guid("a0000000-0000-4000-8000-000000000004"));
    private static readonly ProfessionalId Me = Specification<Team, CareTeamEvent>.Context.Actor.Professional!.Value;
    private static readonly Finess Structure = Finess.Parse("470990011");
    private static readonly Guid Relative = new("c0000000-0000-4000-8000-000000000001");
    private static readonly DateTimeOffset Now = Specification<Team, CareTeamEvent>.Context.Now;
    private static readonly JoinCareTeam Join = new(Person, Nurse, TeamRole.TeamMember, LegalCase.RecognisedByPerson, null);
    private static readonly MemberJoined Joined = new(Person, Nurse, TeamRole.TeamMember, LegalCase.RecognisedByPerson, null);
    private static readonly MemberExpected Expected = new(Person, Nurse, TeamRole.TeamMember, LegalCase.RecognisedByPerson, Now.AddDays(3), null);
    private static readonly MemberJoined Principal = new(Person, Physician, TeamRole.PrincipalPhysician, LegalCase.RecognisedByPerson, null);
    private static readonly JoinStructure JoinService = new(Person, Structure, TeamRole.TeamMember, LegalCase.OrganisedGroup, null);
    private static readonly StructureJoined ServiceJoined = new(Person, Structure, TeamRole.TeamMember, LegalCase.OrganisedGroup, null);
    private static readonly RecordRelative Daughter = new(Person, Relative, true, "Claire", "05 53 00 00 01", RelativeTie.Child, RelativeRole.Caregiver, WeekDays.Monday | WeekDays.Friday);
    private static readonly RelativeAdded DaughterAdded = new(Person, Relative, Protected<string>.Of(Person, "Claire"), Protected<string>.Of(Person, "05 53 00 00 01"),
        RelativeTie.Child, RelativeRole.Caregiver, WeekDays.Monday | WeekDays.Friday);

    private readonly Specification<Team, CareTeamEvent> _spec = new(Team.Evolve);

    [Fact]
    public void Given_nobody_When_somebody_comes_on_a_day_to_come_Then_expected() => _spec.When(Join with { Since = Now.AddDays(3) }, JoinCareTeam.Decide).Then(Expected);

    [Fact]
    public void Given_somebody_expected_When_the_day_moves_Then_expected_then_and_now_when_it_is_now()
    {
        _spec.Given(Expected).When(Join with { Since = Now.AddDays(5) }, JoinCareTeam.Decide).Then(Expected with { Since = Now.AddDays(5) });
        _spec.When(Join with { Since = Now.AddDays(-1) }, JoinCareTeam.Decide).Then(Joined);
        _spec.When(Join, JoinCareTeam.Decide).ThenNothing();
        Team.Evolve(null, Expected).Find(Nurse)!.StandsAt(Now).ShouldBeFalse();
        Team.Evolve(null, Expected).Find(Nurse)!.StandsAt(Now.AddDays(3)).ShouldBeTrue();
    }

    [Fact]
    public void Given_a_member_who_left_When_he_comes_back_Then_not_before_he_left()
    {
        var team = Team.Evolve(Team.Evolve(null, Joined, Now.AddDays(-10)), new MemberLeft(Person, Nurse, LeaveReason.Ended), Now.AddDays(-4));
        JoinCareTeam.Decide(Join with { Since = Now.AddDays(-5) }, team, Specification<Team, CareTeamEvent>.Context).ShouldBe(Decision.Refuse(new InvalidCommand("since", "NOT_BEFORE_LAST_END")));
        JoinCareTeam.Decide(Join with { Since = Now.AddDays(-4) }, team, Specification<Team, CareTeamEvent>.Context).ShouldBe(Decision.Accept(Joined));
    }

    [Fact]
    public void Given_a_member_When_a_change_or_an_end_is_dated_Then_within_the_membership()
    {
        var team = Team.Evolve(null, Joined, Now.AddDays(-10));
        Decide(Join with { Role = TeamRole.Correspondent, Since = Now.AddDays(-11) }).Error.ShouldBe(new InvalidCommand("since", "NOT_BEFORE_START"));
        Decide(Join with { Role = TeamRole.Correspondent, Since = Now.AddDays(1) }).Error.ShouldBe(new InvalidCommand("since", "NOT_IN_FUTURE"));
        Decide(Join with { Role = TeamRole.Correspondent, Since = Now.AddDays(-1) }).Events.ShouldHaveSingleItem().ShouldBeOfType<MembershipChanged>();
        Leave(Now.AddDays(-11)).Error.ShouldBe(new InvalidCommand("on", "NOT_BEFORE_START"));
        Leave(Now.AddDays(1)).Error.ShouldBe(new InvalidCommand("on", "NOT_IN_FUTURE"));
        Leave(Now.AddDays(-1)).Events.ShouldHaveSingleItem().ShouldBeOfType<MemberLeft>();

        Decision Decide(JoinCareTeam command) => JoinCareTeam.Decide(command, team, Specification<Team, CareTeamEvent>.Context);
        Decision Leave(DateTimeOffset on) => LeaveCareTeam.Decide(new(Nurse, LeaveReason.Ended, on), team, Specification<Team, CareTeamEvent>.Context);
    }

    [Fact]
    public void Given_a_medecin_traitant_who_leaves_on_a_day_When_another_comes_that_day_Then_expected_and_before_it_refused()
    {
        var takesOver = Join with { Role = TeamRole.PrincipalPhysician, Since = Now.AddDays(10) };
        _spec.Given(Principal with { Until = Now.AddDays(10) }).When(takesOver, JoinCareTeam.Decide)
            .Then(Expected with { Role = TeamRole.PrincipalPhysician, Since = Now.AddDays(10) });
        _spec.When(takesOver with { Since = Now.AddDays(9) }, JoinCareTeam.Decide).ThenRefused(new PrincipalPhysicianExists(Physician));
    }

    [Fact]
    public void Given_a_medecin_traitant_When_replaced_during_an_absence_Then_both_are_members_and_she_stays_the_one()
    {
        var replace = new ReplaceMember(Physician, Nurse, Now.AddDays(14));
        var started = new ReplacementStarted(Person, Nurse, Physician, TeamRole.AttendingPhysician, LegalCase.RecognisedByPerson, Now.AddDays(14));
        _spec.Given(Principal).When(replace, ReplaceMember.Decide).Then(started);
        _spec.Given(started).When(replace, ReplaceMember.Decide).ThenNothing();
        _spec.When(replace with { Until = Now.AddDays(15) }, ReplaceMember.Decide).ThenRefused(new InvalidCommand("professional", "ALREADY_MEMBER"));
    }

    [Fact]
    public void Given_impossible_replacements_When_asked_Then_refused_with_why()
    {
        _spec.When(new ReplaceMember(Physician, Nurse, Now.AddDays(1)), ReplaceMember.Decide).ThenRefused(new NotATeamMember());
        _spec.Given(Principal).When(new ReplaceMember(Physician, Nurse, Now), ReplaceMember.Decide).ThenRefused(new InvalidCommand("until", "IN_THE_FUTURE"));
        _spec.When(new ReplaceMember(Physician, Nurse, Now.AddDays(367)), ReplaceMember.Decide).ThenRefused(new InvalidCommand("until", "REPLACEMENT_AT_MOST_A_YEAR"));
        _spec.When(new ReplaceMember(Physician, Physician, Now.AddDays(1)), ReplaceMember.Decide).ThenRefused(new InvalidCommand("professional", "IS_REPLACED"));
    }

    [Fact]
    public void Given_a_structure_When_it_joins_changes_and_leaves_Then_each_is_said_once()
    {
        _spec.When(JoinService with { Role = TeamRole.PrincipalPhysician }, JoinStructure.Decide).ThenRefused(new InvalidCommand("role", "NOT_FOR_A_STRUCTURE"));
        _spec.When(JoinService with { Until = Now }, JoinStructure.Decide).ThenRefused(new InvalidCommand("until", "IN_THE_FUTURE"));
        _spec.When(JoinService with { Named = Nurse }, JoinStructure.Decide).Then(ServiceJoined, new StructureProfessionalNamed(Person, Structure, Nurse));
        _spec.Given(ServiceJoined).When(JoinService, JoinStructure.Decide).ThenNothing();
        _spec.When(JoinService with { Basis = LegalCase.Consent }, JoinStructure.Decide).Then(new StructureMembershipChanged(Person, Structure, TeamRole.TeamMember, LegalCase.Consent, null));
        _spec.When(new LeaveAsStructure(Structure, LeaveReason.Ended), LeaveAsStructure.Decide).Then(new StructureLeft(Person, Structure, LeaveReason.Ended));
        _spec.Given(new StructureLeft(Person, Structure, LeaveReason.Ended)).When(new LeaveAsStructure(Structure, LeaveReason.Ended), LeaveAsStructure.Decide).ThenRefused(new NotATeamStructure());
    }

    [Fact]
    public void Given_a_structure_that_ran_out_When_it_joins_anew_Then_it_names_anew() =>
        _spec.Given(ServiceJoined with { Until = Now.AddDays(-1) }, new StructureProfessionalNamed(Person, Structure, Nurse))
            .When(JoinService with { Named = Nurse }, JoinStructure.Decide).Then(ServiceJoined, new StructureProfessionalNamed(Person, Structure, Nurse));

    [Fact]
    public void Given_a_structure_When_professionals_are_named_Then_by_the_dac_or_by_a_colleague_who_is_named()
    {
        var named = new StructureProfessionalNamed(Person, Structure, Nurse);
        _spec.When(new NameStructureProfessional(Structure, Nurse, false), NameStructureProfessional.Decide).ThenRefused(new NotATeamStructure());
        _spec.Given(ServiceJoined).When(new NameStructureProfessional(Structure, Nurse, true), NameStructureProfessional.Decide).ThenRefused(new NotATeamStructure());
        _spec.When(new NameStructureProfessional(Structure, Nurse, false), NameStructureProfessional.Decide).Then(named);
        _spec.When(new RemoveStructureProfessional(Structure, Nurse, false), RemoveStructureProfessional.Decide).ThenRefused(new NotATeamMember());
        _spec.Given(new StructureProfessionalNamed(Person, Structure, Me)).When(new NameStructureProfessional(Structure, Nurse, true), NameStructureProfessional.Decide).Then(named);
        _spec.Given(named).When(new NameStructureProfessional(Structure, Nurse, true), NameStructureProfessional.Decide).ThenNothing();
        _spec.When(new RemoveStructureProfessional(Structure, Nurse, true), RemoveStructureProfessional.Decide).Then(new StructureProfessionalRemoved(Person, Structure, Nurse));
        new Specification<Team, CareTeamEvent>(Team.Evolve).Given(ServiceJoined with { Until = Now.AddDays(-1) })
            .When(new NameStructureProfessional(Structure, Nurse, false), NameStructureProfessional.Decide).ThenRefused(new NotATeamStructure());
    }

    [Fact]
    public void Given_a_relative_When_recorded_changed_and_removed_Then_each_is_said_once()
    {
        _spec.When(Daughter, RecordRelative.Decide).Then(DaughterAdded);
        _spec.Given(DaughterAdded).When(Daughter, RecordRelative.Decide).ThenNothing();
        _spec.When(Daughter with { IsNew = false }, RecordRelative.Decide).ThenNothing();
        _spec.When(Daughter with { IsNew = false, Phone = " ", Days = WeekDays.None }, RecordRelative.Decide)
            .Then(new RelativeChanged(Person, Relative, Protected<string>.Of(Person, "Claire"), null, RelativeTie.Child, RelativeRole.Caregiver, WeekDays.None));
        _spec.When(new RemoveRelative(Relative), RemoveRelative.Decide).Then(new RelativeRemoved(Person, Relative));
        _spec.Given(new RelativeRemoved(Person, Relative)).When(new RemoveRelative(Relative), RemoveRelative.Decide).ThenRefused(new RelativeNotFound());
        _spec.When(Daughter with { IsNew = false }, RecordRelative.Decide).ThenRefused(new RelativeNotFound());
    }

    [Fact]
    public void Given_thirty_relatives_When_another_is_recorded_Then_refused() =>
        _spec.Given([.. Enumerable.Range(0, 30).Select(i => DaughterAdded with { RelativeId = new Guid($"c0000000-0000-4000-8000-0000000001{i:00}") })])
            .When(Daughter, RecordRelative.Decide).ThenRefused(new InvalidCommand("name", "AT_MOST_30_RELATIVES"));

    [Fact]
    public void Given_any_sequence_of_commands_When_each_is_decided_twice_Then_it_counts_once() =>
        CommandSequences.DecideTwiceIsDecideOnce<Team, CareTeamEvent>(
            Team.Evolve,
            team => team.Members.Count(m => m.Role is TeamRole.PrincipalPhysician).ShouldBeLessThan(2),
            Step(Join, JoinCareTeam.Decide),
            Step(Join with { Since = Now.AddDays(3) }, JoinCareTeam.Decide),
            Step(Join with { Professional = Physician, Role = TeamRole.PrincipalPhysician, Since = Now.AddDays(1) }, JoinCareTeam.Decide),
            Step(new ReplaceMember(Nurse, Physician, Now.AddDays(4)), ReplaceMember.Decide),
            Step(new LeaveCareTeam(Nurse, LeaveReason.Ended, Now.AddDays(-1)), LeaveCareTeam.Decide),
            Step(JoinService, JoinStructure.Decide),
            Step(JoinService with { Role = TeamRole.Correspondent, Named = Nurse }, JoinStructure.Decide),
            Step(new NameStructureProfessional(Structure, Me, false), NameStructureProfessional.Decide),
            Step(new NameStructureProfessional(Structure, Physician, true), NameStructureProfessional.Decide),
            Step(new RemoveStructureProfessional(Structure, Nurse, false), RemoveStructureProfessional.Decide),
            Step(new LeaveAsStructure(Structure, LeaveReason.Replaced), LeaveAsStructure.Decide),
            Step(Daughter, RecordRelative.Decide),
            Step(Daughter with { IsNew = false, Name = "Anne" }, RecordRelative.Decide),
            Step(new RemoveRelative(Relative), RemoveRelative.Decide));

    private static Step<Team> Step<T>(T command, Func<T, Team?, CommandContext, Decision> decide)
        where T : notnull => new(command, state => decide(command, state, Specification<Team, CareTeamEvent>.Context));
}
