using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Simulator.History;

/// <summary>What is simulated. The same plan gives the same history, sealed texts apart: their nonces are random.</summary>
/// <param name="Territory">The tenant that gets it.</param>
/// <param name="Years">How long the DAC has worked, from 1.</param>
/// <param name="Seed">Another seed gives other persons, who may live in the territory beside these.</param>
/// <param name="Persons">How many, at most <see cref="Most"/>.</param>
/// <param name="Until">The last day that is told.</param>
public sealed record SimulationPlan(TerritoryId Territory, int Years, ulong Seed, int Persons, DateOnly Until)
{
    /// <summary>The Lot-et-Garonne pilot of 2014 (DOMAIN §6.1).</summary>
    public const int Pilot = 8_162;

    /// <summary>A DAC of today (DOMAIN §6.2): with five years 2.8 million events.</summary>
    public const int Dac = 15_000;

    /// <summary>There are as many test matricules in the range kept for simulated persons.</summary>
    public const int Most = 18_000;

    private static readonly Guid Space = new("47a0b5de-6c1d-4d61-9f0f-5a2f8a8c4703");

    /// <summary>The first day.</summary>
    public DateOnly From => Until.AddYears(-Years);

    /// <summary>Nothing is told after this instant.</summary>
    public DateTimeOffset End => WorkingDays.FromParis(Until, new(20, 0));

    /// <summary>The id of the person of an index, from 0.</summary>
    public PersonId PersonOf(int index) => new(DeterministicGuid.V5(Space, $"{Territory.Value}|{Seed}|{index}"));

    /// <summary>Dice of their own for one purpose and one index: what one story rolls does not change another.</summary>
    internal Territory.Dice Dice(string purpose, int index)
    {
        var bytes = DeterministicGuid.V5(Space, $"{Seed}|{purpose}|{index}").ToByteArray();
        return new(BitConverter.ToUInt64(bytes, 0) ^ BitConverter.ToUInt64(bytes, 8));
    }
}
