using Coordination.Api.CareRecord;

namespace Coordination.Api.Exchange.Hl7.Intake;

/// <summary>What became of a message.</summary>
public enum Disposition
{
    /// <summary>About nobody eligible: only source, control id, hash, time and acknowledgement stay.</summary>
    Trace,

    /// <summary>Its facts are in the log.</summary>
    Applied,

    /// <summary>About a followed person, kept until it can be applied.</summary>
    Parked,

    /// <summary>Could not be read for sure; the interface operator sees it for 7 days.</summary>
    Quarantined,
}

/// <summary>One message as it is kept: body sealed, or absent for a trace.</summary>
/// <param name="Sender">Sending application and facility; with the control id it is the key of a repetition (D-03).</param>
/// <param name="BodyHash">HMAC of the body, so that a trace says nothing about its content.</param>
public sealed record ReceivedMessage(
    Guid Id,
    string LinkId,
    string Sender,
    string ControlId,
    byte[] BodyHash,
    DateTimeOffset ReceivedAt,
    string Trigger,
    Disposition Disposition,
    string AckCode,
    byte[] Ack,
    PersonKey? Person,
    string? Problem,
    byte[]? SealedBody)
{
    private static readonly TimeSpan Quarantine = TimeSpan.FromDays(7);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(400);

    /// <summary>When it is removed: 7 days for quarantine, a little over 13 months otherwise, so that a late repetition is still known.</summary>
    public DateTimeOffset ExpiresAt => ReceivedAt + (Disposition is Disposition.Quarantined ? Quarantine : Kept);
}
