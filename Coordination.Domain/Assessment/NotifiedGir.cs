using System.Collections.Immutable;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Assessment;

/// <summary>Facts of what the Département decided about a person's autonomy.</summary>
public abstract record AutonomyEvent : IDomainEvent;

/// <summary>The Département notified a group: it opens rights, while a group computed here is an estimate.</summary>
/// <param name="On">The day of the decision.</param>
public sealed record GirNotified(PersonId Person, int Gir, DateOnly On) : AutonomyEvent;

/// <summary>Groups that the Département notified, oldest decision first; one stream per person and territory.</summary>
public sealed record Autonomy(PersonId Person, ImmutableArray<GirNotified> Notified)
{
    private static readonly Guid Space = new("5a0c7c9e-3a63-4f7b-9a35-61a1d7b7a4c2");

    /// <summary>The id of a person's stream.</summary>
    public static Guid IdOf(TerritoryId territory, PersonId person) => DeterministicGuid.V5(Space, $"{territory.Value}|{person.Value}");

    /// <summary>Equal when the decisions are the same ones.</summary>
    public bool Equals(Autonomy? other) => other is not null && Person == other.Person && Notified.SequenceEqual(other.Notified);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Person, Notified.Length);

    /// <summary>The decisions after one more fact; a decision of the same day replaces the one that was recorded.</summary>
    public static Autonomy Evolve(Autonomy? state, AutonomyEvent fact)
    {
        var notified = (GirNotified)fact;
        return new(notified.Person, [.. (state?.Notified ?? []).Where(n => n.On != notified.On).Append(notified).OrderBy(n => n.On)]);
    }
}

/// <summary>Record the group that the Département notified.</summary>
public sealed record RecordNotifiedGir(PersonId Person, int Gir, DateOnly On)
{
    /// <summary>1 to 6, on a day that has come; the same decision again says nothing new.</summary>
    public static Decision Decide(RecordNotifiedGir command, Autonomy? state, CommandContext context)
    {
        if (command.Gir is < 1 or > 6) return Decision.Refuse(new InvalidCommand("gir", "GIR_1_TO_6"));
        if (command.On > context.Today) return Decision.Refuse(new InvalidCommand("on", "NOT_IN_FUTURE"));
        if (command.On.Year < 1997) return Decision.Refuse(new InvalidCommand("on", "YEAR"));
        var fact = new GirNotified(command.Person, command.Gir, command.On);
        return state?.Notified.Contains(fact) == true ? Decision.Nothing : Decision.Accept(fact);
    }
}
