using Coordination.Domain.Directory;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Tests.Security;

/// <summary>What lets somebody act, and what ends it (RELIABILITY N-22).</summary>
public sealed class HabilitationSpecs
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
    private static readonly CommandContext Context = new(new("dac-47"), Actor.Platform, Now);

    private static readonly HabilitationGranted Nurse = new(
        "psc:899700218896", "Alix Essai", Rpps.Parse("99700218896"), Role.Nurse, "Cabinet A", new("dac-47"), null, null, new(Guid.NewGuid()), Now, Now.AddYears(1));

    [Fact]
    public void Given_an_rpps_number_of_another_account_When_granted_Then_refused_And_the_same_account_may_have_a_second_activity()
    {
        GrantHabilitation.Decide(new(Nurse, "structure:somebody-else"), null, Context).Error.ShouldBe(new RppsClaimed());
        GrantHabilitation.Decide(new(Nurse with { Organization = "Cabinet B" }, Nurse.Identity), null, Context).Events.Length.ShouldBe(1);
        GrantHabilitation.Decide(new(Nurse, null), null, Context).Events.Length.ShouldBe(1);
    }

    [Fact]
    public void Given_an_end_that_is_not_after_the_beginning_When_granted_Then_refused() =>
        GrantHabilitation.Decide(new(Nurse with { Until = Now }, null), null, Context).Error.ShouldBe(new InvalidCommand("until", "NOT_BEFORE_START"));

    [Fact]
    public void Given_a_habilitation_When_granted_or_ended_again_Then_nothing_more_is_said()
    {
        var standing = Habilitation.Evolve(null, Nurse);
        GrantHabilitation.Decide(new(Nurse, null), standing, Context).ShouldBe(Decision.Nothing);
        var over = Habilitation.Evolve(standing, new HabilitationEnded("essai"));
        EndHabilitation.Decide(new("essai", 0), over, Context).ShouldBe(Decision.Nothing);
        EndHabilitation.Decide(new("essai", 0), null, Context).Error.ShouldBe(new HabilitationNotFound());
    }

    [Fact]
    public void Given_the_last_administrator_When_her_habilitation_is_ended_Then_refused_And_not_with_another()
    {
        var admin = Habilitation.Evolve(null, Nurse with { Role = Role.Admin });
        EndHabilitation.Decide(new("essai", 0), admin, Context).Error.ShouldBe(new LastAdministrator());
        EndHabilitation.Decide(new(" essai ", 1), admin, Context).Events.ShouldBe([new HabilitationEnded("essai")]);
    }

    [Fact]
    public void Given_dates_Then_it_stands_from_its_first_instant_until_just_before_its_last()
    {
        var habilitation = Habilitation.Evolve(null, Nurse);
        habilitation.StandsAt(Now.AddTicks(-1)).ShouldBeFalse();
        habilitation.StandsAt(Now).ShouldBeTrue();
        habilitation.StandsAt(Now.AddYears(1).AddTicks(-1)).ShouldBeTrue();
        habilitation.StandsAt(Now.AddYears(1)).ShouldBeFalse();
        Habilitation.Evolve(habilitation, new HabilitationEnded("essai")).StandsAt(Now).ShouldBeFalse();
    }

    [Fact]
    public void Given_what_is_not_whole_When_granted_Then_each_field_is_named()
    {
        Invalid(Nurse).ShouldBeEmpty();
        Invalid(Nurse with { Identity = "899700218896" }).ShouldBe(["identity"]);
        Invalid(Nurse with { Identity = "psc:" }).ShouldBe(["identity"]);
        Invalid(Nurse with { DisplayName = "", Organization = new string('a', 201) }).ShouldBe(["displayName", "organization"]);
        Invalid(Nurse with { Territory = null }).ShouldBe(["territory"]);
        Invalid(Nurse with { Role = Role.SocialWorker }).ShouldBe(["establishment"]);
        Invalid(Nurse with { Role = Role.Analyst }).ShouldBe(["community"]);
    }

    private static List<string> Invalid(HabilitationGranted granted) =>
        [.. new GrantHabilitationValidator().Validate(new GrantHabilitation(granted, null)).Errors.Select(e => e.PropertyName)];
}
