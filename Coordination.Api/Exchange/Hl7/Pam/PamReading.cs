namespace Coordination.Api.Exchange.Hl7.Pam;

/// <summary>What to do with a message.</summary>
public enum PamDisposition
{
    /// <summary>It can be applied; problems are warnings.</summary>
    Readable,

    /// <summary>Nothing to apply, answered AA: an unknown trigger.</summary>
    Ignored,

    /// <summary>It cannot be trusted: kept for the interface operator, answered AE.</summary>
    Quarantine,

    /// <summary>Not for us: its trace only, answered AR.</summary>
    Refused,
}

/// <summary>A message as read, or why it was not.</summary>
/// <param name="Disposition">What to do with it.</param>
/// <param name="Header">What the answer needs; present even when the rest is unreadable.</param>
/// <param name="Message">The message, when <see cref="PamDisposition.Readable"/>; null otherwise.</param>
/// <param name="Problems">Findings, in the order of the message.</param>
public sealed record PamReading(PamDisposition Disposition, Hl7Header Header, AdtMessage? Message, IReadOnlyList<PamProblem> Problems)
{
    /// <summary>The answer this reading calls for, if storing it succeeds.</summary>
    public AckCode Ack => Disposition switch
    {
        PamDisposition.Quarantine => AckCode.AE,
        PamDisposition.Refused => AckCode.AR,
        _ => AckCode.AA,
    };

    /// <summary>Header and disposition; nothing of a person.</summary>
    public override string ToString() => $"{Header} {Disposition} ({Problems.Count})";
}
