using Coordination.Domain.Identifiers;

namespace Coordination.Domain.Kernel;

/// <summary>Everything a decision may know besides the command and the state: it reads no clock and makes no id.</summary>
/// <param name="Territory">The tenant in which the command runs.</param>
/// <param name="Actor">Who commands.</param>
/// <param name="Now">The instant of record.</param>
public sealed record CommandContext(TerritoryId Territory, Actor Actor, DateTimeOffset Now)
{
    /// <summary>The day of care, as people in metropolitan France count it.</summary>
    public DateOnly Today => DateOnly.FromDateTime(WorkingDays.ToParis(Now).DateTime);
}
