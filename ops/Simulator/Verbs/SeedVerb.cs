using System.CommandLine;
using Coordination.Api.Directory;
using Coordination.Api.Exchange.Hl7.Intake;
using Coordination.Api.Hosting.Commands;
using Coordination.Api.Indicators;
using Coordination.Api.Security.Development;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Directory;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Indicators;
using Coordination.Domain.Kernel;
using Coordination.Simulator.Territory;

namespace Coordination.Simulator.Verbs;

/// <summary><c>seed</c>: writes the demo territory; what is there already stays, so it can be run again.</summary>
public static class SeedVerb
{
    private static readonly Guid Persons = new("47a0b5de-6c1d-4d61-9f0f-5a2f8a8c4700");
    private static readonly DateOnly Opened = new(2026, 9, 1);

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new Command("seed", "Writes the demo territory: directory, link of the demo hospital, persons and records.");
        command.SetAction((_, cancellation) => SeedAsync(cancellation));
        return command;
    }

    private static async Task SeedAsync(CancellationToken cancellation)
    {
        await using var platform = await PlatformScope.OpenAsync(cancellation);
        var territory = DemoTerritory.Create();
        await platform.Get<DirectoryImport>().ImportAsync(
            territory.Structures.Select(s => new OrganizationEntry(s.Finess.Value, s.Name, s.Category, s.Commune.Insee)),
            territory.Professionals.Select(p => new ProfessionalEntry(p.Id, p.Rpps?.Value, p.DisplayName, p.Function, p.Structure, p.Phone)),
            [(DemoUsers.Territory.Value, territory.Name)],
            territory.Communes.Select(c => new CommuneEntry(c.Insee, c.Name, DemoUsers.Territory.Value)),
            cancellation);
        var neighbour = DemoUsers.All["neighbour"];
        await platform.Get<DirectoryImport>().ImportAsync(
            [], [new(neighbour.Professional!.Value.Value, null, neighbour.DisplayName, "Coordinatrice d'appui", neighbour.Organization, null)],
            [(DemoUsers.Neighbour.Territory.Value, DemoUsers.Neighbour.Name)], [new("33063", "Bordeaux", DemoUsers.Neighbour.Territory.Value)], cancellation);
        foreach (var user in DemoUsers.All.Keys) await HabilitateAsync(platform, user, cancellation);
        var hospital = DemoTerritory.Hospital;
        await platform.Get<InterfaceLinks>().SaveAsync(new InterfaceLink("demo", hospital.Finess, "*", "*", Test: true), cancellation);
        var today = DateOnly.FromDateTime(WorkingDays.ToParis(platform.Get<TimeProvider>().GetUtcNow()).DateTime);
        var community = territory.HealthCommunities.Single(c => c.Structure.Name == DemoUsers.All["analyst"].Organization);
        await platform.Get<HealthCommunities>().SaveAsync(
            new(DemoUsers.Community, community.Structure.Name, SmallCells.Limit, community.Attachments()), DemoUsers.Territory, cancellation);
        var writer = new RecordWriter(platform);
        var rights = new RightsWriter(platform);
        var written = 0;
        foreach (var person in territory.Persons)
        {
            var id = new PersonId(DeterministicGuid.V5(Persons, $"{person.Number}"));
            if (await writer.WriteAsync(id, TraitsOf(person), hospital.Finess, person.Ipp, Opened.AddDays(person.Number % 60), person.Eligibility, cancellation)) written++;
            if (person.Eligibility is not Eligibility.Suspended) await rights.WriteAsync(person.Number, id, Opened.AddDays(person.Number % 60), cancellation);
        }

        var past = await new HistoryWriter(platform).WriteAsync(today, cancellation);
        Console.WriteLine($"{past} entries of the past written");
        Console.WriteLine($"{written} records written, {territory.Persons.Count - written} there already");
    }

    private static async Task HabilitateAsync(PlatformScope platform, string user, CancellationToken cancellation)
    {
        var granted = DemoUsers.HabilitationOf(user);
        var tenant = granted.Territory ?? (granted.Establishment is { } finess ? TerritoryId.Of(finess) : new TerritoryId(granted.Community!));
        var request = new CommandRequest(tenant, Actor.Platform, DeterministicGuid.V5(Persons, granted.Identity));
        var outcome = await platform.Get<UnitOfWork>().ExecuteAsync<GrantHabilitation, Habilitation>(request, new(granted, null), cancellation);
        if (outcome.Error is { } error) throw new VerbException($"habilitation of {user}: {error.Code}");
    }

    internal static PersonTraits TraitsOf(DemoPerson person) => new(
        person.BirthName,
        person.UsedName,
        [.. person.GivenNames],
        person.Sex == "F" ? Sex.Female : Sex.Male,
        person.BirthDate,
        person.BirthCommuneInsee,
        person.Phone,
        CommuneCode.TryParse(person.Commune.Insee, out var commune) ? commune : throw new VerbException($"{person.Commune.Insee} is not a commune"),
        person.Ins,
        IdentityStatus.Qualified);
}
