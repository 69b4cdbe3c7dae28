using Coordination.Api.Persons;
using Coordination.Domain.CareRecord;
using Coordination.Domain.CaseFinding;

namespace Coordination.Api.CaseFinding;

/// <summary>What every mutation of a request has.</summary>
public abstract record RequestInput(string Id, Guid? CommandId = null, int? ExpectedVersion = null);

/// <summary>Input of <c>submitRequest</c>. A coordinator names a person who is known; a professional describes one.</summary>
public sealed record SubmitRequestInput(
    RequestReason Reason, RequestUrgency Urgency, PersonInformation Information, string Commune, RequestOrigin? Origin = null, RequestChannel? Channel = null,
    string? Person = null, IdentityInput? Identity = null, string? Requester = null, string? RequesterName = null, string? RequesterPhone = null,
    bool? LivesAlone = null, int? EstimatedGir = null, Whereabouts? Whereabouts = null, IReadOnlyList<KnownBenefit>? KnownBenefits = null, string? Narrative = null,
    DateOnly? InformedOn = null, ConsentMeans? Means = null, DateOnly? WantedBy = null, Guid? CommandId = null);

/// <summary>Input of what needs nothing but the request.</summary>
public sealed record OnRequestInput(string Id, Guid? CommandId = null, int? ExpectedVersion = null) : RequestInput(Id, CommandId, ExpectedVersion);

/// <summary>Input of <c>assignRequest</c>; without a professional the request is anybody's again.</summary>
public sealed record AssignRequestInput(string Id, string? Professional = null, Guid? CommandId = null, int? ExpectedVersion = null) : RequestInput(Id, CommandId, ExpectedVersion);

/// <summary>Input of <c>snoozeRequest</c>.</summary>
public sealed record SnoozeRequestInput(string Id, DateOnly Until, AwaitedFrom? Awaiting = null, Guid? CommandId = null, int? ExpectedVersion = null) : RequestInput(Id, CommandId, ExpectedVersion);

/// <summary>Input of <c>requalifyRequest</c>.</summary>
public sealed record RequalifyRequestInput(string Id, RequestUrgency Urgency, string? Reason = null, Guid? CommandId = null, int? ExpectedVersion = null) : RequestInput(Id, CommandId, ExpectedVersion);

/// <summary>Input of <c>rateRequest</c>.</summary>
public sealed record RateRequestInput(string Id, SituationComplexity Complexity, Guid? CommandId = null, int? ExpectedVersion = null) : RequestInput(Id, CommandId, ExpectedVersion);

/// <summary>One answer of a grid.</summary>
public sealed record ScreeningAnswerInput(string Question, string Option);

/// <summary>Input of <c>screenRequest</c>.</summary>
public sealed record ScreenRequestInput(string Id, string Grid, int Version, IReadOnlyList<ScreeningAnswerInput> Answers, Guid? CommandId = null, int? ExpectedVersion = null) : RequestInput(Id, CommandId, ExpectedVersion);

/// <summary>Input of <c>recordRequestInformation</c>.</summary>
public sealed record RequestInformationInput(string Id, PersonInformation Information, DateOnly On, ConsentMeans Means, Guid? CommandId = null, int? ExpectedVersion = null) : RequestInput(Id, CommandId, ExpectedVersion);

/// <summary>Input of <c>communicateRequestIdentity</c>.</summary>
public sealed record RequestIdentityInput(string Id, string Person, Guid? CommandId = null, int? ExpectedVersion = null) : RequestInput(Id, CommandId, ExpectedVersion);

/// <summary>Input of <c>answerRequest</c>.</summary>
public sealed record AnswerRequestInput(string Id, string Answer, Guid? CommandId = null, int? ExpectedVersion = null) : RequestInput(Id, CommandId, ExpectedVersion);

/// <summary>Input of <c>orientRequest</c>.</summary>
/// <param name="Provider">FINESS or RPPS of the service, when it is in the directory.</param>
public sealed record OrientRequestInput(string Id, string To, string? Provider = null, string? With = null, Guid? CommandId = null, int? ExpectedVersion = null) : RequestInput(Id, CommandId, ExpectedVersion);

/// <summary>Input of <c>refuseRequest</c>.</summary>
public sealed record RefuseRequestInput(string Id, RefusalReason Reason, string? Words = null, Guid? CommandId = null, int? ExpectedVersion = null) : RequestInput(Id, CommandId, ExpectedVersion);

/// <summary>Input of <c>markRequestDuplicate</c>.</summary>
/// <param name="Of">The other request; without one, the person's open record.</param>
public sealed record DuplicateRequestInput(string Id, string? Of = null, Guid? CommandId = null, int? ExpectedVersion = null) : RequestInput(Id, CommandId, ExpectedVersion);

/// <summary>Input of <c>closeRequest</c>.</summary>
public sealed record CloseRequestInput(string Id, NoFollowUpReason Reason, string? Words = null, Guid? CommandId = null, int? ExpectedVersion = null) : RequestInput(Id, CommandId, ExpectedVersion);

/// <summary>Input of <c>acceptRequest</c>.</summary>
/// <param name="Referent">Who refers; the subject when none is given.</param>
/// <param name="PrincipalPhysician">Her médecin traitant, who knows and joins the team.</param>
public sealed record AcceptRequestInput(
    string Id, FollowUpIntensity Intensity, PhysicianInformation Physician, string? PhysicianReason = null, string? Referent = null, string? PrincipalPhysician = null,
    Guid? CommandId = null, int? ExpectedVersion = null) : RequestInput(Id, CommandId, ExpectedVersion);
