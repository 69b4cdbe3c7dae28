using System.Diagnostics;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.Directory;

/// <summary>A habilitation as its events tell it.</summary>
public sealed record Habilitation(HabilitationGranted Granted, bool Ended)
{
    /// <summary>In force at this instant.</summary>
    public bool StandsAt(DateTimeOffset instant) => !Ended && Granted.From <= instant && (Granted.Until is not { } end || instant < end);

    /// <summary>The habilitation after one more fact.</summary>
    public static Habilitation Evolve(Habilitation? state, HabilitationEvent fact) => (state, fact) switch
    {
        (null, HabilitationGranted e) => new(e, false),
        ({ } s, HabilitationEnded) => s with { Ended = true },
        _ => throw new UnreachableException($"{fact.GetType().Name} on {(state is null ? "no habilitation" : "a habilitation")}"),
    };
}

/// <summary>No such habilitation.</summary>
public sealed record HabilitationNotFound() : DomainError("HABILITATION_NOT_FOUND");

/// <summary>Another account acts under this RPPS number already (N-22).</summary>
public sealed record RppsClaimed() : DomainError("RPPS_CLAIMED", "rpps");

/// <summary>The last administrator of a territory cannot leave.</summary>
public sealed record LastAdministrator() : DomainError("LAST_ADMINISTRATOR");
