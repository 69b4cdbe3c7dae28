namespace Coordination.Domain.Documents;

/// <summary>What a document is.</summary>
public enum DocumentKind
{
    /// <summary>Ordonnance.</summary>
    Prescription,

    /// <summary>Compte rendu.</summary>
    Report,

    /// <summary>Lettre de liaison (R.1112-1-2).</summary>
    DischargeLetter,

    /// <summary>Courrier.</summary>
    Letter,

    /// <summary>Évaluation.</summary>
    Assessment,

    /// <summary>Pièce administrative.</summary>
    Administrative,

    /// <summary>Photo.</summary>
    Photo,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>Types of content that are kept: each is known by its first bytes, never by a name.</summary>
public enum MediaType
{
    /// <summary><c>application/pdf</c>.</summary>
    Pdf,

    /// <summary><c>image/jpeg</c>.</summary>
    Jpeg,

    /// <summary><c>image/png</c>.</summary>
    Png,

    /// <summary><c>image/tiff</c>.</summary>
    Tiff,

    /// <summary><c>text/plain</c>, UTF-8.</summary>
    PlainText,
}

/// <summary>Where a document stands.</summary>
public enum DocumentStatus
{
    /// <summary>To be read.</summary>
    Deposited,

    /// <summary>Another one took its place.</summary>
    Replaced,

    /// <summary>Taken back.</summary>
    Withdrawn,
}
