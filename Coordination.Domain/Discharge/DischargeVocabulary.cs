namespace Coordination.Domain.Discharge;

/// <summary>How far a discharge has come.</summary>
public enum DischargeStatus
{
    /// <summary>In hospital, no discharge announced.</summary>
    Admitted,

    /// <summary>A discharge is announced.</summary>
    Announced,

    /// <summary>The person has left the hospital.</summary>
    Discharged,

    /// <summary>There is no stay: its admission was cancelled, or it became an out-patient one.</summary>
    Cancelled,
}

/// <summary>How sure an expected date is.</summary>
public enum DateReliability
{
    /// <summary>Given by the establishment at admission or transfer (PV2-9): never critical, asks for confirmation.</summary>
    EstimatedAtAdmission,

    /// <summary>Announced: by the feed (A16), or as sure by the social service.</summary>
    Announced,

    /// <summary>Announced by the social service as probable.</summary>
    Probable,
}

/// <summary>Where a discharge leads to. Not known is the absence of a value.</summary>
public enum DischargeDestination
{
    /// <summary>Home.</summary>
    Home,

    /// <summary>Home, with hospital care there (HAD).</summary>
    HomeWithHospitalCare,

    /// <summary>Home, with a nursing service (SSIAD).</summary>
    HomeWithNursingService,

    /// <summary>A residence with care (EHPAD and other medico-social residences).</summary>
    CareHome,

    /// <summary>Medical and rehabilitation care (SMR).</summary>
    Rehabilitation,

    /// <summary>Another hospital (MCO).</summary>
    OtherHospital,

    /// <summary>Long-stay care (USLD).</summary>
    LongStay,

    /// <summary>Psychiatry.</summary>
    Psychiatry,

    /// <summary>Left against advice or without leave.</summary>
    AgainstAdvice,

    /// <summary>The person died.</summary>
    Death,
}

/// <summary>Which destinations bring the person home.</summary>
public static class DischargeDestinations
{
    /// <summary>True when the person goes home, or nobody said where: then what she needs at home counts.</summary>
    public static bool MayBeHome(this DischargeDestination? destination) => destination is null or DischargeDestination.Home
        or DischargeDestination.HomeWithHospitalCare or DischargeDestination.HomeWithNursingService or DischargeDestination.AgainstAdvice;
}

/// <summary>What a person may need for the return home (besoin du retour).</summary>
public enum CareNeed
{
    /// <summary>Nursing (self-employed nurse or SSIAD).</summary>
    Nursing,

    /// <summary>Help with washing and dressing.</summary>
    PersonalCare,

    /// <summary>Help in the home (SAD).</summary>
    HomeHelp,

    /// <summary>Meals brought home.</summary>
    Meals,

    /// <summary>Equipment: bed, oxygen, walking aid…</summary>
    Equipment,

    /// <summary>Transport home; counts only when it is stated.</summary>
    Transport,

    /// <summary>Physiotherapy.</summary>
    Physiotherapy,

    /// <summary>Personal alarm (téléassistance).</summary>
    Telecare,

    /// <summary>Medicines brought or prepared by the pharmacy.</summary>
    Pharmacy,

    /// <summary>Appointment with the general practitioner.</summary>
    GpAppointment,
}

/// <summary>How a provider confirmed.</summary>
public enum ConfirmationChannel
{
    /// <summary>By telephone.</summary>
    Phone,

    /// <summary>By secure health mail (MSSanté).</summary>
    SecureMail,

    /// <summary>In the provider's own portal or software.</summary>
    Software,

    /// <summary>Face to face.</summary>
    InPerson,
}

/// <summary>From what a stay was learned first.</summary>
public enum StayOrigin
{
    /// <summary>Its admission (A01, A06).</summary>
    Admission,

    /// <summary>A transfer of ward within it (A02).</summary>
    Transfer,

    /// <summary>The announcement of its discharge (A16).</summary>
    Announcement,

    /// <summary>The social service's form.</summary>
    SocialService,
}

/// <summary>Why there is no stay after all.</summary>
public enum StayCancellation
{
    /// <summary>The admission was cancelled (A11).</summary>
    AdmissionCancelled,

    /// <summary>The stay became an out-patient one (A07).</summary>
    BecameOutpatient,
}
