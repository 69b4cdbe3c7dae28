using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.CareTeam;

/// <summary>Name a professional who works for the person within a structure that is a member: only then he or she is let in.</summary>
/// <param name="ByColleague">Said by a professional of the structure, not by the DAC.</param>
public sealed record NameStructureProfessional(Finess Structure, ProfessionalId Professional, bool ByColleague)
{
    /// <summary>A colleague names only if he or she is named; a professional is named once.</summary>
    public static Decision Decide(NameStructureProfessional command, CareTeam? state, CommandContext context) => state?.Find(command.Structure) switch
    {
        null => Decision.Refuse(new NotATeamStructure()),
        { } member when member.RanOutBy(context.Now) => Decision.Refuse(new NotATeamStructure()),
        { } member when command.ByColleague && !(context.Actor.Professional is { } me && member.Named.Contains(me)) => Decision.Refuse(new NotATeamStructure()),
        { } member when member.Named.Contains(command.Professional) => Decision.Nothing,
        _ => Decision.Accept(new StructureProfessionalNamed(state!.Person, command.Structure, command.Professional)),
    };
}

/// <summary>Take a professional out of those whom a structure named.</summary>
/// <param name="ByColleague">Said by a professional of the structure, not by the DAC.</param>
public sealed record RemoveStructureProfessional(Finess Structure, ProfessionalId Professional, bool ByColleague)
{
    /// <summary>Only somebody named is taken out.</summary>
    public static Decision Decide(RemoveStructureProfessional command, CareTeam? state, CommandContext context) => state?.Find(command.Structure) switch
    {
        null => Decision.Refuse(new NotATeamStructure()),
        { } member when command.ByColleague && !(context.Actor.Professional is { } me && member.Named.Contains(me)) => Decision.Refuse(new NotATeamStructure()),
        { } member when !member.Named.Contains(command.Professional) => Decision.Refuse(new NotATeamMember()),
        _ => Decision.Accept(new StructureProfessionalRemoved(state!.Person, command.Structure, command.Professional)),
    };
}
