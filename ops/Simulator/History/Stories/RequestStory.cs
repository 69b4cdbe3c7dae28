using Coordination.Domain.CareRecord;
using Coordination.Domain.CaseFinding;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Simulator.History.Stories;

/// <summary>The request from which a record came, and requests about nobody in particular that were answered or passed on.</summary>
public sealed class RequestStory : IStory
{
    private static readonly Guid Space = new("47a0b5de-6c1d-4d61-9f0f-5a2f8a8c4709");

    /// <summary>The id under which the words of a request about nobody are sealed.</summary>
    public static PersonId SealOf(PersonId person) => new(DeterministicGuid.V5(Space, $"{person}|seal"));

    /// <inheritdoc />
    public void Tell(Life life, Chronicle chronicle)
    {
        var dice = life.Dice("request");
        var day = life.Opened.AddDays(-1 - dice.Roll(5));
        if (dice.Chance(0.6) && day > life.Plan.From) Tell(life, chronicle, "own", tale => Accepted(life, tale, dice, day));
        if (dice.Chance(0.25)) Tell(life, chronicle, "other", tale => Answered(life, tale, dice, dice.Day(life.Plan.From, life.Plan.Until)));
    }

    private static void Tell(Life life, Chronicle chronicle, string which, Action<Tale<SupportRequest>> play) => chronicle.Tell<SupportRequest>(
        DeterministicGuid.V5(Space, $"{life.Person.Id}|{which}"), (state, fact) => SupportRequest.Evolve(state, (SupportRequestEvent)fact), play);

    private static void Accepted(Life life, Tale<SupportRequest> tale, Territory.Dice dice, DateOnly day)
    {
        var by = Chronicle.By(life.Coordinators[0].Who);
        var at = dice.AtWork(day);
        var informedOn = DateOnly.FromDateTime(WorkingDays.ToParis(at).DateTime);
        tale.Run(Ask(life.Person.Id, life.Person.Id, life.Person.Commune, dice) with { Information = PersonInformation.Informed, InformedOn = informedOn, Means = ConsentMeans.Oral }, by, at);
        tale.Run(new TakeSupportRequest(), by, at.AddMinutes(5 + dice.Roll(90)));
        var physician = life.Physician is null ? PhysicianInformation.NoPhysician : PhysicianInformation.Informed;
        tale.Run(new AcceptRequest(life.Person.Id, FollowUpIntensity.Sustained, physician, null, false), by, at.AddMinutes(100 + dice.Roll(200)));
    }

    private static void Answered(Life life, Tale<SupportRequest> tale, Territory.Dice dice, DateOnly day)
    {
        // About nobody: its words are sealed under an id of their own.
        var seal = SealOf(life.Person.Id);
        var by = Chronicle.By(dice.Pick(life.Cast.Coordinators));
        var at = dice.AtWork(day);
        tale.Run(Ask(null, seal, life.Person.Commune, dice), by, at);
        if (day > life.Plan.Until.AddDays(-4)) return;
        tale.Run(new TakeSupportRequest(), by, at.AddMinutes(5 + dice.Roll(200)));
        at = at.AddMinutes(210 + dice.Roll(900));
        if (dice.Chance(0.7)) tale.Run(new AnswerRequest(seal, "Information donnée."), by, at);
        else tale.Run(new OrientRequest(seal, "Service social de secteur", null, null), by, at);
    }

    private static AskForSupport Ask(PersonId? person, PersonId seal, CommuneCode commune, Territory.Dice dice) => new(
        person, seal, commune, (RequestOrigin)(1 + dice.Weighted(30, 15, 20, 10, 10, 12, 3)), (RequestChannel)dice.Weighted(60, 20, 12, 8), (RequestReason)dice.Weighted(30, 18, 6, 14, 6, 12, 4, 8),
        (RequestUrgency)dice.Weighted(80, 17, 3), PersonInformation.NotCollected, HolidayRegime.Metropolitan)
    {
        Narrative = dice.Pick(Words.Narratives),
    };
}
