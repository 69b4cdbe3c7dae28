using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.CareRecord;

/// <summary>Let another identity become this person's: to the one that stays.</summary>
/// <param name="HasRecord">She has a coordination record that is not closed.</param>
/// <param name="OtherHasRecord">So has the other.</param>
/// <param name="MatriculesDiffer">Both are qualified, under two matricules.</param>
public sealed record AbsorbPerson(PersonId Other, bool HasRecord, bool OtherHasRecord, bool MatriculesDiffer)
{
    /// <summary>Records and streams stay where they are, so the one with a record is the one that stays.</summary>
    public static Decision Decide(AbsorbPerson command, PersonState? state, CommandContext context) => IdentityRules.Of(state) switch
    {
        { } error => Decision.Refuse(error),
        _ when command.Other == state!.PersonId => Decision.Refuse(new InvalidCommand("merged", "SAME_PERSON")),
        _ when command is { HasRecord: true, OtherHasRecord: true } => Decision.Refuse(new BothRecordsOpen()),
        _ when command.OtherHasRecord => Decision.Refuse(new MergeOtherWay()),
        _ when command.MatriculesDiffer => Decision.Refuse(new MatriculesDiffer()),
        _ => Decision.Accept(new PersonAbsorbed(command.Other)),
    };
}

/// <summary>Become another person's identity: to the one that goes.</summary>
public sealed record MergePerson(PersonId Into)
{
    /// <summary>An identity goes once.</summary>
    public static Decision Decide(MergePerson command, PersonState? state, CommandContext context) =>
        IdentityRules.Of(state) is { } error ? Decision.Refuse(error) : Decision.Accept(new PersonMerged(command.Into));
}

/// <summary>Let an identity go again: to the one that stayed.</summary>
public sealed record UndoAbsorption(PersonId Other)
{
    /// <summary>Also when the one that stayed became somebody's since.</summary>
    public static Decision Decide(UndoAbsorption command, PersonState? state, CommandContext context) => state switch
    {
        null => Decision.Refuse(new PersonNotFound()),
        _ => state.Absorbed.Contains(command.Other) ? Decision.Accept(new AbsorptionUndone(command.Other)) : Decision.Refuse(new NotMerged()),
    };
}

/// <summary>Be a person of its own again: to the one that went.</summary>
public sealed record UndoMerge(PersonId From)
{
    /// <summary>Exactly what it was: nothing of it had changed.</summary>
    public static Decision Decide(UndoMerge command, PersonState? state, CommandContext context) => state switch
    {
        null => Decision.Refuse(new PersonNotFound()),
        _ => state.MergedInto == command.From ? Decision.Accept(new MergeUndone(command.From)) : Decision.Refuse(new NotMerged()),
    };
}
