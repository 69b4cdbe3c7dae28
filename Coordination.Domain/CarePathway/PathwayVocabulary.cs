namespace Coordination.Domain.CarePathway;

/// <summary>Whose step it is, until somebody is named.</summary>
public enum PathwayRole
{
    /// <summary>The coordinator of the DAC.</summary>
    Coordinator,

    /// <summary>The médecin traitant.</summary>
    Physician,

    /// <summary>The nurse.</summary>
    Nurse,

    /// <summary>The social worker.</summary>
    SocialWorker,

    /// <summary>Help at home.</summary>
    HomeCare,

    /// <summary>A specialist.</summary>
    Specialist,
}

/// <summary>How a step stands on a day.</summary>
public enum StepStatus
{
    /// <summary>To be done on a later day.</summary>
    Planned,

    /// <summary>To be done today, or late.</summary>
    Due,

    /// <summary>Done.</summary>
    Done,

    /// <summary>Left out, with a reason: a deviation.</summary>
    Skipped,

    /// <summary>Its condition does not hold.</summary>
    NotApplicable,
}

/// <summary>Why a step is left out.</summary>
public enum DeviationReason
{
    /// <summary>The person did not want it.</summary>
    PersonRefused,

    /// <summary>Her state does not allow it.</summary>
    NotIndicated,

    /// <summary>Nobody can do it here.</summary>
    NoResource,

    /// <summary>Somebody did it already.</summary>
    DoneElsewhere,

    /// <summary>She is in hospital.</summary>
    InHospital,
}

/// <summary>Why a step is due on another day.</summary>
public enum RescheduleReason
{
    /// <summary>The professional could not be there.</summary>
    ProfessionalNotAvailable,

    /// <summary>The person could not be there.</summary>
    PersonNotAvailable,

    /// <summary>She is in hospital.</summary>
    InHospital,

    /// <summary>It is more urgent.</summary>
    MoreUrgent,

    /// <summary>The person wished it.</summary>
    PersonsWish,
}

/// <summary>How a pathway ends.</summary>
public enum PathwayExitReason
{
    /// <summary>Every step came to an end.</summary>
    Completed,

    /// <summary>Not suitable any more.</summary>
    NotSuitable,

    /// <summary>The person wished it.</summary>
    PersonsWish,

    /// <summary>She moved away.</summary>
    Moved,

    /// <summary>She died.</summary>
    Died,
}
