using Coordination.Domain.Discharge;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.CaseFinding;

/// <summary>A hospital's social service announces a discharge of somebody without a record: a request for support.</summary>
/// <param name="Person">Whom it is about; null when she opposes.</param>
/// <param name="ServiceContact">Whom to call in the service.</param>
/// <param name="Relative">The person to tell; never for a request that names nobody.</param>
/// <param name="Regime">The calendar by which a first answer is due; null where it is not known.</param>
public sealed record RequestSupport(
    PersonId? Person, CommuneCode Commune, PersonInformation Information, ReturnAhead Return, string? ServiceContact, string? Relative, HolidayRegime? Regime = null)
{
    private static readonly TimeSpan LongestPast = TimeSpan.FromHours(24);
    private static readonly TimeSpan LongestAhead = TimeSpan.FromDays(366);
    private static readonly TimeSpan UrgentWithin = TimeSpan.FromHours(48);
    private static readonly TimeSpan CriticalWithin = TimeSpan.FromHours(4);

    /// <summary>One request per person, establishment and day; said again it is restated, unless nothing is new.</summary>
    public static Decision Decide(RequestSupport command, SupportRequest? state, CommandContext context)
    {
        if (command.Information is PersonInformation.Opposed != command.Person is null)
            return Decision.Refuse(new AnonymousRequestNamesSomebody());
        var ahead = command.Return;
        if (ahead.ExpectedAt < context.Now - LongestPast) return Decision.Refuse(new DischargeDatePast());
        if (ahead.ExpectedAt > context.Now + LongestAhead) return Decision.Refuse(new InvalidCommand("expectedAt", "WITHIN_A_YEAR"));
        var urgency = UrgencyOf(ahead, context.Now);
        var service = Text(command.ServiceContact, state?.ServiceContact, command.Person);
        var relative = Text(command.Relative, state?.Relative, command.Person);
        DateTimeOffset? due = command.Regime is { } regime ? FirstAnswer.DueAt(urgency, context.Now, regime) : null;
        if (state is null)
            return Decision.Accept(new SupportRequested(ahead.Establishment, RequestOrigin.HospitalSocialService, context.Actor.Professional, command.Person,
                command.Commune, urgency, command.Information, ahead, service, relative, due));
        var same = state.Return == ahead && state.Information == command.Information && service is null && relative is null
            && (state.IsOpen || state.Status is RequestStatus.Accepted);
        return same
            ? Decision.Nothing
            : Decision.Accept(new SupportRequestRestated(ahead.Establishment, urgency, command.Information, ahead, service, relative,
                state.IsOpen && state.Urgency == urgency ? null : due));
    }

    // The nearer the discharge, the sooner the first answer.
    private static RequestUrgency UrgencyOf(ReturnAhead ahead, DateTimeOffset now) => (ahead.ExpectedAt - now) switch
    {
        var left when left <= CriticalWithin => RequestUrgency.Critical,
        var left when left <= UrgentWithin => RequestUrgency.Urgent,
        _ => RequestUrgency.Normal,
    };

    private static Protected<string>? Text(string? said, Protected<string>? known, PersonId? subject) =>
        subject is not { } person || string.IsNullOrWhiteSpace(said) || (known is { Plain: { } before } && before == said.Trim())
            ? null
            : Protected<string>.Of(person, said.Trim());
}

/// <summary>Shape of <see cref="RequestSupport"/>.</summary>
public sealed class RequestSupportValidator : AbstractValidator<RequestSupport>
{
    /// <summary>As for an announcement: reliability is one that a person gives, death is not announced, texts are short.</summary>
    public RequestSupportValidator()
    {
        RuleFor(c => c.Return.Reliability).Must(r => r is DateReliability.Announced or DateReliability.Probable)
            .WithErrorCode("ANNOUNCED_OR_PROBABLE").OverridePropertyName("dateReliability");
        RuleFor(c => c.Return.Destination).Must(d => d is not DischargeDestination.Death).WithErrorCode("NOT_A_DESTINATION").OverridePropertyName("destination");
        RuleFor(c => c.ServiceContact).MaximumLength(AnnounceReturn.MaximumContact).OverridePropertyName("serviceContact");
        RuleFor(c => c.Relative).MaximumLength(AnnounceReturn.MaximumContact).OverridePropertyName("relative");
        RuleFor(c => c.ServiceContact).Must(NoNull).WithErrorCode("NULL_CHARACTER").OverridePropertyName("serviceContact");
        RuleFor(c => c.Relative).Must(NoNull).WithErrorCode("NULL_CHARACTER").OverridePropertyName("relative");
    }

    private static bool NoNull(string? text) => text?.Contains('\0', StringComparison.Ordinal) != true;
}
