using System.Text.Json.Serialization;

namespace Coordination.Simulator.Hl7;

/// <summary>A movement that was sent.</summary>
/// <param name="Id">ZBE-1 without its namespace.</param>
/// <param name="Trigger">Event that created it.</param>
/// <param name="StartedAt">ZBE-2.</param>
/// <param name="Cancelled">A cancellation was sent.</param>
public sealed record SentMovement(string Id, string Trigger, DateTimeOffset StartedAt, bool Cancelled = false);

/// <summary>A stay of a demo person, as the hospital knows it.</summary>
/// <param name="Number">1 for the person's first stay.</param>
/// <param name="File">NDA.</param>
/// <param name="Visit">Visit number.</param>
/// <param name="PatientClass">PV1-2.</param>
/// <param name="AdmittedAt">PV1-44; expected, for a pre-admission.</param>
/// <param name="ExpectedDischargeAt">Expected discharge, once said.</param>
/// <param name="DischargedAt">PV1-45, once discharged.</param>
/// <param name="Movements">Movements in the order sent.</param>
public sealed record SentStay(
    int Number,
    string File,
    string Visit,
    string PatientClass,
    DateTimeOffset AdmittedAt,
    DateTimeOffset? ExpectedDischargeAt,
    DateTimeOffset? DischargedAt,
    IReadOnlyList<SentMovement> Movements)
{
    /// <summary>The last movement of that event that stands; null when none does.</summary>
    public SentMovement? Standing(string trigger) => Movements.LastOrDefault(m => m.Trigger == trigger && !m.Cancelled);

    /// <summary>The stay with that movement cancelled.</summary>
    public SentStay Without(SentMovement movement) =>
        this with { Movements = [.. Movements.Select(m => m.Id == movement.Id ? m with { Cancelled = true } : m)] };
}

/// <summary>What was sent about one person.</summary>
/// <param name="Stays">Stays in their order.</param>
/// <param name="Matricule">The matricule in force when an A47 changed it; null before.</param>
public sealed record SentPerson(IReadOnlyList<SentStay> Stays, string? Matricule = null)
{
    /// <summary>A person of whom nothing was sent.</summary>
    public static readonly SentPerson Nothing = new([]);
}

/// <summary>All that the demo feed has sent.</summary>
/// <param name="Counter">Last number given to a message, a movement, a file or a visit: none is used twice.</param>
/// <param name="Persons">By person number.</param>
public sealed record StayJournal(long Counter, IReadOnlyDictionary<int, SentPerson> Persons)
{
    /// <summary>Nothing sent.</summary>
    public static readonly StayJournal Empty = new(0, new Dictionary<int, SentPerson>());

    /// <summary>What was sent about a person.</summary>
    public SentPerson Of(int person) => Persons.TryGetValue(person, out var sent) ? sent : SentPerson.Nothing;
}

/// <summary>Serialises the journal without reflection at start-up.</summary>
[JsonSourceGenerationOptions(WriteIndented = true)]
[JsonSerializable(typeof(StayJournal))]
internal sealed partial class StayJournalJson : JsonSerializerContext;
