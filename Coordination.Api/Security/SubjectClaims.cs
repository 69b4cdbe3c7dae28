using System.Security.Claims;
using Coordination.Domain.Identifiers;

namespace Coordination.Api.Security;

/// <summary>The claims that carry a <see cref="Subject"/> in an access token.</summary>
public static class SubjectClaims
{
    private const string RoleClaim = "role", Organization = "organization", Territory = "territory", Establishment = "establishment", Professional = "professional", Community = "community";

    /// <summary>The claims of a subject; absent values have no claim.</summary>
    public static IEnumerable<Claim> Of(Subject subject)
    {
        yield return new("sub", subject.Id);
        yield return new("name", subject.DisplayName);
        yield return new(RoleClaim, subject.Role.ToString());
        yield return new(Organization, subject.Organization);
        if (subject.Territory is { } territory) yield return new(Territory, territory.Value);
        if (subject.Establishment is { } finess) yield return new(Establishment, finess.Value);
        if (subject.Professional is { } professional) yield return new(Professional, professional.Value.ToString());
        if (subject.Community is { } community) yield return new(Community, community);
    }

    /// <summary>The subject of an authenticated principal; null when a claim is missing or malformed, which gives no right at all.</summary>
    public static Subject? Read(ClaimsPrincipal principal)
    {
        string? Get(string type) => principal.FindFirst(type)?.Value is { Length: > 0 } value ? value : null;
        if (Get("sub") is not { } id || Get("name") is not { } name || !Enum.TryParse<Role>(Get(RoleClaim), out var role)) return null;
        return new Subject(
            id,
            name,
            role,
            Get(Organization) ?? "",
            TerritoryId.TryParse(Get(Territory), out var territory) ? territory : null,
            Finess.TryParse(Get(Establishment), out var finess) ? finess : null,
            Guid.TryParse(Get(Professional), out var professional) ? new ProfessionalId(professional) : null)
        {
            Community = Get(Community),
        };
    }
}
