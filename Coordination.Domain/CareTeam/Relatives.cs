using Coordination.Domain.Kernel;

namespace Coordination.Domain.CareTeam;

/// <summary>What a relative does for the person (TRE R260).</summary>
public enum RelativeRole
{
    /// <summary>CAREGIVER: proche aidant.</summary>
    Caregiver,

    /// <summary>ECON: to be told in an emergency.</summary>
    EmergencyContact,

    /// <summary>NOK: next of kin.</summary>
    NextOfKin,

    /// <summary>CON: gives information.</summary>
    Informant,
}

/// <summary>What a relative is to the person.</summary>
public enum RelativeTie
{
    /// <summary>Husband, wife or partner.</summary>
    Partner,

    /// <summary>Son or daughter.</summary>
    Child,

    /// <summary>Father or mother.</summary>
    Parent,

    /// <summary>Brother or sister.</summary>
    Sibling,

    /// <summary>Another of the family.</summary>
    Family,

    /// <summary>A friend.</summary>
    Friend,

    /// <summary>A neighbour.</summary>
    Neighbour,

    /// <summary>Somebody else.</summary>
    Other,
}

/// <summary>Days of a week, together.</summary>
[Flags]
public enum WeekDays
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Monday.</summary>
    Monday = 1,

    /// <summary>Tuesday.</summary>
    Tuesday = 2,

    /// <summary>Wednesday.</summary>
    Wednesday = 4,

    /// <summary>Thursday.</summary>
    Thursday = 8,

    /// <summary>Friday.</summary>
    Friday = 16,

    /// <summary>Saturday.</summary>
    Saturday = 32,

    /// <summary>Sunday.</summary>
    Sunday = 64,
}

/// <summary>A relative or an informal carer. Who may decide for the person is not said here but in her rights.</summary>
public sealed record Relative(Guid Id, Protected<string> Name, Protected<string>? Phone, RelativeTie Tie, RelativeRole Role, WeekDays Days);
