using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.CareTeam;

/// <summary>Make a structure a member; for a member it changes role, ground or end.</summary>
/// <param name="Named">Who works for the person within it, if that is known from the start.</param>
public sealed record JoinStructure(PersonId Person, Finess Structure, TeamRole Role, LegalCase Basis, DateTimeOffset? Until, ProfessionalId? Named = null)
{
    /// <summary>A structure is nobody's médecin traitant. One whose membership ran out joins anew, and names its professionals anew.</summary>
    public static Decision Decide(JoinStructure command, CareTeam? state, CommandContext context)
    {
        if (command.Until <= context.Now) return Decision.Refuse(new InvalidCommand("until", "IN_THE_FUTURE"));
        if (command.Role is TeamRole.PrincipalPhysician) return Decision.Refuse(new InvalidCommand("role", "NOT_FOR_A_STRUCTURE"));
        var member = state?.Find(command.Structure) is { } found && !found.RanOutBy(context.Now) ? found : null;
        var facts = new List<IDomainEvent>();
        if (member is null) facts.Add(new StructureJoined(command.Person, command.Structure, command.Role, command.Basis, command.Until));
        else if ((member.Role, member.Basis, member.Until) != (command.Role, command.Basis, command.Until))
            facts.Add(new StructureMembershipChanged(command.Person, command.Structure, command.Role, command.Basis, command.Until));
        if (command.Named is { } named && member?.Named.Contains(named) != true) facts.Add(new StructureProfessionalNamed(command.Person, command.Structure, named));
        return facts.Count == 0 ? Decision.Nothing : Decision.Accept([.. facts]);
    }
}

/// <summary>Shape of <see cref="JoinStructure"/>.</summary>
public sealed class JoinStructureValidator : AbstractValidator<JoinStructure>
{
    /// <summary>The person is set, and the number has a valid key.</summary>
    public JoinStructureValidator()
    {
        RuleFor(c => c.Person.Value).NotEmpty().OverridePropertyName("person");
        RuleFor(c => c.Structure).Must(s => s.HasValidKey).WithErrorCode("FINESS_KEY").OverridePropertyName("structure");
    }
}

/// <summary>End the membership of a structure, and of everybody it named.</summary>
public sealed record LeaveAsStructure(Finess Structure, LeaveReason Reason)
{
    /// <summary>Only a member leaves.</summary>
    public static Decision Decide(LeaveAsStructure command, CareTeam? state, CommandContext context) => state?.Find(command.Structure) is null
        ? Decision.Refuse(new NotATeamStructure())
        : Decision.Accept(new StructureLeft(state.Person, command.Structure, command.Reason));
}
