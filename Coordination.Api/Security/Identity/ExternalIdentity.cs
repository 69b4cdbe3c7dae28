using System.Text.Json;
using Coordination.Domain.Directory;

namespace Coordination.Api.Security.Identity;

/// <summary>Who signed in, as the provider says: never what he may do.</summary>
/// <param name="NationalId">National identifier as PSC gives it; null elsewhere.</param>
/// <param name="Workplaces">Places of work that PSC knows of, by structure id, as a help to whoever gives habilitations.</param>
public sealed record ExternalIdentity(string Key, string DisplayName, string? NationalId, IReadOnlyList<string> Workplaces)
{
    /// <summary>Reads the claims of a token or of userinfo; null when they name nobody. An empty text is an absent one, as PSC has it.</summary>
    public static ExternalIdentity? Read(IdentityProvider provider, JsonElement claims)
    {
        string? Text(string name) => claims.ValueKind is JsonValueKind.Object && claims.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String
            && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
        var psc = provider.Convention is ClaimConvention.ProSanteConnect;
        // A machine has neither: its client is the token's subject (RFC 9068). Never `client_id`: a user's token names the client too.
        var identifier = (psc ? Text("SubjectNameID") : Text("preferred_username")) ?? Text("sub");
        if (IdentityKey.Of(provider.Name, identifier) is not { } key) return null;
        var name = Text("name") ?? (Text("given_name"), Text("family_name")) switch
        {
            ({ } given, { } family) => $"{given} {family}",
            (_, { } family) => family,
            _ => Text("preferred_username") ?? "",
        };
        return new(key.Value, name, psc ? Text("SubjectNameID") : null, psc ? Places(claims) : []);
    }

    private static List<string> Places(JsonElement claims)
    {
        var places = new List<string>();
        if (!claims.TryGetProperty("SubjectRefPro", out var reference) || reference.ValueKind is not JsonValueKind.Object) return places;
        foreach (var exercise in Items(reference, "exercices"))
            foreach (var activity in Items(exercise, "activities"))
                if (activity.TryGetProperty("raisonSocialeSite", out var site) && site.ValueKind is JsonValueKind.String && site.GetString() is { Length: > 0 } text)
                    places.Add(text);
        return places;
    }

    private static IEnumerable<JsonElement> Items(JsonElement of, string name) =>
        of.TryGetProperty(name, out var list) && list.ValueKind is JsonValueKind.Array ? list.EnumerateArray().Where(i => i.ValueKind is JsonValueKind.Object) : [];
}
