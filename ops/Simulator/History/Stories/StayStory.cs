using System.Collections.Immutable;
using Coordination.Api.Security.Development;
using Coordination.Domain.Discharge;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Coordination.Simulator.Territory;
using Hospitalisation = Coordination.Domain.Discharge.Discharge;

namespace Coordination.Simulator.History.Stories;

/// <summary>Stays in hospital and the return home: admission by the feed, announcement, needs, confirmations, discharge.</summary>
public sealed class StayStory : IStory
{
    private static readonly Guid Space = new("47a0b5de-6c1d-4d61-9f0f-5a2f8a8c4706");
    private static readonly Actor Feed = Actor.Interface("demo");
    private static readonly Actor SocialService = Actor.Of(DemoUsers.All["social-worker"].Professional!.Value);

    /// <inheritdoc />
    public void Tell(Life life, Chronicle chronicle)
    {
        foreach (var stay in life.Stays)
            chronicle.Tell<Hospitalisation>(DeterministicGuid.V5(Space, $"{life.Person.Id}|{stay.Number}"), (state, fact) => Hospitalisation.Evolve(state, (DischargeEvent)fact), tale => Play(life, stay, tale));
    }

    private static void Play(Life life, Stay stay, Tale<Hospitalisation> tale)
    {
        var dice = life.Dice($"stay {stay.Number}");
        var hospital = stay.Hospital.Finess;
        var referent = Chronicle.By(life.ReferentOn(stay.From));
        var admitted = dice.AnyTime(stay.From);
        tale.Run(new RecordAdmission(life.Person.Id, hospital, admitted, null) { Commune = life.Person.Commune }, Feed, admitted);
        var left = WorkingDays.FromParis(stay.To, new(11 + dice.Roll(6), 0));
        var movement = new MovementId($"SIM{life.Index}-{stay.Number}");
        if (stay.ByDeath)
        {
            tale.Run(new RecordDischarge(left, DischargeDestination.Death, movement), Feed, left);
            return;
        }

        var announced = left.AddHours(-20 - dice.Roll(50));
        announced = announced > admitted.AddHours(2) ? announced : admitted.AddHours(2);
        ImmutableSortedSet<CareNeed> needs = [.. Enum.GetValues<CareNeed>().Where(_ => dice.Chance(0.25))];
        var announces = dice.Chance(0.6);
        if (announces)
            tale.Run(new AnnounceReturn(life.Person.Id, hospital, life.Person.Commune, left, DateReliability.Announced, DischargeDestination.Home, needs, null, null), SocialService, announced);
        else tale.Run(new AnnounceDischarge(life.Person.Id, hospital, admitted, left, movement), Feed, announced);
        var seen = announced.AddMinutes(10 + dice.Roll(300));
        tale.Run(new MarkAnnouncementSeen(), referent, seen);
        tale.Run(new TakeDischarge(referent.Professional!.Value), referent, seen.AddMinutes(1));
        if (!announces) tale.Run(new AssessReturnNeeds(needs), referent, seen.AddMinutes(20));
        foreach (var need in needs.Where(_ => dice.Chance(0.85)))
            tale.Run(new ConfirmArrangement(need, Provider(life, need, dice), ConfirmationChannel.Phone, left.AddHours(2 + dice.Roll(16)), "accueil du service"), referent, seen.AddMinutes(30 + dice.Roll(200)));
        tale.Run(new RecordDischarge(left, DischargeDestination.Home, movement), Feed, left);
    }

    private static ProviderNumber Provider(Life life, CareNeed need, Dice dice)
    {
        var finess = dice.Pick([.. life.Cast.Services[need is CareNeed.Nursing ? StructureKind.MixedHomeService : StructureKind.HomeHelp]]).Finess;
        return new(finess.Value);
    }
}
