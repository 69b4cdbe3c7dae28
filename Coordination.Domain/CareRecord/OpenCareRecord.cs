using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.CareRecord;

/// <summary>Open a record for a person, with its referent if one is known.</summary>
public sealed record OpenCareRecord(PersonId PersonId, CommuneCode Commune, ProfessionalId? Referent, DateOnly OpenedOn)
{
    /// <summary>At most one record that is not closed per person and territory; one closed for less than 90 days is reopened.</summary>
    public static Decision Decide(OpenCareRecord command, CareRecord? state, CommandContext context)
    {
        if (state is { Life.Status: not RecordStatus.Closed }) return Decision.Refuse(new CareRecordAlreadyOpen());
        // Within 90 days the same follow-up goes on (DOMAIN §5.2 AC5).
        if (state is { Life.Closing: { } closing, Transfer: null } && ReopenCareRecord.IsInTime(closing, context)) return Decision.Refuse(new CareRecordAlreadyOpen());
        if (state is { Transfer.Status: TransferStatus.Awaiting }) return Decision.Refuse(new CareRecordAlreadyOpen());
        var opened = new CareRecordOpened(command.PersonId, command.Commune, command.OpenedOn);
        return command.Referent is { } referent
            ? Decision.Accept(opened, new ReferentAssigned(referent))
            : Decision.Accept(opened);
    }
}

/// <summary>Shape of <see cref="OpenCareRecord"/>.</summary>
public sealed class OpenCareRecordValidator : AbstractValidator<OpenCareRecord>
{
    /// <summary>Every id is set.</summary>
    public OpenCareRecordValidator()
    {
        RuleFor(c => c.PersonId.Value).NotEmpty().OverridePropertyName("personId");
        RuleFor(c => c.Commune.Value).NotEmpty().OverridePropertyName("commune");
    }
}
