namespace Coordination.Api.Exchange.Hl7.Pam;

/// <summary>MSA-1 in original mode.</summary>
public enum AckCode
{
    /// <summary>Accepted.</summary>
    AA,

    /// <summary>Understood and not processed.</summary>
    AE,

    /// <summary>Refused by its type, version, processing mode or header.</summary>
    AR,
}
