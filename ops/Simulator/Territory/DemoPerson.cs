using Coordination.Domain.Identifiers;

namespace Coordination.Simulator.Territory;

/// <summary>An invented person of the demo territory.</summary>
/// <param name="Number">The K of the command line: 1–50 eligible, 51–55 opposed, 56–60 suspended.</param>
/// <param name="Ins">Matricule with its OID; its key is right.</param>
/// <param name="Ipp">Permanent number at the demo hospital.</param>
/// <param name="BirthName">Birth name, upper case without accents.</param>
/// <param name="GivenNames">All given names of birth, the first one first; at least one.</param>
/// <param name="UsedName">Name in use when it differs from the birth name.</param>
/// <param name="Sex"><c>F</c> or <c>M</c>.</param>
/// <param name="BirthDate">Date of birth.</param>
/// <param name="BirthCommuneInsee">INSEE code of the commune of birth.</param>
/// <param name="AddressLine">Number and street.</param>
/// <param name="Commune">Commune of residence.</param>
/// <param name="Phone">Ten digits.</param>
/// <param name="Eligibility">Where the demo record stands.</param>
public sealed record DemoPerson(
    int Number,
    Ins Ins,
    string Ipp,
    string BirthName,
    IReadOnlyList<string> GivenNames,
    string? UsedName,
    string Sex,
    DateOnly BirthDate,
    string BirthCommuneInsee,
    string AddressLine,
    Commune Commune,
    string Phone,
    Eligibility Eligibility);
