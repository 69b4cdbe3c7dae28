namespace Coordination.Domain.Discharge;

/// <summary>A movement's identifier at the establishment (ZBE-1): never reused, stable for the movement's life.</summary>
/// <param name="Value">Identifier with its namespace, as sent; empty when the establishment gave none.</param>
public readonly record struct MovementId(string Value)
{
    /// <inheritdoc />
    public override string ToString() => Value;
}
