using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.CaseFinding;

/// <summary>Say whom a request that named nobody is about.</summary>
public sealed record CommunicateIdentity(PersonId Person)
{
    /// <summary>Only once she was informed and does not oppose (DOMAIN §5.2 AC1), and only one.</summary>
    public static Decision Decide(CommunicateIdentity command, SupportRequest? state, CommandContext context) => TriageRules.WhyClosed(state) switch
    {
        { } error => Decision.Refuse(error),
        _ when state!.Person == command.Person => Decision.Nothing,
        _ when state.Person is not null => Decision.Refuse(new InvalidCommand("person", "ALREADY_NAMED")),
        _ when state.Information is PersonInformation.Opposed => Decision.Refuse(new RequestPersonOpposes()),
        _ when state.Information is PersonInformation.NotCollected => Decision.Refuse(new RequestInformationMissing()),
        _ => Decision.Accept(new RequestIdentityCommunicated(state.Establishment, command.Person)),
    };
}

/// <summary>Shape of <see cref="CommunicateIdentity"/>.</summary>
public sealed class CommunicateIdentityValidator : AbstractValidator<CommunicateIdentity>
{
    /// <summary>The id is set.</summary>
    public CommunicateIdentityValidator() => RuleFor(c => c.Person.Value).NotEmpty().OverridePropertyName("person");
}
