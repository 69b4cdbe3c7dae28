using System.Globalization;
using Coordination.Api.Security.Development;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Coordination.Simulator.Hl7;
using Coordination.Simulator.Territory;
using Coordination.Simulator.Verbs;

namespace Coordination.Simulator.Load;

/// <summary>Invented followed persons beyond the sixty of the demo, for a load in which every message is about somebody else.</summary>
public sealed class Crowd
{
    /// <summary>The greatest number of persons.</summary>
    public const int Most = 9_000;

    private const int FirstOrder = 100, OrdersOfAPlace = 900, FirstNumber = 100_000;
    private static readonly Guid Persons = new("47a0b5de-6c1d-4d61-9f0f-5a2f8a8c4702");
    private static readonly DateOnly Opened = new(2026, 9, 1);
    private readonly IReadOnlyList<DemoPerson> models = [.. DemoTerritory.Create().Persons.Where(p => p.Eligibility is Eligibility.Eligible)];

    /// <summary>The id of the person of an index, from 0.</summary>
    public static PersonId IdOf(int index) => new(DeterministicGuid.V5(Persons, $"{index}"));

    /// <summary>The person of an index, from 0: a demo person's double with identifiers of her own.</summary>
    public DemoPerson Person(int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Most);
        var model = models[index % models.Count];
        var birthDate = new DateOnly(1940, 6, 1 + (index % 28));
        // No commune has the codes 47990 to 47999; the demo's own persons have orders below 100.
        var birthPlace = string.Create(CultureInfo.InvariantCulture, $"4799{index / OrdersOfAPlace}");
        return model with
        {
            Number = FirstNumber + index,
            Ipp = string.Create(CultureInfo.InvariantCulture, $"47{FirstNumber + index:000000}"),
            Ins = CheckKeys.InsOf(model.Sex, birthDate, birthPlace, FirstOrder + (index % OrdersOfAPlace)),
            BirthDate = birthDate,
            BirthCommuneInsee = birthPlace,
        };
    }

    /// <summary>Registers the first <paramref name="count"/> persons with an eligible record each; those that are there already stay.</summary>
    public Task RegisterAsync(PlatformScope platform, int count, CancellationToken cancellation) => Parallel.ForAsync(
        0, count, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellation },
        async (index, stop) => await new RecordWriter(platform).WriteAsync(
            IdOf(index), SeedVerb.TraitsOf(Person(index)), DemoTerritory.Hospital.Finess, Person(index).Ipp, Opened, Eligibility.Eligible, stop));

    /// <summary>The announcement of a discharge in a new stay of the person of an index; ids differ from those of every other call.</summary>
    public Announcement Announce(int index, DateTimeOffset now)
    {
        // The counter goes into every id that the hospital gives.
        var call = new PamCall(Person(index), DemoTerritory.Hospital, new PamOrder("A16"), now, new StayJournal(index * 10, StayJournal.Empty.Persons));
        return new(IdOf(index), call.Make());
    }

    /// <summary>Where the crowd lives.</summary>
    public static TerritoryId Territory => DemoUsers.Territory;
}
