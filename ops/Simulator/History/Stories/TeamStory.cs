using Coordination.Domain.CareTeam;
using Coordination.Domain.Identifiers;
using Team = Coordination.Domain.CareTeam.CareTeam;

namespace Coordination.Simulator.History.Stories;

/// <summary>Who is around a person: the médecin traitant, nurses, others; some leave, some come back.</summary>
public sealed class TeamStory : IStory
{
    private static readonly string[] Others = ["Masseur-kinésithérapeute", "Pharmacien", "Orthophoniste", "Pédicure-podologue", "Ergothérapeute"];

    /// <inheritdoc />
    public void Tell(Life life, Chronicle chronicle) => chronicle.Tell<Team>(
        Team.IdOf(life.Plan.Territory, life.Person.Id), (state, fact) => Team.Evolve(state, (CareTeamEvent)fact), tale => Play(life, tale));

    private static void Play(Life life, Tale<Team> tale)
    {
        var dice = life.Dice("team");
        var acts = new List<(DateTimeOffset, Action<DateTimeOffset>)>();
        void Later<TCommand>(TCommand command, DateOnly day)
            where TCommand : notnull
        {
            if (day < life.Over) acts.Add((dice.AtWork(day), at => tale.Run(command, Chronicle.By(life.ReferentOn(day)), at)));
        }

        if (life.Physician is { } physician)
            Later(new JoinCareTeam(life.Person.Id, physician, TeamRole.PrincipalPhysician, LegalCase.RecognisedByPerson, null), life.Opened.AddDays(1));
        foreach (var who in Members(life, dice))
        {
            var join = new JoinCareTeam(life.Person.Id, who, TeamRole.TeamMember, dice.Chance(0.7) ? LegalCase.RecognisedByPerson : LegalCase.Consent, null);
            var day = life.Opened.AddDays(dice.Roll(60));
            Later(join, day);
            if (!dice.Chance(0.3)) continue;
            var left = day.AddDays(60 + dice.Roll(500));
            Later(new LeaveCareTeam(who, dice.Chance(0.6) ? LeaveReason.Ended : LeaveReason.Replaced), left);
            if (dice.Chance(0.25)) Later(join, left.AddDays(30 + dice.Roll(200)));
        }

        Chronicle.Play(acts);
    }

    private static IEnumerable<ProfessionalId> Members(Life life, Territory.Dice dice)
    {
        var nurses = life.Cast.ByFunction["Infirmier"].ToList();
        var seen = new HashSet<Guid>();
        for (var n = dice.Roll(3); n > 0; n--)
            if (dice.Pick(nurses) is var nurse && seen.Add(nurse.Id)) yield return new(nurse.Id);
        foreach (var function in Others)
            if (dice.Chance(0.25)) yield return new(dice.Pick([.. life.Cast.ByFunction[function]]).Id);
    }
}
