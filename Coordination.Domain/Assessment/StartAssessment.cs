using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Assessment;

/// <summary>Begin an assessment of a person, with the latest version of a grid.</summary>
/// <param name="On">The day the person was seen.</param>
/// <param name="Assessor">Who assessed; the one who commands when null.</param>
/// <param name="SelfAssessment">The person answered by herself: there is no assessor.</param>
public sealed record StartAssessment(PersonId Person, string Grid, DateOnly On, ProfessionalId? Assessor, bool SelfAssessment)
{
    /// <summary>A known grid, a day that has come, and an assessor unless the person answers herself. Once per id.</summary>
    public static Decision Decide(StartAssessment command, PersonAssessment? state, CommandContext context)
    {
        if (state is not null) return Decision.Nothing;
        if (Grids.Latest(command.Grid) is not { } grid) return Decision.Refuse(new InvalidCommand("grid", "GRID_UNKNOWN"));
        if (command.On > context.Today) return Decision.Refuse(new InvalidCommand("on", "NOT_IN_FUTURE"));
        if (command.On.Year < 2000) return Decision.Refuse(new InvalidCommand("on", "YEAR"));
        if (command.SelfAssessment) return command.Assessor is null ? Started(null) : Decision.Refuse(new InvalidCommand("assessor", "SELF_ASSESSMENT"));
        return (command.Assessor ?? context.Actor.Professional) is { } assessor ? Started(assessor) : Decision.Refuse(new AssessorMissing());

        Decision Started(ProfessionalId? by) => Decision.Accept(new AssessmentStarted(command.Person, grid.Code, grid.Version, command.On, by));
    }
}
