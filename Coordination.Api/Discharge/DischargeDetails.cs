using Coordination.Api.Directory;
using Coordination.Domain.Discharge;

namespace Coordination.Api.Discharge;

/// <summary>A confirmation as GraphQL shows it.</summary>
/// <param name="Late">The first visit is later than the territory allows.</param>
/// <param name="ToReconfirm">It was given for another date.</param>
public sealed record ArrangementNode(
    CareNeed Need, ProviderEntry Provider, ConfirmationChannel Channel, string ConfirmedBy, DateTimeOffset FirstVisitAt, bool Late, bool ToReconfirm);

/// <summary>How far an announcement has come: sent, seen, taken in charge, every need confirmed.</summary>
public sealed record ReceiptNode(
    DateTimeOffset? SentAt, ProfessionalEntry? SentBy, DateTimeOffset? SeenAt, ProfessionalEntry? SeenBy,
    DateTimeOffset? TakenAt, ProfessionalEntry? TakenBy, DateTimeOffset? CoveredAt);

/// <summary>What somebody has to say yet.</summary>
public enum DischargeQuestion
{
    /// <summary>The date is an estimate, or only probable.</summary>
    DateToConfirm,

    /// <summary>Nobody said where the discharge leads to.</summary>
    DestinationUnknown,

    /// <summary>Nobody said what is needed at home.</summary>
    NeedsNotAssessed,

    /// <summary>The date moved after providers confirmed.</summary>
    ArrangementsToReconfirm,
}

/// <summary>The questions that a discharge leaves open. A stay that was cancelled leaves none.</summary>
public static class DischargeQuestions
{
    /// <summary>In the order of <see cref="DischargeQuestion"/>.</summary>
    public static IEnumerable<DischargeQuestion> Of(Domain.Discharge.Discharge stay)
    {
        var announced = stay.Status is DischargeStatus.Announced;
        if (stay.IsUnderWay && stay.Reliability is DateReliability.EstimatedAtAdmission or DateReliability.Probable) yield return DischargeQuestion.DateToConfirm;
        if (stay.Destination is null && stay.Status is DischargeStatus.Announced or DischargeStatus.Discharged) yield return DischargeQuestion.DestinationUnknown;
        if (announced && stay.Plan.Needs is null && stay.Destination.MayBeHome()) yield return DischargeQuestion.NeedsNotAssessed;
        if (announced && !stay.Plan.ConfirmedForAnother(stay.ExpectedAt).IsEmpty) yield return DischargeQuestion.ArrangementsToReconfirm;
    }
}
