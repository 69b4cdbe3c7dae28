using Coordination.Api.Exchange.Hl7.Wire;

namespace Coordination.Api.Exchange.Hl7.Pam;

/// <summary>What a link carries.</summary>
public enum LinkMode
{
    /// <summary>Real persons: MSH-11 must be P, test and demonstration matricules are refused.</summary>
    Production,

    /// <summary>Demonstration or training: MSH-11 may be P, T or D, test matricules are read.</summary>
    Test,
}

/// <summary>One establishment's feed and how it is read.</summary>
/// <param name="Link">Name of the link; not of a person.</param>
/// <param name="Mode">Production or test.</param>
/// <param name="Reading">Character set by default, line ends, limits.</param>
/// <param name="RefusesUnknownTrigger">An unknown trigger is answered AR 201 instead of AA with a warning.</param>
public sealed record LinkProfile(string Link, LinkMode Mode, Hl7Reading Reading, bool RefusesUnknownTrigger = false)
{
    /// <summary>A link of that name with tolerant reading.</summary>
    public static LinkProfile Of(string link, LinkMode mode) => new(link, mode, Hl7Reading.Default);
}
