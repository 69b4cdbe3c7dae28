using System.Diagnostics;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.CaseFinding;

/// <summary>A request for support as its events tell it.</summary>
public sealed record SupportRequest(
    RequestOrigin Origin,
    ProfessionalId? By,
    PersonId? Person,
    CommuneCode Commune,
    RequestUrgency Urgency,
    PersonInformation Information,
    ReturnAhead Return,
    Protected<string>? ServiceContact,
    Protected<string>? Relative,
    RequestStatus Status,
    ProfessionalId? SeenBy,
    ProfessionalId? TakenBy)
{
    private static readonly Guid Space = new("c2c0f7d4-51b1-4c55-8f0a-7d5f5a0c1b93");

    /// <summary>The establishment that asked.</summary>
    public Finess Establishment => Return.Establishment;

    /// <summary>The id of a request about a person and a day of discharge: said twice, it is one.</summary>
    public static SupportRequestId IdOf(TerritoryId territory, Finess establishment, PersonId person, DateOnly day) =>
        new(DeterministicGuid.V5(Space, $"{territory.Value}|{establishment.Value}|{person.Value}|{day:yyyy-MM-dd}"));

    /// <summary>The request after one more fact.</summary>
    public static SupportRequest Evolve(SupportRequest? state, SupportRequestEvent fact) => (state, fact) switch
    {
        (null, SupportRequested e) => new(e.Origin, e.By, e.Person, e.Commune, e.Urgency, e.Information, e.Return, e.ServiceContact, e.Relative,
            RequestStatus.Received, null, null),
        ({ } s, SupportRequestRestated e) => s with
        {
            Urgency = e.Urgency,
            Information = e.Information,
            Return = e.Return,
            ServiceContact = e.ServiceContact ?? s.ServiceContact,
            Relative = e.Relative ?? s.Relative,
            Status = s.Status is RequestStatus.Withdrawn ? RequestStatus.Received : s.Status,
        },
        ({ } s, SupportRequestSeen e) => s with { SeenBy = e.By },
        ({ } s, SupportRequestTaken e) => s with { TakenBy = e.By, Status = RequestStatus.Taken },
        ({ } s, SupportRequestWithdrawn) => s with { Status = RequestStatus.Withdrawn },
        _ => throw new UnreachableException($"{fact.GetType().Name} on {(state is null ? "no request" : "a request")}"),
    };
}
