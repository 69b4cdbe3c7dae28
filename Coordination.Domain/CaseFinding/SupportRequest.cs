using System.Diagnostics;
using Coordination.Domain.CareRecord;
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
    ReturnAhead? Return,
    Protected<string>? ServiceContact,
    Protected<string>? Relative,
    RequestStatus Status,
    ProfessionalId? SeenBy,
    ProfessionalId? TakenBy)
{
    private static readonly Guid Space = new("c2c0f7d4-51b1-4c55-8f0a-7d5f5a0c1b93");

    /// <summary>The establishment that announced a return home; null for every other request.</summary>
    public Finess? Establishment => Return?.Establishment;

    /// <summary>What it is about.</summary>
    public RequestReason Reason { get; init; } = RequestReason.HospitalDischarge;

    /// <summary>How it came.</summary>
    public RequestChannel Channel { get; init; } = RequestChannel.Platform;

    /// <summary>The professional who asks and reads the answer; null for anybody else.</summary>
    public ProfessionalId? Requester { get; init; }

    /// <summary>Who asks, in words.</summary>
    public Protected<string>? RequesterName { get; init; }

    /// <summary>How to call back.</summary>
    public Protected<string>? RequesterPhone { get; init; }

    /// <summary>The person as a professional described her.</summary>
    public Protected<string>? Described { get; init; }

    /// <summary>What the request says of the situation, in codes.</summary>
    public RequestSituation Situation { get; init; } = RequestSituation.Unknown;

    /// <summary>What was told, in words.</summary>
    public Protected<string>? Narrative { get; init; }

    /// <summary>When the person was informed, where it is known.</summary>
    public DateOnly? InformedOn { get; init; }

    /// <summary>How she was informed.</summary>
    public ConsentMeans? Means { get; init; }

    /// <summary>By when the one who asks wishes something to happen.</summary>
    public DateOnly? WantedBy { get; init; }

    /// <summary>When a first answer is due, where the calendar of the territory said so.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Until when it waits.</summary>
    public DateOnly? SnoozedUntil { get; init; }

    /// <summary>Whose answer it waits for.</summary>
    public AwaitedFrom? Awaiting { get; init; }

    /// <summary>How complex the situation looks.</summary>
    public SituationComplexity? Complexity { get; init; }

    /// <summary>The last grid answered.</summary>
    public Screening? Screening { get; init; }

    /// <summary>The decision that stands.</summary>
    public RequestDecision? Decision { get; init; }

    /// <summary>Nothing was decided, and it was not taken back.</summary>
    public bool IsOpen => Status is RequestStatus.Received or RequestStatus.Taken;

    /// <summary>The id of a request about a person and a day of discharge: said twice, it is one.</summary>
    public static SupportRequestId IdOf(TerritoryId territory, Finess establishment, PersonId person, DateOnly day) =>
        new(DeterministicGuid.V5(Space, $"{territory.Value}|{establishment.Value}|{person.Value}|{day:yyyy-MM-dd}"));

    /// <summary>The request after one more fact.</summary>
    public static SupportRequest Evolve(SupportRequest? state, SupportRequestEvent fact) => (state, fact) switch
    {
        (null, SupportRequested e) => new(e.Origin, e.By, e.Person, e.Commune, e.Urgency, e.Information, e.Return, e.ServiceContact, e.Relative,
            RequestStatus.Received, null, null) { DueAt = e.DueAt },
        (null, SupportAsked e) => Asked(e),
        ({ } s, SupportRequestRestated e) => Restated(s, e),
        ({ } s, SupportRequestSeen e) => s with { SeenBy = e.By },
        ({ } s, SupportRequestTaken e) => s with { TakenBy = e.By, Status = RequestStatus.Taken, SnoozedUntil = null, Awaiting = null },
        ({ } s, SupportRequestAssigned e) => s with
        {
            TakenBy = e.To, Status = e.To is null ? RequestStatus.Received : RequestStatus.Taken, SnoozedUntil = null, Awaiting = null,
        },
        ({ } s, SupportRequestWithdrawn) => s with { Status = RequestStatus.Withdrawn },
        ({ } s, SupportRequestSnoozed e) => s with { SnoozedUntil = e.Until, Awaiting = e.Awaiting },
        ({ } s, SupportRequestRequalified e) => s with { Urgency = e.Urgency, DueAt = e.DueAt },
        ({ } s, SupportRequestRated e) => s with { Complexity = e.Complexity },
        ({ } s, SupportRequestScreened e) => s with { Screening = e.Screening },
        ({ } s, RequestInformationRecorded e) => s with { Information = e.Information, InformedOn = e.On, Means = e.Means },
        ({ } s, RequestIdentityCommunicated e) => s with { Person = e.Person },
        ({ } s, SupportRequestDecided e) => s with { Status = RequestDecision.StatusOf(e), Decision = RequestDecision.Of(e) },
        ({ } s, SupportRequestDecisionUndone) => s with { Status = s.TakenBy is null ? RequestStatus.Received : RequestStatus.Taken, Decision = null },
        _ => throw new UnreachableException($"{fact.GetType().Name} on {(state is null ? "no request" : "a request")}"),
    };

    private static SupportRequest Asked(SupportAsked e) => new(
        e.Origin, e.By, e.Person, e.Commune, e.Urgency, e.Information, null, null, null, RequestStatus.Received, null, null)
    {
        Reason = e.Reason, Channel = e.Channel, Requester = e.Requester, RequesterName = e.RequesterName, RequesterPhone = e.RequesterPhone, Described = e.Described,
        Situation = e.Situation, Narrative = e.Narrative, InformedOn = e.InformedOn, Means = e.Means, WantedBy = e.WantedBy, DueAt = e.DueAt,
    };

    // What was over and is said again with something new waits for an answer again; a record that was opened stays.
    private static SupportRequest Restated(SupportRequest s, SupportRequestRestated e) => s with
    {
        Urgency = e.Urgency,
        Information = e.Information,
        Return = e.Return,
        ServiceContact = e.ServiceContact ?? s.ServiceContact,
        Relative = e.Relative ?? s.Relative,
        Status = s.IsOpen || s.Status is RequestStatus.Accepted ? s.Status : RequestStatus.Received,
        TakenBy = s.IsOpen || s.Status is RequestStatus.Accepted or RequestStatus.Withdrawn ? s.TakenBy : null,
        Decision = s.Status is RequestStatus.Accepted ? s.Decision : null,
        DueAt = e.DueAt ?? s.DueAt,
    };
}
