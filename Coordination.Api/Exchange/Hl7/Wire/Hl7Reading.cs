using System.Text;

namespace Coordination.Api.Exchange.Hl7.Wire;

/// <summary>How a link wants its bytes read.</summary>
/// <param name="DefaultCharset">Character set when MSH-18 is empty; null tries UTF-8, then 8859/15.</param>
/// <param name="ToleratesLineFeed">LF and CRLF may end a segment.</param>
/// <param name="Limits">What a message may weigh.</param>
public sealed record Hl7Reading(Encoding? DefaultCharset, bool ToleratesLineFeed, Hl7Limits Limits)
{
    /// <summary>Tolerant, with the default limits.</summary>
    public static readonly Hl7Reading Default = new(null, true, Hl7Limits.Default);
}
