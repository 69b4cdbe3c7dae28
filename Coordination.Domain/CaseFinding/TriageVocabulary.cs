namespace Coordination.Domain.CaseFinding;

/// <summary>What a request is about (motif de la demande).</summary>
public enum RequestReason
{
    /// <summary>Staying at home (maintien à domicile).</summary>
    StayingHome,

    /// <summary>A discharge from hospital.</summary>
    HospitalDischarge,

    /// <summary>The person refuses care.</summary>
    CareRefusal,

    /// <summary>A carer is exhausted.</summary>
    CarerExhaustion,

    /// <summary>Housing.</summary>
    Housing,

    /// <summary>Benefits and rights.</summary>
    Entitlements,

    /// <summary>End of life.</summary>
    EndOfLife,

    /// <summary>Mental health.</summary>
    MentalHealth,

    /// <summary>Something else, told in the narrative.</summary>
    Other,
}

/// <summary>How a request came.</summary>
public enum RequestChannel
{
    /// <summary>By telephone.</summary>
    Phone,

    /// <summary>On a form.</summary>
    Form,

    /// <summary>By mail, secure or not.</summary>
    Mail,

    /// <summary>At the desk.</summary>
    Visit,

    /// <summary>Deposited on the platform by the one who asks.</summary>
    Platform,
}

/// <summary>Where the person is now.</summary>
public enum Whereabouts
{
    /// <summary>At home.</summary>
    Home,

    /// <summary>In hospital.</summary>
    Hospital,

    /// <summary>In a residence or a home for the elderly.</summary>
    Residence,

    /// <summary>With somebody close.</summary>
    Relative,

    /// <summary>Without a home.</summary>
    NoHome,
}

/// <summary>A right that is known to be open.</summary>
public enum KnownBenefit
{
    /// <summary>Allocation personnalisée d'autonomie.</summary>
    Apa,

    /// <summary>Rights by the MDPH.</summary>
    Mdph,

    /// <summary>Affection de longue durée.</summary>
    Ald,
}

/// <summary>Whose answer a request waits for.</summary>
public enum AwaitedFrom
{
    /// <summary>Who asked.</summary>
    Requester,

    /// <summary>The person or somebody close.</summary>
    Person,

    /// <summary>Her physician.</summary>
    Physician,

    /// <summary>A service.</summary>
    Service,
}

/// <summary>How complex the situation looks at triage. The law defines no scale: these three levels are the platform's own.</summary>
public enum SituationComplexity
{
    /// <summary>One need, one answer.</summary>
    Simple,

    /// <summary>Several needs that hang together.</summary>
    Compound,

    /// <summary>Several fields (health, social, housing…) and several services at once.</summary>
    Complex,
}

/// <summary>Why support is refused.</summary>
public enum RefusalReason
{
    /// <summary>She lives outside the territory.</summary>
    OutsideTerritory,

    /// <summary>Not what a DAC is for.</summary>
    OutsideMission,

    /// <summary>The person does not want it.</summary>
    PersonRefuses,

    /// <summary>Somebody else coordinates already.</summary>
    CoordinatedElsewhere,

    /// <summary>Something else, told in words.</summary>
    Other,
}

/// <summary>Why nothing follows a request.</summary>
public enum NoFollowUpReason
{
    /// <summary>Nobody could be reached.</summary>
    Unreachable,

    /// <summary>The need is gone.</summary>
    NeedGone,

    /// <summary>The person died.</summary>
    Death,

    /// <summary>She moved out of the territory.</summary>
    Moved,

    /// <summary>Entered by mistake.</summary>
    Mistake,
}

/// <summary>Whether the médecin traitant knows of the support (D.6327-1: « en concertation avec le médecin traitant »).</summary>
public enum PhysicianInformation
{
    /// <summary>Told.</summary>
    Informed,

    /// <summary>The person does not want it; why is recorded.</summary>
    PersonRefuses,

    /// <summary>She has none.</summary>
    NoPhysician,
}
