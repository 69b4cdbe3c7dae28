using Coordination.Api.Feed;
using Coordination.Api.Security;
using Coordination.Projections.Alerts;
using Coordination.Projections.Assessment;
using Coordination.Projections.CarePathway;
using Coordination.Projections.CarePlan;
using Coordination.Projections.CareRecord;
using Coordination.Projections.CareTeam;
using Coordination.Projections.CaseFinding;
using Coordination.Projections.Contacts;
using Coordination.Projections.Discharge;
using Coordination.Projections.Documents;
using Coordination.Projections.Rights;
using Coordination.Projections.Tasks;

namespace Coordination.Api.CareRecord;

/// <summary>A kind of stream that is about one person.</summary>
/// <param name="Type">Alias of the stream type.</param>
/// <param name="Table">Table of its inline view, a row per stream.</param>
/// <param name="Read">What a subject must be let to do to read its facts.</param>
/// <param name="Feed">How a change of it is told to open screens.</param>
/// <param name="PersonColumn">The view's column, or expression, that holds the person.</param>
public sealed record PersonStream(
    string Type, string Table, AccessAction Read, FeedEventType Feed = FeedEventType.RecordChanged, string PersonColumn = "person_id");

/// <summary>Every kind of stream about a person: what the live feed tells of and the life line is made of.</summary>
public static class PersonStreams
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<PersonStream> All { get; } =
    [
        new("care_record", CareRecordProjection.View.Table, AccessAction.ReadRecords),
        new("received_transfer", ReceivedTransferProjection.View.Table, AccessAction.ReadTransfers, FeedEventType.TransferChanged),
        new("care_team", CareTeamProjection.View.Table, AccessAction.ReadTeam),
        new("team_invitation", TeamInvitationProjection.View.Table, AccessAction.ReadTeam),
        new("care_plan", CarePlanProjection.View.Table, AccessAction.ReadPlan),
        new("assessment", AssessmentProjection.View.Table, AccessAction.ReadAssessments),
        new("autonomy", AutonomyProjection.View.Table, AccessAction.ReadAssessments),
        new("rights", RightsProjection.View.Table, AccessAction.ReadBenefits),
        new("document", DocumentProjection.View.Table, AccessAction.ReadDocuments),
        new("care_pathway", CarePathwayProjection.View.Table, AccessAction.ReadPathway),
        new("disruption", DisruptionProjection.View.Table, AccessAction.ReadPathway),
        new("task", WorkTaskProjection.View.Table, AccessAction.ReadWork, FeedEventType.TaskChanged),
        new("contact", RecordedContactProjection.View.Table, AccessAction.ReadWork),
        new("discharge", DischargeProjection.View.Table, AccessAction.ReadDischarges, FeedEventType.DischargeChanged),
        new("alert", AlertProjection.View.Table, AccessAction.ReadAlerts, FeedEventType.AlertChanged, "subject_id"),
        new("case_finding", SupportRequestProjection.View.Table, AccessAction.ReadRequests, FeedEventType.RequestChanged),
    ];
}
