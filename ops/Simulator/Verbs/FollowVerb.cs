using System.CommandLine;
using Coordination.Api.CareRecord;
using Coordination.Api.Directory;
using Coordination.Api.Exchange.Hl7.Intake;
using Coordination.Api.Exchange.Hl7.Pam;
using Coordination.Api.Security.Development;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Coordination.Simulator.Territory;
using Platform.EventStore;

namespace Coordination.Simulator.Verbs;

/// <summary><c>demo follow FILE</c>: opens an eligible demo record for the person of a message and links her IPP for that establishment.</summary>
public static class FollowVerb
{
    private static readonly Guid Persons = new("47a0b5de-6c1d-4d61-9f0f-5a2f8a8c4701");

    /// <summary>The command, under <c>demo</c>.</summary>
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "An HL7 message; its person is invented, or a published sample." };
        var follow = new Command("follow", "Opens an eligible demo record for the person of a message.") { file };
        follow.SetAction(async (result, cancellation) => await FollowAsync(result.GetValue(file)!, cancellation));
        return follow;
    }

    private static async Task FollowAsync(FileInfo file, CancellationToken cancellation)
    {
        if (!file.Exists) throw new VerbException($"no such file: {file.FullName}");
        var body = await File.ReadAllBytesAsync(file.FullName, cancellation);
        var reading = PamReader.Read(body, LinkProfile.Of("demo", LinkMode.Test), TimeProvider.System.GetUtcNow());
        if (reading.Message is not { } message)
            throw new VerbException($"the message cannot be read for sure: {string.Join(", ", reading.Problems.Select(p => $"{p.Code} {p.Location} {p.ApplicationCode}"))}");
        await using var platform = await PlatformScope.OpenAsync(cancellation);
        var link = await platform.Get<InterfaceLinks>().FindAsync(reading.Header.SendingApplication, reading.Header.SendingFacility, cancellation)
            ?? throw new VerbException("no link carries this sender");
        var establishment = Hl7Intake.EstablishmentOf(link, message);
        var ipp = message.Person.Identifiers.Ipp?.Value ?? throw new VerbException("the message has no IPP");
        await NameAsync(platform, establishment, message.Stay?.Facility?.Namespace ?? message.Person.Identifiers.Ipp?.Namespace ?? reading.Header.SendingFacility, cancellation);
        Console.WriteLine(await OpenAsync(platform, message.Person, establishment, ipp, cancellation));
    }

    private static async Task<string> OpenAsync(PlatformScope platform, PatientIdentity identity, Finess establishment, string ipp, CancellationToken cancellation)
    {
        var registry = platform.Get<PersonRegistry>();
        var known = await registry.FindByLocalIdentifierAsync(establishment, ipp, cancellation);
        if (known.Any(k => k.Territory == DemoUsers.Territory)) return "already followed";
        var byIns = identity.Identifiers.Ins is { } ins ? await registry.FindByInsAsync(ins, cancellation) : [];
        foreach (var person in byIns.Where(k => k.Territory == DemoUsers.Territory))
        {
            await using var session = platform.Get<DocumentStore>().LightweightSession(new Platform.EventStore.SessionOptions(DemoUsers.Territory.Value));
            registry.Link(session, person.Person, establishment, ipp);
            await session.SaveChangesAsync(cancellation);
            return "linked: the person was followed already, her IPP is now known";
        }

        var traits = new PersonTraits(
            identity.BirthName.Text ?? "INCONNU",
            identity.UsedName.Text,
            [.. (identity.GivenNames.Text ?? identity.FirstGivenName.Text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)],
            identity.Sex switch { "F" => Sex.Female, "M" => Sex.Male, _ => Sex.Unknown },
            identity.BirthDate,
            null,
            null,
            new CommuneCode("47001"),
            identity.Identifiers.Ins,
            identity.Identifiers.Ins is null ? IdentityStatus.Provisional : IdentityStatus.Qualified);
        var id = new PersonId(DeterministicGuid.V5(Persons, $"{establishment}|{ipp}"));
        var today = DateOnly.FromDateTime(platform.Get<TimeProvider>().GetUtcNow().UtcDateTime);
        await new RecordWriter(platform).WriteAsync(id, traits, establishment, ipp, today, Eligibility.Eligible, cancellation);
        return "followed: an eligible record is open";
    }

    private static async Task NameAsync(PlatformScope platform, Finess establishment, string name, CancellationToken cancellation)
    {
        if (await platform.Get<DirectoryReader>().OrganizationAsync(establishment.Value, cancellation) is not null) return;
        await platform.Get<DirectoryImport>().ImportAsync(
            [new OrganizationEntry(establishment.Value, name.Length > 0 ? name : $"FINESS {establishment}", "355", null)], [], [], [], cancellation);
    }
}
