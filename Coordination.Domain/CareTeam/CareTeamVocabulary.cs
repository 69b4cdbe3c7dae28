namespace Coordination.Domain.CareTeam;

/// <summary>On what ground somebody belongs to a person's circle: one of the three cases of L.1110-12, or a consent. Never « is in the circle » alone.</summary>
public enum LegalCase
{
    /// <summary>L.1110-12 1°: same establishment, or a listed structure of cooperation (decree 2016-996).</summary>
    SameStructure,

    /// <summary>L.1110-12 2°: recognised by the person as a member of her team.</summary>
    RecognisedByPerson,

    /// <summary>L.1110-12 3°: a formal group with at least one health professional (order of 25 November 2016).</summary>
    OrganisedGroup,

    /// <summary>Outside the care team: by the person's consent (L.1110-4 III).</summary>
    Consent,
}

/// <summary>Roles in a care team (TRE R47, J47).</summary>
public enum TeamRole
{
    /// <summary>PCP: médecin traitant.</summary>
    PrincipalPhysician,

    /// <summary>330: coordonnateur de parcours.</summary>
    PathwayCoordinator,

    /// <summary>ATTPHYS: médecin responsable.</summary>
    AttendingPhysician,

    /// <summary>DISPHYS: médecin de sortie.</summary>
    DischargePhysician,

    /// <summary>CORRE: correspondant.</summary>
    Correspondent,

    /// <summary>353: membre de l'équipe.</summary>
    TeamMember,
}

/// <summary>Why somebody is a member no longer.</summary>
public enum LeaveReason
{
    /// <summary>The work is done.</summary>
    Ended,

    /// <summary>Somebody else took over.</summary>
    Replaced,

    /// <summary>The person wished it.</summary>
    PersonsWish,

    /// <summary>He or she left the structure or the profession.</summary>
    LeftStructure,

    /// <summary>Entered by mistake.</summary>
    Mistake,
}
