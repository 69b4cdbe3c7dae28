using System.Globalization;
using Platform.GraphQL;

namespace Coordination.Api.Feed;

/// <summary>Where a subscription stands: an opaque text for clients (E17).</summary>
public static class FeedPosition
{
    /// <summary>The text of a position.</summary>
    public static string Encode(long position) => $"p{position:x}";

    /// <summary>The position of a text; INVALID_POSITION when it is not one.</summary>
    public static long Decode(string text) =>
        text.Length is > 1 and <= 17 && text[0] == 'p'
        && long.TryParse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var position) && position >= 0
            ? position
            : throw new GraphQLException("after: not a position of the feed", "INVALID_POSITION", new Dictionary<string, object?> { ["field"] = "after" });
}
