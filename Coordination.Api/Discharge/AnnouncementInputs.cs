using Coordination.Domain.CareRecord;
using Coordination.Domain.CaseFinding;
using Coordination.Domain.Discharge;

namespace Coordination.Api.Discharge;

/// <summary>A patient as the social service knows her.</summary>
public sealed record PatientInput(
    string BirthName,
    IReadOnlyList<string> GivenNames,
    DateOnly BirthDate,
    Sex Sex,
    string? Ipp = null,
    string? Ins = null,
    string? UsedName = null,
    string? Phone = null);

/// <summary>Input of <c>announceDischarge</c>.</summary>
public sealed record AnnounceDischargeInput(
    DateTimeOffset ExpectedAt,
    DateReliability DateReliability,
    DischargeDestination Destination,
    IReadOnlyList<CareNeed> Needs,
    PersonInformation Information,
    string? DischargeId = null,
    PatientInput? Patient = null,
    string? Commune = null,
    string? ServiceContact = null,
    string? Relative = null,
    Guid? CommandId = null);

/// <summary>Input of <c>withdrawAnnouncement</c>.</summary>
public sealed record WithdrawAnnouncementInput(string Id, string Reason, Guid? CommandId = null);

/// <summary>Input of <c>markAnnouncementSeen</c>.</summary>
public sealed record MarkAnnouncementSeenInput(string Id, Guid? CommandId = null);
