using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Documents;

/// <summary>Say that another document took this one's place; goes with that one's deposit.</summary>
/// <param name="Person">Whom the new document is about.</param>
public sealed record ReplaceDocument(PersonId Person, Guid By)
{
    /// <summary>Only a current document about the same person, and once.</summary>
    public static Decision Decide(ReplaceDocument command, Document? state, CommandContext context) => state switch
    {
        null => Decision.Refuse(new DocumentNotFound()),
        _ when state.Person != command.Person => Decision.Refuse(new DocumentOfAnotherPerson()),
        { Status: DocumentStatus.Deposited } => Decision.Accept(new DocumentReplaced(state.Person, command.By)),
        _ when state.ReplacedBy == command.By => Decision.Nothing,
        _ => Decision.Refuse(new DocumentNotCurrent()),
    };
}
