namespace Coordination.Simulator.Hl7;

/// <summary>A message asked for.</summary>
/// <param name="Trigger">Event, such as <c>A16</c>.</param>
/// <param name="Stay">Number of the stay; null for the last one.</param>
/// <param name="InHours">Hours from now to the expected discharge; null for the default of the event.</param>
public sealed record PamOrder(string Trigger, int? Stay = null, double? InHours = null)
{
    /// <summary>The events that can be asked for.</summary>
    public static readonly IReadOnlyList<string> Triggers = ["A01", "A02", "A03", "A04", "A05", "A13", "A16", "A25", "A47", "Z99"];
}

/// <summary>A message that cannot be made of what was sent before; the text is for the operator.</summary>
public sealed class PamOrderException(string message) : Exception(message);
