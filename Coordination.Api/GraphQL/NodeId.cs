using System.Buffers.Text;
using System.Text;
using Platform.GraphQL;

namespace Coordination.Api.GraphQL;

/// <summary>Opaque global ids: the type's name and the UUID, base64url. Reading one never says whether the thing exists.</summary>
public static class NodeId
{
    /// <summary>The id of a node.</summary>
    public static string Encode(string type, Guid id) => Base64Url.EncodeToString(Encoding.ASCII.GetBytes($"{type}:{id:N}"));

    /// <summary>The UUID of an id of this type; throws INVALID_ID naming the argument otherwise.</summary>
    public static Guid Decode(string type, string text, string argument) =>
        TryDecode(text) is { } node && node.Type == type
            ? node.Id
            : throw new GraphQLException($"{argument}: not an id of {type}", "INVALID_ID", new Dictionary<string, object?> { ["field"] = argument });

    /// <summary>Type and UUID of an id; null when it is not one.</summary>
    public static (string Type, Guid Id)? TryDecode(string text)
    {
        Span<byte> bytes = stackalloc byte[96];
        if (text.Length > 120 || !Base64Url.IsValid(text) || !Base64Url.TryDecodeFromChars(text, bytes, out var written)) return null;
        var parts = Encoding.ASCII.GetString(bytes[..written]).Split(':');
        return parts.Length == 2 && Guid.TryParseExact(parts[1], "N", out var id) ? (parts[0], id) : null;
    }
}
