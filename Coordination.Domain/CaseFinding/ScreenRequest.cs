using System.Collections.Immutable;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.CaseFinding;

/// <summary>Answer a screening grid about a request.</summary>
/// <param name="Answers">Chosen option by question.</param>
public sealed record ScreenRequest(string Grid, int Version, ImmutableSortedDictionary<string, string> Answers)
{
    /// <summary>Every question of a known version; the same answers are no news.</summary>
    public static Decision Decide(ScreenRequest command, SupportRequest? state, CommandContext context)
    {
        if (TriageRules.WhyClosed(state) is { } closed) return Decision.Refuse(closed);
        if (ScreeningGrids.Find(command.Grid, command.Version) is not { } grid) return Decision.Refuse(new InvalidCommand("grid", "UNKNOWN_GRID"));
        var (screening, error) = grid.Answer(command.Answers);
        if (error is not null) return Decision.Refuse(error);
        return screening == state!.Screening ? Decision.Nothing : Decision.Accept(new SupportRequestScreened(state.Establishment, screening!));
    }
}
