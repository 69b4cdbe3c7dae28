using Coordination.Domain.Kernel;

namespace Coordination.Domain.CareRecord;

/// <summary>Erase a person for good.</summary>
/// <param name="DecidedBy">Id of who decided, never a name.</param>
/// <param name="DutyUntil">Last day of the territory's duty to keep; null when there is none.</param>
/// <param name="Override">Why it is done although the data should still be kept.</param>
public sealed record ErasePerson(ErasureReason Reason, string DecidedBy, DateOnly? DutyUntil, HoldOverride? Override)
{
    /// <summary>Refused while a hold or the duty stands, unless its override is said; said once.</summary>
    public static Decision Decide(ErasePerson command, PersonState? state, CommandContext context)
    {
        if (state is null) return Decision.Refuse(new PersonUnknown());
        if (state.Erased) return Decision.Nothing;
        // She is erased under the identity that this one became, and all of it at once.
        if (state.MergedInto is { } survivor) return Decision.Refuse(new PersonIsMerged(survivor));
        var until = new[] { command.DutyUntil, state.HeldUntil }.Max();
        var today = context.Today;
        var stands = until is { } last && today <= last;
        if (stands && command.Override is null) return Decision.Refuse(new RetentionStands(until!.Value));
        return Decision.Accept(new PersonErased(command.Reason, command.DecidedBy, stands ? command.Override : null));
    }
}
