namespace Coordination.Api.Exchange.Hl7.Wire;

/// <summary>Why bytes are not a message.</summary>
public enum Hl7FaultKind
{
    /// <summary>No MSH at the head, or one that names no usable separators.</summary>
    NoHeader,

    /// <summary>The bytes do not belong to the character set.</summary>
    InvalidBytes,

    /// <summary>MSH-18 names a character set that is not supported.</summary>
    UnknownCharset,

    /// <summary>A control character that no text may hold.</summary>
    ControlCharacter,

    /// <summary>A line that does not begin with a segment name.</summary>
    SegmentName,

    /// <summary>Segments end with something else than CR on a link that does not tolerate it.</summary>
    LineEnd,

    /// <summary>The message, its segments or its fields exceed the limits.</summary>
    TooLarge,
}

/// <summary>A message that could not be cut: the rule and its place, no content.</summary>
/// <param name="Kind">The rule.</param>
/// <param name="Location">Place as in ERR-2, such as <c>OBX^3^5</c>.</param>
/// <param name="Detail">What was expected, such as the name of the character set or the limit.</param>
public sealed record Hl7Fault(Hl7FaultKind Kind, string Location, string Detail);
