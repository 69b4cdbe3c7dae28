using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.CareRecord;

/// <summary>Name the referent (référent) of a record, or another one.</summary>
public sealed record AssignReferent(ProfessionalId Referent)
{
    /// <summary>Exactly one; a deputy who becomes referent is deputy no longer.</summary>
    public static Decision Decide(AssignReferent command, CareRecord? state, CommandContext context) => state switch
    {
        null => Decision.Refuse(new CareRecordNotFound()),
        { Life.Status: RecordStatus.Closed } => Decision.Refuse(new CareRecordIsClosed()),
        _ when state.Referent == command.Referent => Decision.Nothing,
        _ when state.Life.Deputy == command.Referent => Decision.Accept(new ReferentAssigned(command.Referent), new DeputyAssigned(null)),
        _ => Decision.Accept(new ReferentAssigned(command.Referent)),
    };
}

/// <summary>Shape of <see cref="AssignReferent"/>.</summary>
public sealed class AssignReferentValidator : AbstractValidator<AssignReferent>
{
    /// <summary>The id is set.</summary>
    public AssignReferentValidator() => RuleFor(c => c.Referent.Value).NotEmpty().OverridePropertyName("referent");
}
