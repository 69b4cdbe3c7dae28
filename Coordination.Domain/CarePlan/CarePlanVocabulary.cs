namespace Coordination.Domain.CarePlan;

/// <summary>Where a plan, or one of its versions, stands.</summary>
public enum PlanStatus
{
    /// <summary>Being written (brouillon).</summary>
    Draft,

    /// <summary>Shown to the person and the team for their agreement.</summary>
    Proposed,

    /// <summary>Agreed upon, or its refusal noted, and validated by who leads it.</summary>
    Validated,

    /// <summary>Its actions have begun.</summary>
    UnderWay,

    /// <summary>Somebody asked to look at it anew.</summary>
    ToReview,

    /// <summary>Over.</summary>
    Closed,

    /// <summary>A later version is in force; only versions are replaced, never a plan.</summary>
    Replaced,

    /// <summary>Part of another plan since two persons became one.</summary>
    Merged,
}

/// <summary>What stands in a plan.</summary>
public enum PlanItemKind
{
    /// <summary>Problème, situation à problème.</summary>
    Problem,

    /// <summary>Besoin.</summary>
    Need,

    /// <summary>Attente ou préférence, in the person's words.</summary>
    Preference,

    /// <summary>Objectif partagé.</summary>
    Objective,

    /// <summary>Action towards an objective.</summary>
    Action,
}

/// <summary>What can be changed of a plan or an item, each on its own.</summary>
public enum PlanField
{
    /// <summary>What it says.</summary>
    Text,

    /// <summary>How one will see that an objective is reached.</summary>
    Criteria,

    /// <summary>How far it reaches.</summary>
    DataClass,

    /// <summary>The class of a need.</summary>
    Need,

    /// <summary>Whether a need is met.</summary>
    Coverage,

    /// <summary>The kind of recourse of an action.</summary>
    Recourse,

    /// <summary>Who does an action.</summary>
    Owner,

    /// <summary>By when an action is done.</summary>
    Due,

    /// <summary>Its place among the others.</summary>
    Position,

    /// <summary>How far an action or an objective is.</summary>
    Status,

    /// <summary>When the plan is looked at again.</summary>
    ReviewDate,

    /// <summary>Whom to call when something goes wrong.</summary>
    AlertProcedure,

    /// <summary>Which care pathways the plan carries out.</summary>
    Pathways,
}

/// <summary>Classes of needs, after the project fields of TDDUI; counted over a territory when they are not met.</summary>
public enum NeedClass
{
    /// <summary>Health and treatment.</summary>
    Health,

    /// <summary>Nursing care.</summary>
    Nursing,

    /// <summary>Mental health.</summary>
    MentalHealth,

    /// <summary>Everyday life.</summary>
    DailyLiving,

    /// <summary>Housing and its fitting out.</summary>
    Housing,

    /// <summary>Getting about.</summary>
    Mobility,

    /// <summary>Company and taking part.</summary>
    SocialLife,

    /// <summary>School, training or work.</summary>
    SchoolOrWork,

    /// <summary>Rights and resources.</summary>
    Rights,

    /// <summary>Relief of a carer.</summary>
    CarerRespite,
}

/// <summary>Kinds of actions in the order of recourse: prevention first.</summary>
public enum Recourse
{
    /// <summary>Prevention.</summary>
    Prevention,

    /// <summary>Therapeutic education.</summary>
    Education,

    /// <summary>Support at home.</summary>
    HomeSupport,

    /// <summary>Primary care.</summary>
    PrimaryCare,

    /// <summary>Specialised care.</summary>
    SpecialisedCare,

    /// <summary>A stay in an establishment.</summary>
    Establishment,
}

/// <summary>How far an objective is.</summary>
public enum ObjectiveStatus
{
    /// <summary>Not begun.</summary>
    ToDo,

    /// <summary>Begun.</summary>
    UnderWay,

    /// <summary>Reached.</summary>
    Achieved,

    /// <summary>Reached in part.</summary>
    Partial,

    /// <summary>Not reached.</summary>
    NotAchieved,

    /// <summary>Given up.</summary>
    Abandoned,
}

/// <summary>How far an action is.</summary>
public enum ActionStatus
{
    /// <summary>Planned; its owner has not answered.</summary>
    Planned,

    /// <summary>Its owner will do it.</summary>
    Accepted,

    /// <summary>Its owner will not do it.</summary>
    Declined,

    /// <summary>Begun.</summary>
    UnderWay,

    /// <summary>Done.</summary>
    Done,

    /// <summary>Not done, with a reason.</summary>
    NotDone,

    /// <summary>Not wanted any more.</summary>
    Cancelled,
}

/// <summary>Why an action was not done.</summary>
public enum NotDoneReason
{
    /// <summary>The person did not want it.</summary>
    PersonRefused,

    /// <summary>Nobody could do it.</summary>
    NoProvider,

    /// <summary>Too late, or in the way of something else.</summary>
    Hindered,

    /// <summary>There was no need any more.</summary>
    NotNeeded,
}

/// <summary>What kind of somebody does an action.</summary>
public enum OwnerKind
{
    /// <summary>A professional.</summary>
    Professional,

    /// <summary>A structure.</summary>
    Structure,

    /// <summary>The person herself.</summary>
    Person,

    /// <summary>A carer of hers.</summary>
    Carer,
}

/// <summary>Who agreed to a plan.</summary>
public enum AgreementGiver
{
    /// <summary>The person.</summary>
    Person,

    /// <summary>Who represents her in law.</summary>
    Representative,
}
