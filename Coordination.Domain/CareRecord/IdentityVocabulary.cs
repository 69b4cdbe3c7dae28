namespace Coordination.Domain.CareRecord;

/// <summary>Documents of high trust that validate an identity (RNIV).</summary>
public enum IdentityDocument
{
    /// <summary>Carte nationale d'identité.</summary>
    IdentityCard,

    /// <summary>Passeport.</summary>
    Passport,

    /// <summary>Titre de séjour.</summary>
    ResidencePermit,

    /// <summary>Extrait d'acte de naissance, with a document of a parent: for a child.</summary>
    BirthCertificate,

    /// <summary>Livret de famille, with a document of a parent: for a child.</summary>
    FamilyBook,

    /// <summary>Electronic identity of high trust.</summary>
    ElectronicIdentity,
}

/// <summary>What is said of an identity besides its status (INS-05).</summary>
public enum IdentityAttribute
{
    /// <summary>Somebody else has nearly the same traits (HOMA).</summary>
    Homonym,

    /// <summary>Perhaps another person's traits (DOUT): neither validated nor qualified.</summary>
    Doubtful,

    /// <summary>Invented (FICT): neither validated nor qualified, and never sent.</summary>
    Fictitious,
}

/// <summary>Why an identity is validated no longer.</summary>
public enum DevalidationReason
{
    /// <summary>Strict traits were corrected.</summary>
    TraitsCorrected,

    /// <summary>The INS was not hers.</summary>
    InsRemoved,

    /// <summary>The document was not hers, or not genuine.</summary>
    WrongDocument,

    /// <summary>The identity is doubtful.</summary>
    Doubtful,

    /// <summary>The identity is invented.</summary>
    Fictitious,
}

/// <summary>Why INSi gave no INS.</summary>
public enum InsRejection
{
    /// <summary>Nobody with these traits (return code 01).</summary>
    NobodyFound,

    /// <summary>Several persons with these traits (return code 02).</summary>
    SeveralFound,
}

/// <summary>Why an INS is taken away.</summary>
public enum InsRemovalReason
{
    /// <summary>It is another person's.</summary>
    OtherPerson,

    /// <summary>The traits that called it were wrong.</summary>
    WrongTraits,
}

/// <summary>A trait that was corrected; the value is in the identity store only.</summary>
public enum TraitField
{
    /// <summary>Birth name: strict.</summary>
    BirthName,

    /// <summary>Given names of birth: strict.</summary>
    GivenNames,

    /// <summary>Sex: strict.</summary>
    Sex,

    /// <summary>Birth date: strict.</summary>
    BirthDate,

    /// <summary>Birth place: strict.</summary>
    BirthPlace,

    /// <summary>Name used.</summary>
    UsedName,

    /// <summary>Telephone.</summary>
    Phone,

    /// <summary>Commune of residence.</summary>
    Commune,
}

/// <summary>Why two identities are compared.</summary>
public enum DuplicateKind
{
    /// <summary>Names that sound alike, same birth date and sex.</summary>
    NearTraits,

    /// <summary>Same strict traits.</summary>
    SameTraits,

    /// <summary>Same strict traits under two matricules.</summary>
    Homonyms,

    /// <summary>One matricule, and traits that differ in writing only.</summary>
    SameMatricule,

    /// <summary>One matricule and other traits: a collision.</summary>
    Collision,
}

/// <summary>Why two identities are two persons.</summary>
public enum DismissalReason
{
    /// <summary>Twins.</summary>
    Twins,

    /// <summary>Two persons of the same name.</summary>
    Homonyms,

    /// <summary>Their documents were compared.</summary>
    DocumentsDiffer,

    /// <summary>A trait was mistyped and is corrected.</summary>
    EntryCorrected,
}
