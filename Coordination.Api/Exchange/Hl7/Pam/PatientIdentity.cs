using Coordination.Domain.Identifiers;

namespace Coordination.Api.Exchange.Hl7.Pam;

/// <summary>A trait as sent: known, to be deleted (<c>""</c>), or not said.</summary>
/// <param name="Text">The text; null when not said or to be deleted.</param>
/// <param name="IsDelete">The sender deletes what was known before.</param>
public readonly record struct Trait(string? Text, bool IsDelete)
{
    /// <summary>Nothing of it, so that a trait never reaches a log by accident.</summary>
    public override string ToString() => IsDelete ? "(deleted)" : Text is null ? "(unknown)" : "(known)";
}

/// <summary>An identifier with who gave it.</summary>
/// <param name="Value">The number.</param>
/// <param name="Namespace">Name of the authority; empty when not sent.</param>
/// <param name="AuthorityId">Universal identifier of the authority, such as a FINESS or an OID; empty when not sent.</param>
public sealed record AssignedId(string Value, string Namespace, string AuthorityId)
{
    /// <summary>The authority alone.</summary>
    public override string ToString() => $"*@{Namespace}";
}

/// <summary>The identifiers of a person, from PID-3 or MRG-1.</summary>
/// <param name="Ipps">Permanent numbers (PI), each with its authority.</param>
/// <param name="Ins">The validated matricule with a right key, NIR before NIA; null otherwise. Only this one makes a sure match.</param>
/// <param name="DoubtfulIns">A validated matricule whose key is wrong: to be shown to the identity role, never matched.</param>
/// <param name="InsIsDelete">The sender withdraws the matricule (<c>""</c>, or a status below validated).</param>
/// <param name="Nia">A waiting matricule sent beside the NIR: history.</param>
public sealed record PatientIdentifiers(IReadOnlyList<AssignedId> Ipps, Ins? Ins, Ins? DoubtfulIns, bool InsIsDelete, Ins? Nia)
{
    /// <summary>The first permanent number.</summary>
    public AssignedId? Ipp => Ipps.Count > 0 ? Ipps[0] : null;

    /// <summary>Counts only.</summary>
    public override string ToString() => $"{Ipps.Count} IPP, INS {(Ins is null ? "no" : "yes")}";
}

/// <summary>Who a message is about.</summary>
/// <param name="Identifiers">PID-3.</param>
/// <param name="Reliability">PID-32, first status, such as <c>VALI</c>; empty when not sent.</param>
/// <param name="BirthName">PID-5 of type L.</param>
/// <param name="UsedName">PID-5 of type D.</param>
/// <param name="FirstGivenName">First given name of birth.</param>
/// <param name="GivenNames">List of given names of birth.</param>
/// <param name="UsedGivenName">Given name in use.</param>
/// <param name="Sex"><c>F</c>, <c>M</c> or <c>U</c>.</param>
/// <param name="BirthDateText">PID-7 as sent, lunar or partial dates included.</param>
/// <param name="BirthDate">The date, when the text is one of the calendar.</param>
/// <param name="IsLunarBirthDate">ZFD-1 was sent: the day and month may be outside the calendar.</param>
/// <param name="IsDead">PID-30 says so, or a death is dated, or the discharge is a death.</param>
/// <param name="DiedAt">PID-29.</param>
/// <param name="IsProtected">PD1-12 or PV2-22: hidden from searches.</param>
public sealed record PatientIdentity(
    PatientIdentifiers Identifiers,
    string Reliability,
    Trait BirthName,
    Trait UsedName,
    Trait FirstGivenName,
    Trait GivenNames,
    Trait UsedGivenName,
    string Sex,
    Trait BirthDateText,
    DateOnly? BirthDate,
    bool IsLunarBirthDate,
    bool IsDead,
    Hl7Timestamp? DiedAt,
    bool IsProtected)
{
    /// <summary>Nothing of the person.</summary>
    public override string ToString() => "(person)";
}
