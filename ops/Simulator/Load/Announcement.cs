using System.Text;
using Coordination.Domain.Identifiers;

namespace Coordination.Simulator.Load;

/// <summary>An A16 about a stay of a followed person, and its path through the platform. Instants are ticks of the monotonic clock.</summary>
public sealed class Announcement(PersonId person, string text)
{
    /// <summary>Whom it is about.</summary>
    public PersonId Person => person;

    /// <summary>The bytes: the same at every repetition.</summary>
    public ReadOnlyMemory<byte> Body { get; } = Encoding.UTF8.GetBytes(text);

    /// <summary>MSH-10.</summary>
    public string ControlId { get; } = text.Split('|', 11)[9];

    /// <summary>When it was to be sent; waiting for a free connection counts as the platform's time.</summary>
    public long DueAt { get; set; }

    /// <summary>When its first acceptance came; null before.</summary>
    public long? AcknowledgedAt { get; set; }

    /// <summary>MSA-1 of the last answer; null before.</summary>
    public string? Answer { get; set; }

    /// <summary>How often it was sent.</summary>
    public int Sendings { get; set; }

    /// <summary>True once the platform has taken it upon itself.</summary>
    public bool Acknowledged => AcknowledgedAt is not null;
}
