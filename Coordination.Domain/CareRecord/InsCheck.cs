using System.Collections.Immutable;
using Coordination.Domain.Identifiers;

namespace Coordination.Domain.CareRecord;

/// <summary>
/// What is wrong with a matricule. In a message of somebody else each finding is a warning; typed into a form of ours the first one is an
/// error, since whoever types it has the document in hand.
/// </summary>
/// <param name="Ins">The INS; null when the shape or the OID is none.</param>
/// <param name="Broken">Codes of the rules broken, the gravest first.</param>
/// <param name="UnknownBirthMonth">The month of birth is one of those given where it is not known (20, 31–42, 50–99).</param>
public sealed record InsCheck(Ins? Ins, ImmutableArray<string> Broken, bool UnknownBirthMonth)
{
    /// <summary>Why a form refuses it; null when it does not.</summary>
    public string? EntryError => Broken.IsEmpty ? null : Broken[0];

    /// <summary>Checks a matricule.</summary>
    /// <param name="production">Real persons: test OIDs are refused, and real ones are refused elsewhere (INS-03).</param>
    public static InsCheck Of(string? matricule, string? oid, bool production)
    {
        if (oid is not null && !Identifiers.Ins.TryParse("000000000000000", oid, out _)) return new(null, ["OID_UNKNOWN"], false);
        if (!Identifiers.Ins.TryParse(matricule, oid, out var ins)) return new(null, ["INS_FORMAT"], false);
        var broken = ImmutableArray.CreateBuilder<string>();
        var real = ins.Kind is InsKind.Nir or InsKind.Nia;
        if (production && !real) broken.Add("TEST_OID");
        if (!production && real) broken.Add("REAL_OID");
        // A NIR begins with the sex, 1 or 2; a number that waits for one begins with 7 or 8.
        if ((ins.Kind is InsKind.Nir && ins.Matricule[0] is '7' or '8') || (ins.Kind is InsKind.Nia && ins.Matricule[0] is '1' or '2')) broken.Add("OID_MISMATCH");
        if (!ins.HasValidKey) broken.Add("INS_KEY");
        var month = int.Parse(ins.Matricule.AsSpan(3, 2), System.Globalization.CultureInfo.InvariantCulture);
        return new(ins, broken.ToImmutable(), month is 20 or (>= 31 and <= 42) or (>= 50 and <= 99));
    }
}
