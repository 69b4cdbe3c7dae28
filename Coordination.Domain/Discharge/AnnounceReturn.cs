using System.Collections.Immutable;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.Discharge;

/// <summary>
/// The establishment's social service announces a discharge, or says more of one that is announced: date, destination, needs, whom to call.
/// </summary>
/// <param name="Needs">All that is needed; empty says that nothing is.</param>
/// <param name="ServiceContact">Whom to call in the service; null leaves what was said.</param>
/// <param name="Relative">The person to tell; null leaves what was said.</param>
public sealed record AnnounceReturn(
    PersonId PersonId,
    Finess Establishment,
    CommuneCode Commune,
    DateTimeOffset ExpectedAt,
    DateReliability Reliability,
    DischargeDestination Destination,
    ImmutableSortedSet<CareNeed> Needs,
    string? ServiceContact,
    string? Relative)
{
    /// <summary>Longest contact, in characters.</summary>
    public const int MaximumContact = 200;

    private static readonly TimeSpan LongestPast = TimeSpan.FromHours(24);
    private static readonly TimeSpan LongestAhead = TimeSpan.FromDays(366);

    /// <summary>Says what is new only. Refused for a stay that is over, and for a date more than a day past or a year ahead.</summary>
    public static Decision Decide(AnnounceReturn command, Discharge? state, CommandContext context)
    {
        if (state is { IsUnderWay: false }) return Decision.Refuse(new StayOver());
        if (command.ExpectedAt != state?.ExpectedAt)
        {
            if (command.ExpectedAt < context.Now - LongestPast) return Decision.Refuse(new DischargeDatePast());
            if (command.ExpectedAt > context.Now + LongestAhead) return Decision.Refuse(new InvalidCommand("expectedAt", "WITHIN_A_YEAR"));
        }

        var by = context.Actor.Professional;
        var facts = new List<IDomainEvent>(5);
        if (state is null)
            facts.Add(new HospitalStayOpened(command.PersonId, command.Establishment, null, StayOrigin.SocialService, command.Commune));
        if (state is not { Status: DischargeStatus.Announced })
            facts.Add(new DischargeAnnounced(command.Establishment, command.ExpectedAt, null, command.Reliability, by));
        else if (state.ExpectedAt != command.ExpectedAt || state.Reliability != command.Reliability)
            facts.Add(new DischargeRescheduled(command.Establishment, command.ExpectedAt, null, command.Reliability, by));
        if (state?.Destination != command.Destination) facts.Add(new DestinationStated(command.Establishment, command.Destination));
        if (state?.Plan.Needs is not { } known || !known.SetEquals(command.Needs))
            facts.Add(new ReturnNeedsStated(command.Establishment, command.Needs, by));
        var subject = state?.PersonId ?? command.PersonId;
        if (Contacts(command, state, subject) is { } contacts) facts.Add(contacts);
        return Decision.Accept([.. facts]);
    }

    // What is stored is sealed and cannot be compared: a contact said again while nothing is stored is the only one that is new for sure.
    private static ReturnContactsStated? Contacts(AnnounceReturn command, Discharge? state, PersonId subject)
    {
        var service = Text(command.ServiceContact, state?.ServiceContact, subject);
        var relative = Text(command.Relative, state?.Relative, subject);
        return service is null && relative is null ? null : new(command.Establishment, service, relative);
    }

    private static Protected<string>? Text(string? said, Protected<string>? known, PersonId subject) =>
        string.IsNullOrWhiteSpace(said) || (known is { Plain: { } before } && before == said.Trim()) ? null : Protected<string>.Of(subject, said.Trim());
}

/// <summary>Shape of <see cref="AnnounceReturn"/>.</summary>
public sealed class AnnounceReturnValidator : AbstractValidator<AnnounceReturn>
{
    /// <summary>Reliability is one that a person gives, death is not announced, texts are short.</summary>
    public AnnounceReturnValidator()
    {
        RuleFor(c => c.Reliability).Must(r => r is DateReliability.Announced or DateReliability.Probable)
            .WithErrorCode("ANNOUNCED_OR_PROBABLE").OverridePropertyName("dateReliability");
        RuleFor(c => c.Destination).Must(d => d is not DischargeDestination.Death).WithErrorCode("NOT_A_DESTINATION").OverridePropertyName("destination");
        RuleFor(c => c.ServiceContact).MaximumLength(AnnounceReturn.MaximumContact).OverridePropertyName("serviceContact");
        RuleFor(c => c.Relative).MaximumLength(AnnounceReturn.MaximumContact).OverridePropertyName("relative");
        RuleFor(c => c.ServiceContact).Must(NoNull).WithErrorCode("NULL_CHARACTER").OverridePropertyName("serviceContact");
        RuleFor(c => c.Relative).Must(NoNull).WithErrorCode("NULL_CHARACTER").OverridePropertyName("relative");
    }

    private static bool NoNull(string? text) => text?.Contains('\0', StringComparison.Ordinal) != true;
}
