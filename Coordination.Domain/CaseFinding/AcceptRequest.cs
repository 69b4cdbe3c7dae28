using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.CaseFinding;

/// <summary>Accept support: the record is opened in the same transaction.</summary>
/// <param name="Seal">Whose key seals the reason.</param>
/// <param name="PhysicianReason">Why her physician is not told, when she refuses it.</param>
/// <param name="Opposed">A record of hers says that she opposes exchange within her team.</param>
public sealed record AcceptRequest(PersonId Seal, FollowUpIntensity Intensity, PhysicianInformation Physician, string? PhysicianReason, bool Opposed)
{
    /// <summary>For somebody who is named, informed and not opposed; accepted once.</summary>
    public static Decision Decide(AcceptRequest command, SupportRequest? state, CommandContext context)
    {
        if (state is { Status: RequestStatus.Accepted, Decision: { } accepted } && accepted.By == context.Actor.Professional) return Decision.Nothing;
        if (TriageRules.WhyNotMine(state, context) is { } error) return Decision.Refuse(error);
        if (state!.Information is PersonInformation.Opposed || command.Opposed) return Decision.Refuse(new RequestPersonOpposes());
        if (state.Person is null) return Decision.Refuse(new RequestNamesNobody());
        if (state.Information is PersonInformation.NotCollected) return Decision.Refuse(new RequestInformationMissing());
        return Decision.Accept(new SupportAccepted(state.Establishment, context.Actor.Professional!.Value, context.Now, command.Intensity, command.Physician,
            TriageRules.Text(command.Seal, command.PhysicianReason)));
    }
}

/// <summary>Shape of <see cref="AcceptRequest"/>.</summary>
public sealed class AcceptRequestValidator : AbstractValidator<AcceptRequest>
{
    /// <summary>A physician who is not told, though there is one, needs a reason (DOMAIN §5.2 AC2).</summary>
    public AcceptRequestValidator()
    {
        RuleFor(c => c.PhysicianReason).NotEmpty().When(c => c.Physician is PhysicianInformation.PersonRefuses).WithErrorCode("REQUIRED").OverridePropertyName("physicianReason");
        RuleFor(c => c.PhysicianReason).MaximumLength(TriageRules.MaximumText).Must(PlainText.HasNoNull).WithErrorCode("NULL_CHARACTER").OverridePropertyName("physicianReason");
    }
}
