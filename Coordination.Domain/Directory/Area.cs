using System.Collections.Immutable;
using System.Diagnostics;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Directory;

/// <summary>What a list of communes is of.</summary>
public enum AreaKind
{
    /// <summary>The territory of a DAC.</summary>
    Territory,

    /// <summary>A CPTS.</summary>
    HealthCommunity,
}

/// <summary>A commune belongs to an area from a day on; <paramref name="Until"/> is the first day on which it no longer does.</summary>
public sealed record CommuneAttachment(CommuneCode Commune, DateOnly From, DateOnly? Until)
{
    /// <summary>Whether it holds on a day.</summary>
    public bool HoldsOn(DateOnly day) => From <= day && (Until is not { } until || day < until);
}

/// <summary>A territory or a CPTS as a dated list of communes (DOMAIN AG27): what was true on a day stays true of that day.</summary>
public sealed record Area(AreaKind Kind, string Code, ImmutableArray<CommuneAttachment> Attachments)
{
    private static readonly Guid Space = new("6a1f0d8a-3a0b-4a57-9d06-7d4b5e9c2f27");

    /// <summary>The stream of an area.</summary>
    public static Guid IdOf(AreaKind kind, string code) => DeterministicGuid.V5(Space, $"{kind}|{code}");

    /// <summary>The communes of a day.</summary>
    public IEnumerable<CommuneCode> CommunesOn(DateOnly day) => Attachments.Where(a => a.HoldsOn(day)).Select(a => a.Commune);

    /// <summary>The area after one more fact.</summary>
    public static Area Evolve(Area? state, AreaEvent fact) => (state, fact) switch
    {
        (_, CommunesAttached e) => new(e.Kind, e.Area, [.. state?.Attachments ?? [], .. e.Communes.Select(c => new CommuneAttachment(c, e.From, null))]),
        ({ } area, CommunesDetached e) => area with { Attachments = [.. area.Attachments.Select(a => a.Until is null && e.Communes.Contains(a.Commune) ? a with { Until = e.Until } : a)] },
        _ => throw new UnreachableException(fact.GetType().Name),
    };
}

/// <summary>Facts about an area; the stream is its history.</summary>
public abstract record AreaEvent : IDomainEvent;

/// <summary>Communes belong to the area from a day on.</summary>
public sealed record CommunesAttached(AreaKind Kind, string Area, ImmutableArray<CommuneCode> Communes, DateOnly From) : AreaEvent;

/// <summary>Communes no longer belong to it, <paramref name="Until"/> being the first day on which they do not.</summary>
public sealed record CommunesDetached(ImmutableArray<CommuneCode> Communes, DateOnly Until) : AreaEvent;
