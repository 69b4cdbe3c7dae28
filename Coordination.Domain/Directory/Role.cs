namespace Coordination.Domain.Directory;

/// <summary>In which capacity somebody is signed in (profiles of DOMAIN §2.2).</summary>
public enum Role
{
    /// <summary>Coordinator of a DAC.</summary>
    Coordinator,

    /// <summary>Manager of a DAC (responsable du DAC): reads what the coordinators do, and its figures.</summary>
    Manager,

    /// <summary>Social worker of an establishment.</summary>
    SocialWorker,

    /// <summary>Analyst of a CPTS: aggregates only.</summary>
    Analyst,

    /// <summary>General practitioner.</summary>
    Gp,

    /// <summary>Nurse.</summary>
    Nurse,

    /// <summary>Home care and help service (SAD, SSIAD).</summary>
    HomeCare,

    /// <summary>Social worker of a commune or a local office (CCAS, CLIC, département).</summary>
    CommunityWorker,

    /// <summary>Judicial representative (mandataire judiciaire).</summary>
    Guardian,

    /// <summary>Administrator of a territory: technique, never content.</summary>
    Admin,

    /// <summary>Auditor or data protection officer.</summary>
    Auditor,

    /// <summary>Identity vigilance.</summary>
    Identity,

    /// <summary>Operator of the interfaces.</summary>
    Interface,
}
