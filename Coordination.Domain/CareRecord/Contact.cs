using Coordination.Domain.Kernel;

namespace Coordination.Domain.CareRecord;

/// <summary>What somebody is to the person before the law.</summary>
public enum ContactKind
{
    /// <summary>Personne de confiance: accompanies and is consulted, represents nobody (L.1111-6).</summary>
    TrustedPerson,

    /// <summary>Tuteur.</summary>
    Guardian,

    /// <summary>Curateur.</summary>
    Curator,

    /// <summary>Mandataire spécial of a sauvegarde de justice.</summary>
    CourtSafeguard,

    /// <summary>Mandataire of a mandat de protection future.</summary>
    FutureProtectionAgent,

    /// <summary>Habilitation familiale.</summary>
    FamilyHabilitation,

    /// <summary>Holder of parental authority.</summary>
    ParentalAuthority,

    /// <summary>Personne à ne pas prévenir: is told nothing.</summary>
    NotToBeWarned,
}

/// <summary>Somebody whom the person or a court designated.</summary>
/// <param name="Until">Last day of a measure that ends.</param>
public sealed record Contact(Guid Id, ContactKind Kind, Protected<string> Name, Protected<string>? Phone, DateOnly From, DateOnly? Until)
{
    /// <summary>May speak for the person: a trusted person may not, nor one who is not to be warned.</summary>
    public bool Represents => Kind is not (ContactKind.TrustedPerson or ContactKind.NotToBeWarned);
}
