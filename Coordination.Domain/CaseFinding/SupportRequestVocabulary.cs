namespace Coordination.Domain.CaseFinding;

/// <summary>Who asks (origine de la demande).</summary>
public enum RequestOrigin
{
    /// <summary>The social service of a hospital, announcing a discharge.</summary>
    HospitalSocialService,
}

/// <summary>How soon a first answer is due (DOMAIN AL10).</summary>
public enum RequestUrgency
{
    /// <summary>Three working days.</summary>
    Normal,

    /// <summary>One working day.</summary>
    Urgent,

    /// <summary>One hour.</summary>
    Critical,
}

/// <summary>What the person was told and said (information / non-opposition).</summary>
public enum PersonInformation
{
    /// <summary>Told, and does not oppose.</summary>
    Informed,

    /// <summary>Opposes: only what names nobody leaves the establishment.</summary>
    Opposed,

    /// <summary>Not told yet.</summary>
    NotCollected,
}

/// <summary>Where a request stands.</summary>
public enum RequestStatus
{
    /// <summary>In the queue.</summary>
    Received,

    /// <summary>Somebody of the DAC looks at it.</summary>
    Taken,

    /// <summary>Taken back by who asked.</summary>
    Withdrawn,
}
