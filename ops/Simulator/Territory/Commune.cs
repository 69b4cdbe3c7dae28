namespace Coordination.Simulator.Territory;

/// <summary>A commune of the demo territory.</summary>
/// <param name="Insee">Five-character INSEE code.</param>
/// <param name="Name">Name.</param>
/// <param name="PostalCode">Five digits.</param>
public sealed record Commune(string Insee, string Name, string PostalCode);
