namespace Coordination.Api.Security;

/// <summary>What somebody wants to do.</summary>
public enum AccessAction
{
    /// <summary>Read alerts and the persons they are about.</summary>
    ReadAlerts,

    /// <summary>Take or close an alert.</summary>
    TreatAlerts,

    /// <summary>Read discharges and the persons they are about.</summary>
    ReadDischarges,

    /// <summary>Announce a discharge of one's establishment, or take the announcement back.</summary>
    AnnounceDischarge,

    /// <summary>Prepare a return home: needs, confirmations, who takes care.</summary>
    PrepareReturn,

    /// <summary>Say where a discharge leads to.</summary>
    StateDestination,

    /// <summary>Read requests for support.</summary>
    ReadRequests,

    /// <summary>Take a request for support.</summary>
    TreatRequests,

    /// <summary>Look up structures, professionals and communes.</summary>
    ReadDirectory,

    /// <summary>Read what a territory decided about its alerts.</summary>
    ReadSettings,

    /// <summary>Change what a territory decided about its alerts.</summary>
    ChangeSettings,

    /// <summary>Read what the interfaces could not read.</summary>
    ReadQuarantine,

    /// <summary>Read figures: of one's territory, or of the communes of one's CPTS. Never of a person.</summary>
    ReadIndicators,

    /// <summary>Look persons up by birth date and name, and read their identity.</summary>
    SearchPersons,

    /// <summary>Register persons and correct their traits.</summary>
    RegisterPersons,

    /// <summary>Check identities: status, attributes, duplicates, merges.</summary>
    VerifyIdentities,

    /// <summary>Read who read what, without content.</summary>
    ReadTrail,

    /// <summary>Give a person what is held about her.</summary>
    ExportPersonData,

    /// <summary>Erase a person's data.</summary>
    ErasePersonData,

    /// <summary>Read how a territory is set up: structures, habilitations, communes, calendars.</summary>
    ReadAdministration,

    /// <summary>Change how a territory is set up.</summary>
    Administer,

    /// <summary>Read coordination records: who is followed, by whom, her situation.</summary>
    ReadRecords,

    /// <summary>State what is known of a person's situation, and keep it from somebody at her wish.</summary>
    StateSituation,

    /// <summary>Read what a person decided about sharing, who may read and who read.</summary>
    ReadRights,

    /// <summary>Record what a person decides about sharing; suspend, restrict, resume her record.</summary>
    ChangeRights,

    /// <summary>Read who is in a person's care team.</summary>
    ReadTeam,

    /// <summary>Change a person's care team.</summary>
    ChangeTeam,

    /// <summary>Ask the referent for access to somebody.</summary>
    RequestAccess,

    /// <summary>Read and answer requests for access.</summary>
    AnswerAccess,

    /// <summary>Lead a record: intensity, referent and deputy, standby, closure, reopening, transfer.</summary>
    LeadRecord,

    /// <summary>Read the records of other territories that arrived, before and after the answer.</summary>
    ReadTransfers,

    /// <summary>Take over, or not, records of other territories.</summary>
    AnswerTransfers,

    /// <summary>Read a person's care plan.</summary>
    ReadPlan,

    /// <summary>Write a person's care plan.</summary>
    ChangePlan,

    /// <summary>Answer for the actions of a plan that are one's own.</summary>
    AnswerPlan,

    /// <summary>Read a person's care pathways, their ruptures and unmet needs.</summary>
    ReadPathway,

    /// <summary>Apply a pathway, carry out its steps, leave it.</summary>
    ChangePathway,

    /// <summary>Read the tasks of the DAC and the contacts that it had.</summary>
    ReadWork,

    /// <summary>Give and do tasks, record contacts.</summary>
    ManageWork,

    /// <summary>Read a person's documents.</summary>
    ReadDocuments,

    /// <summary>Deposit, replace or take back documents.</summary>
    DepositDocument,

    /// <summary>Read assessments of a person.</summary>
    ReadAssessments,

    /// <summary>Assess a person.</summary>
    Assess,

    /// <summary>Read a person's benefits, protective measures and the pieces asked for.</summary>
    ReadBenefits,

    /// <summary>Record benefits and measures, ask for pieces.</summary>
    ChangeBenefits,

    /// <summary>Give the pieces that were asked for.</summary>
    SubmitPieces,

    /// <summary>Report a rupture or an unmet need.</summary>
    ReportDisruption,

    /// <summary>Qualify a rupture or an unmet need, and close it.</summary>
    QualifyDisruption,

    /// <summary>Ask the DAC for support.</summary>
    SubmitRequest,

    /// <summary>Answer an invitation to a care team.</summary>
    AnswerInvitation,

    /// <summary>Name who else of one's structure works for a person of whose team it is a member.</summary>
    NameColleague,

    /// <summary>See and share out the work of the whole team.</summary>
    Supervise,
}
