using Coordination.Domain.Discharge;

namespace Coordination.Api.Exchange.Hl7.Pam;

/// <summary>Reads where a discharge leads to from the PMSI codes of ZFM and from the discharge circumstance (INTEROP PAM-08).</summary>
public static class DestinationReader
{
    /// <summary>ZFM says a change of ward, or a temporary transfer: no discharge at all.</summary>
    public static bool IsNoDischarge(DischargeOutcome outcome) => outcome.PmsiMode is "6" or "0";

    /// <summary>The destination; null when nothing is said that is sure.</summary>
    /// <param name="category">Category of the structure named by PV1-37 in the directory; null when it is not there (PAM-09).</param>
    public static DischargeDestination? Read(DischargeOutcome outcome, string? category) => (outcome.PmsiMode, outcome.PmsiDestination) switch
    {
        ("9", _) => DischargeDestination.Death,
        ("4", _) => DischargeDestination.AgainstAdvice,
        ("8" or "7", "6") => DischargeDestination.HomeWithHospitalCare,
        ("8", "7") => DischargeDestination.CareHome,
        ("8", "8") => DischargeDestination.HomeWithNursingService,
        ("7", "1") => DischargeDestination.OtherHospital,
        ("7", "2") => DischargeDestination.Rehabilitation,
        ("7", "3") => DischargeDestination.LongStay,
        ("7", "4") => DischargeDestination.Psychiatry,
        ("8", _) => OfStructure(category) ?? DischargeDestination.Home,
        ("7", _) => OfStructure(category) ?? DischargeDestination.OtherHospital,
        _ => OfStructure(category) ?? OfCircumstance(outcome.Circumstance),
    };

    // Categories of FINESS structures (TRE_R66).
    private static DischargeDestination? OfStructure(string? category) => category switch
    {
        "500" or "501" or "502" or "202" or "255" or "437" => DischargeDestination.CareHome,
        "127" => DischargeDestination.HomeWithHospitalCare,
        "354" or "209" or "460" => DischargeDestination.HomeWithNursingService,
        "362" => DischargeDestination.LongStay,
        "156" or "292" => DischargeDestination.Psychiatry,
        "109" or "119" or "130" => DischargeDestination.Rehabilitation,
        "101" or "355" or "106" or "128" or "129" or "365" => DischargeDestination.OtherHospital,
        _ => null,
    };

    // Table 0112 as PAM-FR has it: against advice, or fled.
    private static DischargeDestination? OfCircumstance(string circumstance) => circumstance is "4" or "F" or "E" ? DischargeDestination.AgainstAdvice : null;
}
