using System.Collections.Immutable;
using Coordination.Domain.Kernel;
using Coordination.Domain.Rights;
using Coordination.Simulator.Territory;

namespace Coordination.Simulator.History.Stories;

/// <summary>Benefits asked for, granted until a day and renewed, the pieces they need, and protective measures.</summary>
public sealed class RightsStory : IStory
{
    private static readonly Guid Space = new("47a0b5de-6c1d-4d61-9f0f-5a2f8a8c4708");

    // How many of each hundred have it, and for how many years it is granted.
    private static readonly ImmutableDictionary<SituationKind, ImmutableArray<(BenefitKind Kind, int Share, int Years)>> Usual =
        ImmutableDictionary.CreateRange<SituationKind, ImmutableArray<(BenefitKind, int, int)>>(
        [
            new(SituationKind.Elderly, [(BenefitKind.AutonomyAllowance, 62, 3), (BenefitKind.LongTermIllness, 45, 5), (BenefitKind.MobilityInclusionCard, 18, 5), (BenefitKind.SolidarityInsurance, 9, 1)]),
            new(SituationKind.DisabledAdult, [(BenefitKind.DisabledAdultAllowance, 70, 4), (BenefitKind.DisabilityCompensation, 40, 5), (BenefitKind.LongTermIllness, 35, 5), (BenefitKind.DisabilityOrientation, 30, 4)]),
            new(SituationKind.Child, [(BenefitKind.DisabledChildAllowance, 65, 2), (BenefitKind.DisabilityOrientation, 45, 3), (BenefitKind.LongTermIllness, 40, 5)]),
        ]);

    /// <inheritdoc />
    public void Tell(Life life, Chronicle chronicle) => chronicle.Tell<RightsFile>(
        RightsFile.IdOf(life.Plan.Territory, life.Person.Id), (state, fact) => RightsFile.Evolve(state, (RightsEvent)fact), tale => Play(life, tale));

    private static void Play(Life life, Tale<RightsFile> tale)
    {
        var dice = life.Dice("rights");
        var acts = new List<(DateTimeOffset At, Action<DateTimeOffset> Act)>();
        void Plan<TCommand>(DateTimeOffset at, TCommand command)
            where TCommand : notnull => acts.Add((at, moment => tale.Run(command, Chronicle.By(life.ReferentOn(Day(moment))), moment)));

        foreach (var (kind, _, years) in Usual[life.Person.Kind].Where(u => dice.Chance(u.Share / 100.0)))
        {
            var id = DeterministicGuid.V5(Space, $"{life.Person.Id}|{kind}");
            // Some have it when they come, for others it is the coordinator who asks.
            var had = dice.Chance(0.5);
            var first = dice.AtWork(life.Opened.AddDays(3 + dice.Roll(40)));
            var until = had ? Day(first).AddDays(60 + dice.Roll(365 * years)) : Day(first).AddDays(60).AddYears(years);
            if (had) Plan(first, new RecordBenefit(life.Person.Id, id, kind, BenefitState.Granted, until.AddYears(-years), until, null));
            else
            {
                Plan(first, new RecordBenefit(life.Person.Id, id, kind, BenefitState.Requested, null, null, null));
                Pieces(id, first.AddMinutes(5));
                Plan(dice.AtWork(Day(first).AddDays(60)), new ChangeBenefit(life.Person.Id, id, BenefitState.Granted, Day(first).AddDays(60), until, null));
            }

            for (var renewed = until; renewed < life.Over; renewed = renewed.AddYears(years))
                Plan(dice.AtWork(renewed.AddDays(-20 - dice.Roll(40))), new RenewBenefit(life.Person.Id, id, renewed.AddYears(years)));
        }

        if (dice.Chance(life.Person.Kind is SituationKind.DisabledAdult ? 0.3 : 0.06))
        {
            var decided = life.Opened.AddDays(-dice.Roll(400));
            Plan(dice.AtWork(life.Opened.AddDays(5 + dice.Roll(20))), new RecordMeasure(
                life.Person.Id, DeterministicGuid.V5(Space, $"{life.Person.Id}|measure"), (MeasureKind)dice.Roll(5), (MeasureScope)dice.Roll(3), null, dice.Pick(FamilyNames.All), decided, decided.AddYears(5)));
        }

        Chronicle.Play(acts.Where(a => Day(a.At) < life.Over));

        void Pieces(Guid benefit, DateTimeOffset at)
        {
            var request = DeterministicGuid.V5(Space, $"{benefit}|pieces");
            Plan(at, new RequestPieces(life.Person.Id, request, benefit, [PieceKind.Identity, PieceKind.Income], Day(at).AddDays(30)));
            foreach (var piece in new[] { PieceKind.Identity, PieceKind.Income })
            {
                var given = dice.AtWork(Day(at).AddDays(4 + dice.Roll(24)));
                Plan(given, new SubmitPiece(life.Person.Id, request, piece));
                Plan(given.AddHours(1), new AcceptPiece(life.Person.Id, request, piece));
            }
        }
    }

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(WorkingDays.ToParis(at).DateTime);
}
