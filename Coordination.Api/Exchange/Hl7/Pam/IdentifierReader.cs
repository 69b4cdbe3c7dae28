using Coordination.Api.Exchange.Hl7.Wire;
using Coordination.Domain.Identifiers;

namespace Coordination.Api.Exchange.Hl7.Pam;

/// <summary>Reads lists of CX identifiers: permanent numbers, and the INS under the rules PAM-21 to PAM-25.</summary>
internal static class IdentifierReader
{
    private const string InsRoot = "1.2.250.1.213.1.4.";
    private const int MostRepetitions = 500;

    /// <param name="field">PID-3 or MRG-1.</param>
    /// <param name="location">Its place, for problems.</param>
    /// <param name="insIsTrusted">The identity is validated, neither doubtful nor fictive.</param>
    /// <param name="production">Test and demonstration matricules are errors.</param>
    /// <param name="findings">Where problems go.</param>
    public static PatientIdentifiers Read(Hl7Value field, string location, bool insIsTrusted, bool production, PamFindings findings)
    {
        var ipps = new List<AssignedId>();
        var found = new HashSet<Ins>();
        var delete = false;
        if (field.RepetitionCount > MostRepetitions)
        {
            findings.Fail("198", location, "REPETITIONS_TOO_MANY");
            return new([], null, null, false, null);
        }

        foreach (var id in field.Repetitions)
        {
            var type = id.Component(5).Text;
            var oid = id.Component(4).Subcomponent(2).Text;

            // The number of a health insurance bill: it looks like an INS and is none.
            if (type == "NH") continue;
            if (type.StartsWith("INS", StringComparison.Ordinal) || oid.StartsWith(InsRoot, StringComparison.Ordinal))
            {
                if (id.Component(1).IsDelete) delete = true;
                else if (Ins.TryParse(id.Component(1).Text, oid, out var ins)) found.Add(ins);
                else findings.Warn("103", location, "INS_UNSUPPORTED");
            }
            else if (IsPermanentNumber(id, type))
            {
                ipps.Add(Assigned(id)!);
            }
        }

        if (!insIsTrusted)
        {
            if (found.Count > 0) findings.Warn("207", location, "INS_NOT_VALIDATED");
            return new(ipps, null, null, delete || found.Count > 0, null);
        }

        return Choose(ipps, found, delete, location, production, findings);
    }

    /// <summary>A CX; null without a number.</summary>
    public static AssignedId? Assigned(Hl7Value id)
    {
        var value = id.Component(1).Text;
        return value.Length == 0 ? null : new(value, id.Component(4).Subcomponent(1).Text, id.Component(4).Subcomponent(2).Text);
    }

    private static PatientIdentifiers Choose(
        List<AssignedId> ipps, HashSet<Ins> found, bool delete, string location, bool production, PamFindings findings)
    {
        var nia = found.Where(i => i.Kind == InsKind.Nia).ToArray();
        var nirs = found.Where(i => i.Kind != InsKind.Nia).ToArray();
        if (production && nirs.Any(i => i.Kind != InsKind.Nir))
            findings.Fail("103", location, "INS_TEST_ON_PRODUCTION");
        if (nirs.Length > 1 || (nirs.Length == 0 && nia.Length > 1))
            findings.Fail("198", location, "INS_AMBIGUOUS");

        Ins? chosen = nirs.Length > 0 ? nirs[0] : nia.Length > 0 ? nia[0] : null;
        Ins? history = nirs.Length > 0 && nia.Length > 0 ? nia[0] : null;
        if (chosen is not { } ins) return new(ipps, null, null, delete, null);
        if (ins.HasValidKey) return new(ipps, ins, null, delete, history);
        findings.Warn("102", location, "INS_KEY");
        return new(ipps, null, ins, delete, history);
    }

    private static bool IsPermanentNumber(Hl7Value id, string type) =>
        id.Component(1).Text.Length > 0 && (type == "PI" || (type.Length == 0 && !id.Component(4).IsEmpty));
}
