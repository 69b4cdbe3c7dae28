namespace Coordination.Domain.CareRecord;

/// <summary>What may be shared, and opposed or consented to, separately (DOMAIN AG2).</summary>
public enum SharingScope
{
    /// <summary>Being told of hospital stays (alertesHospitalieres).</summary>
    HospitalAlerts,

    /// <summary>Exchange within the care team of L.1110-12: open once informed, until opposed.</summary>
    TeamExchange,

    /// <summary>Sharing with somebody outside the care team: closed until consented to (L.1110-4 III).</summary>
    OutsideTeam,

    /// <summary>What is known of mental health, within the care team: open once informed, until opposed.</summary>
    MentalHealth,
}

/// <summary>Where a scope stands (DOMAIN AG2).</summary>
public enum SharingState
{
    /// <summary>Nobody asked the person yet.</summary>
    NotCollected,

    /// <summary>Informed, and did not oppose.</summary>
    InformedNotOpposed,

    /// <summary>Opposed.</summary>
    Opposed,

    /// <summary>Consented to.</summary>
    Consented,

    /// <summary>The consent was taken back.</summary>
    Withdrawn,

    /// <summary>The consent's time is over.</summary>
    Expired,
}

/// <summary>How an information was given or a consent collected: any means will do, dematerialised ones too (L.1110-4 III, decree 2016-1349).</summary>
public enum ConsentMeans
{
    /// <summary>Said, and noted by the professional.</summary>
    Oral,

    /// <summary>On paper.</summary>
    Written,

    /// <summary>On a screen.</summary>
    Digital,
}
