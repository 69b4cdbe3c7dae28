using Coordination.Domain.Directory;
using Coordination.Domain.Identifiers;

namespace Coordination.Api.Security.Development;

/// <summary>The invented users of the demo territory. They exist in Development only.</summary>
public static class DemoUsers
{
    /// <summary>The demo DAC.</summary>
    public static TerritoryId Territory { get; } = new("dac-47");

    /// <summary>The demo hospital, whose feed the demo link carries.</summary>
    public static Finess Hospital { get; } = Finess.Parse("470990011");

    /// <summary>The DAC beside it, to which records may be transferred: its coordinator follows nobody at first.</summary>
    public static (TerritoryId Territory, string Name) Neighbour { get; } = (new("dac-33"), "DAC Gironde (démonstration)");

    /// <summary>The CPTS of the demo analyst.</summary>
    public const string Community = "cpts-villeneuvois";

    /// <summary>The coordinator, referent of most demo records.</summary>
    public static ProfessionalId Coordinator { get; } = new(new("0d4c0001-47da-4c00-8000-000000000001"));

    /// <summary>Users by the key that the start page and <c>ops/token</c> know them by.</summary>
    public static IReadOnlyDictionary<string, Subject> All { get; } = new Dictionary<string, Subject>(StringComparer.Ordinal)
    {
        ["coordinator"] = Dac("demo-coordinator", "Claire Demoncourt", Role.Coordinator, Coordinator),
        ["colleague"] = Dac("demo-colleague", "Marc Lestrade", Role.Coordinator, new(new("0d4c0001-47da-4c00-8000-000000000006"))),
        ["social-worker"] = new("demo-social-worker", "Sophie Lescarret", Role.SocialWorker, "Centre hospitalier de démonstration d'Agen", null, Hospital,
            new(new("0d4c0001-47da-4c00-8000-000000000002"))),
        ["analyst"] = new("demo-analyst", "Thomas Vergnaud", Role.Analyst, "CPTS du Villeneuvois (démonstration)", null, null, null) { Community = Community },
        ["manager"] = Dac("demo-manager", "Isabelle Fauché", Role.Manager, new(new("0d4c0001-47da-4c00-8000-000000000005"))),
        ["gp"] = Dac("demo-gp", "Dr Hélène Castaing", Role.Gp, new(new("0d4c0001-47da-4c00-8000-000000000003"))),
        ["nurse"] = Dac("demo-nurse", "Nadia Ferrand", Role.Nurse, new(new("0d4c0001-47da-4c00-8000-000000000004"))),
        ["guardian"] = Dac("demo-guardian", "Odile Lafargue", Role.Guardian, new(new("0d4c0001-47da-4c00-8000-000000000007"))) with { Organization = "Service mandataire de démonstration" },
        ["admin"] = Dac("demo-admin", "Paul Sarrazin", Role.Admin, null),
        ["auditor"] = Dac("demo-auditor", "Inès Maurel", Role.Auditor, null),
        ["identity"] = Dac("demo-identity", "Luc Bonnefoy", Role.Identity, null),
        ["neighbour"] = new("demo-neighbour", "Solène Barthas", Role.Coordinator, Neighbour.Name, Neighbour.Territory, null, new(new("0d4c0001-47da-4c00-8000-000000000033"))),
        ["interface"] = Dac("demo-interface", "Karim Delmas", Role.Interface, null),
    };

    /// <summary>The habilitation of a demo user at the demo's providers: care professionals come through Pro Santé Connect, the others through their structure's provider.</summary>
    public static HabilitationGranted HabilitationOf(string user)
    {
        var subject = All[user];
        var provider = subject.Role is Role.Gp or Role.Nurse ? "psc" : "structure";
        return new($"{provider}:{subject.Id}", subject.DisplayName, null, subject.Role, subject.Organization, subject.Territory, subject.Establishment, subject.Community,
            subject.Professional, new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), null);
    }

    private static Subject Dac(string id, string name, Role role, ProfessionalId? professional) =>
        new(id, name, role, "DAC Lot-et-Garonne (démonstration)", Territory, null, professional);
}
