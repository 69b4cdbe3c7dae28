using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.CaseFinding;

/// <summary>Say that another request, or the person's open record, is about the same.</summary>
/// <param name="Of">The other request; null for the record.</param>
/// <param name="HasRecord">The person has a record that is not closed.</param>
public sealed record MarkRequestDuplicate(SupportRequestId Self, SupportRequestId? Of, bool HasRecord)
{
    /// <summary>One decision; never of itself, nor of a record that is not there.</summary>
    public static Decision Decide(MarkRequestDuplicate command, SupportRequest? state, CommandContext context) => TriageRules.WhyNotMine(state, context) switch
    {
        { } error => Decision.Refuse(error),
        _ when command.Of == command.Self => Decision.Refuse(new InvalidCommand("of", "OF_ITSELF")),
        _ when command.Of is null && !command.HasRecord => Decision.Refuse(new InvalidCommand("of", "NO_OPEN_RECORD")),
        _ => Decision.Accept(new SupportRequestFoundDuplicate(state!.Establishment, context.Actor.Professional!.Value, context.Now, command.Of)),
    };
}
