namespace Coordination.Domain.CaseFinding;

/// <summary>Who asks (origine de la demande).</summary>
public enum RequestOrigin
{
    /// <summary>The social service of a hospital, announcing a discharge.</summary>
    HospitalSocialService,

    /// <summary>A self-employed professional: physician, nurse, pharmacist, therapist.</summary>
    IndependentProfessional,

    /// <summary>A hospital, other than by its announcement of a discharge.</summary>
    Hospital,

    /// <summary>A social or medico-social service.</summary>
    SocialCareService,

    /// <summary>A CLIC or CCAS.</summary>
    LocalCentre,

    /// <summary>The person herself.</summary>
    Person,

    /// <summary>Somebody of her family or friends who helps her.</summary>
    Carer,

    /// <summary>Somebody else.</summary>
    Other,
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

    /// <summary>Answered: information was given (INFORMATION_DONNEE).</summary>
    Answered,

    /// <summary>Sent on to a service that fits better (ORIENTEE).</summary>
    Oriented,

    /// <summary>Accepted: a record is open (APPUI_ACCEPTE).</summary>
    Accepted,

    /// <summary>Refused, with a reason (REFUSEE).</summary>
    Refused,

    /// <summary>Another request, or a record that is open, is about the same (DOUBLON).</summary>
    Duplicate,

    /// <summary>Nothing follows (SANS_SUITE).</summary>
    Closed,
}
