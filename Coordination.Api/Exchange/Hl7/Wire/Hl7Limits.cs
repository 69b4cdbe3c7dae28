namespace Coordination.Api.Exchange.Hl7.Wire;

/// <summary>What a message may weigh before it is refused.</summary>
/// <param name="MessageBytes">Whole message, in bytes.</param>
/// <param name="Segments">Segments of one message.</param>
/// <param name="FieldsPerSegment">Fields of one segment.</param>
/// <param name="FieldLength">Characters of one field.</param>
public sealed record Hl7Limits(int MessageBytes = 2 * 1024 * 1024, int Segments = 2_000, int FieldsPerSegment = 300, int FieldLength = 256 * 1024)
{
    /// <summary>The limits of a link that sets none.</summary>
    public static readonly Hl7Limits Default = new();
}
