using Coordination.Api.Hosting.Commands;
using Coordination.Api.Security.Development;
using Coordination.Domain.CareRecord;
using Coordination.Domain.CareTeam;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Coordination.Domain.Rights;
using Record = Coordination.Domain.CareRecord.CareRecord;
using Team = Coordination.Domain.CareTeam.CareTeam;

namespace Coordination.Simulator.Verbs;

/// <summary>Gives demo persons a care team, a situation and what they decided about sharing, through the same commands as the portal.</summary>
public sealed class RightsWriter(PlatformScope platform)
{
    private static readonly TerritoryId Dac = DemoUsers.Territory;
    private static readonly Actor Author = Actor.Of(DemoUsers.Coordinator);
    private static readonly ProfessionalId Physician = DemoUsers.All["gp"].Professional!.Value;
    private static readonly ProfessionalId Guardian = DemoUsers.All["guardian"].Professional!.Value;
    private static readonly ProfessionalId Nurse = DemoUsers.All["nurse"].Professional!.Value;

    /// <summary>Writes what the person's number in the demo makes of her; written again it changes nothing.</summary>
    public async Task WriteAsync(int number, PersonId person, DateOnly informedOn, CancellationToken cancellation)
    {
        if (number % 2 == 1) await JoinAsync(person, Physician, TeamRole.PrincipalPhysician, LegalCase.RecognisedByPerson, cancellation);
        if (number % 3 == 1) await JoinAsync(person, Nurse, TeamRole.TeamMember, number % 2 == 0 ? LegalCase.Consent : LegalCase.OrganisedGroup, cancellation);
        if (number % 6 == 4) await RecordAsync(person, 1, new RecordConsent(SharingScope.OutsideTeam, ConsentMeans.Oral, informedOn, null), cancellation);
        if (number % 4 == 1)
        {
            await RecordAsync(person, 2, new StateSituation(SituationTopic.Housing, "Maison de plain-pied, deux marches à l'entrée."), cancellation);
            await RecordAsync(person, 3, new StateSituation(SituationTopic.Carers, "Une fille passe le week-end ; personne en semaine."), cancellation);
            await RecordAsync(person, 4, new StateSituation(SituationTopic.EstimatedGir, "4"), cancellation);
            await RecordAsync(person, 5, new StateSituation(SituationTopic.HealthRisks, "Chutes répétées depuis l'été."), cancellation);
        }

        if (number % 5 == 1)
            await RecordAsync(person, 6, new DesignateContact(DeterministicGuid.V5(person.Value, "trusted"), ContactKind.TrustedPerson, "Camille Exemple", null, informedOn, null), cancellation);
        if (number % 9 == 2) await RecordAsync(person, 7, new RecordOpposition(SharingScope.MentalHealth), cancellation);
        if (number % 20 == 7) await ProtectAsync(person, informedOn, cancellation);
        if (number == 12) await RecordAsync(person, 8, new RestrictCareRecord(), cancellation);
    }

    /// <summary>A person under guardianship: her representative reads her rights, one of which ends four months after she was informed.</summary>
    private async Task ProtectAsync(PersonId person, DateOnly informedOn, CancellationToken cancellation)
    {
        await JoinAsync(person, Guardian, TeamRole.TeamMember, LegalCase.RecognisedByPerson, cancellation);
        var file = RightsFile.IdOf(Dac, person);
        var measure = new RecordMeasure(person, DeterministicGuid.V5(person.Value, "measure"), MeasureKind.Guardianship, MeasureScope.PersonAndGoods, null,
            DemoUsers.All["guardian"].DisplayName, informedOn.AddYears(-4), informedOn.AddYears(1));
        await RunAsync<RecordMeasure, RightsFile>(person, file, "rights 9", measure, cancellation);
        var benefit = new RecordBenefit(person, DeterministicGuid.V5(person.Value, "benefit"), BenefitKind.AutonomyAllowance, BenefitState.Granted, informedOn.AddYears(-2),
            informedOn.AddMonths(4), null);
        await RunAsync<RecordBenefit, RightsFile>(person, file, "rights 10", benefit, cancellation);
    }

    private Task JoinAsync(PersonId person, ProfessionalId who, TeamRole role, LegalCase basis, CancellationToken cancellation) =>
        RunAsync<JoinCareTeam, Team>(person, Team.IdOf(Dac, person), $"join {who}", new(person, who, role, basis, null), cancellation);

    private Task RecordAsync<TCommand>(PersonId person, int step, TCommand command, CancellationToken cancellation)
        where TCommand : notnull => RunAsync<TCommand, Record>(person, Record.IdOf(Dac, person).Value, $"rights {step}", command, cancellation);

    private async Task RunAsync<TCommand, TState>(PersonId person, Guid stream, string what, TCommand command, CancellationToken cancellation)
        where TCommand : notnull
        where TState : class
    {
        // The command's id follows from what it says: a second seeding gives the first result.
        var request = new CommandRequest(Dac, Author, stream) { CommandId = DeterministicGuid.V5(person.Value, what) };
        if ((await platform.Get<UnitOfWork>().ExecuteAsync<TCommand, TState>(request, command, cancellation)).Error is { } error)
            throw new VerbException($"{typeof(TCommand).Name}: {error.Code}");
    }
}
