using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Platform.GraphQL;

namespace Coordination.Api.GraphQL;

/// <summary>One sort key of a list: a column that is never null, and its direction.</summary>
/// <param name="Sql">Column or expression, from our own code only.</param>
/// <param name="Type">PostgreSQL type that the cursor's text is cast to.</param>
public sealed record PageKey(string Sql, string Type, bool Descending = false);

/// <summary>
/// Keyset pagination: pages that neither skip nor repeat a row while the list changes. Cursors are signed and bound to the list's
/// filter and order: a forged or foreign one is INVALID_CURSOR.
/// </summary>
public sealed class Keyset(byte[] signingKey)
{
    /// <summary>Rows when the client asks for none.</summary>
    public const int DefaultPage = 50;

    /// <summary>Most rows a page has.</summary>
    public const int MaximumPage = 200;

    /// <summary>The page size asked for; BAD_PAGE_SIZE outside 1–200.</summary>
    public static int PageSize(int? first) => first switch
    {
        null => DefaultPage,
        >= 1 and <= MaximumPage => first.Value,
        _ => throw new GraphQLException($"first: from 1 to {MaximumPage}", "BAD_PAGE_SIZE", new Dictionary<string, object?> { ["field"] = "first" }),
    };

    /// <summary>The cursor of a row: its sort key values as text.</summary>
    public string Encode(string list, string[] values)
    {
        var payload = JsonSerializer.SerializeToUtf8Bytes(values);
        return Base64Url.EncodeToString([.. Sign(list, payload), .. payload]);
    }

    /// <summary>The values of a cursor of this list.</summary>
    public string[] Decode(string list, string cursor)
    {
        try
        {
            var bytes = Base64Url.DecodeFromChars(cursor);
            if (bytes.Length > 8 && CryptographicOperations.FixedTimeEquals(bytes.AsSpan(0, 8), Sign(list, bytes.AsSpan(8))))
                return JsonSerializer.Deserialize<string[]>(bytes.AsSpan(8))!;
        }
        catch (FormatException)
        {
            // Not base64url: answered below like any other foreign cursor.
        }

        throw new GraphQLException("after: not a cursor of this list", "INVALID_CURSOR", new Dictionary<string, object?> { ["field"] = "after" });
    }

    /// <summary>The condition « after the row of the cursor » in the order given; parameters are numbered from <paramref name="firstParameter"/>.</summary>
    public static string After(IReadOnlyList<PageKey> keys, int firstParameter)
    {
        // (a, b, c) after (x, y, z), with mixed directions: a>x or (a=x and (b>y or (b=y and c>z)))
        var sql = "";
        for (var i = keys.Count - 1; i >= 0; i--)
        {
            var value = $"${firstParameter + i}::text::{keys[i].Type}";
            var beyond = $"{keys[i].Sql} {(keys[i].Descending ? '<' : '>')} {value}";
            sql = sql.Length == 0 ? beyond : $"({beyond} or ({keys[i].Sql} = {value} and {sql}))";
        }

        return sql;
    }

    /// <summary>The order by clause.</summary>
    public static string OrderBy(IEnumerable<PageKey> keys) => string.Join(", ", keys.Select(k => k.Descending ? $"{k.Sql} desc" : k.Sql));

    private byte[] Sign(string list, ReadOnlySpan<byte> payload)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, signingKey);
        hmac.AppendData(System.Text.Encoding.UTF8.GetBytes(list));
        hmac.AppendData([0]);
        hmac.AppendData(payload);
        return hmac.GetHashAndReset()[..8];
    }
}
