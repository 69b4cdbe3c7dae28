using System.Collections.Immutable;
using K = Coordination.Simulator.Territory.StructureKind;

namespace Coordination.Simulator.Territory;

/// <summary>The structures of the demo, in the numbers of the 2014 pilot: every name invented, every commune real.</summary>
internal static class StructureList
{
    // The order gives the FINESS numbers; the demo hospital has the serial 1 and comes first.
    private static readonly (K Kind, string Name, string Insee)[] Listed =
    [
        (K.Hospital, "Centre hospitalier de démonstration d'Agen", "47001"),
        (K.Hospital, "Centre hospitalier de démonstration de Villeneuve-sur-Lot", "47323"),
        (K.Hospital, "Centre hospitalier de démonstration de Nérac", "47195"),
        (K.Dac, "DAC Lot-et-Garonne (démonstration)", "47001"),
        (K.MedicoSocialCentre, "Centre médico-social Les Deux Rives (démonstration)", "47323"),
        (K.MedicoSocialCentre, "Centre médico-social La Passerelle (démonstration)", "47052"),
        (K.NursingHome, "EHPAD Les Tilleuls d'Or (démonstration)", "47015"),
        (K.NursingHome, "EHPAD Le Clos des Pruniers (démonstration)", "47137"),
        (K.NursingHome, "EHPAD La Source Claire (démonstration)", "47052"),
        (K.NursingHome, "EHPAD Les Berges Fleuries (démonstration)", "47323"),
        (K.NursingHome, "EHPAD Le Jardin d'Hélène (démonstration)", "47252"),
        (K.HomeHelp, "Association Bien Chez Soi en Brulhois (démonstration)", "47137"),
        (K.HomeHelp, "Association Aide et Présence d'Astaffort (démonstration)", "47015"),
        (K.HomeHelp, "Association Landes Entraide à domicile (démonstration)", "47052"),
        (K.HomeHelp, "Association Main Tendue en Villeneuvois (démonstration)", "47323"),
        (K.HomeHelp, "Association Vivre au Village (démonstration)", "47138"),
        (K.HomeHelp, "Association Temps Partagé (démonstration)", "47049"),
        (K.MixedHomeService, "SAD mixte des Trois Vallées (démonstration)", "47001"),
        (K.HealthHouse, "MSP d'Astaffort (démonstration)", "47015"),
        (K.HealthHouse, "MSP de Laplume (démonstration)", "47137"),
        (K.HealthHouse, "MSP de Casteljaloux (démonstration)", "47052"),
        (K.HealthHouse, "MSP de Houeillès (démonstration)", "47119"),
        (K.HealthHouse, "MSP de Villeneuve-sur-Lot (démonstration)", "47323"),
        (K.HealthHouse, "MSP de Sainte-Livrade-sur-Lot (démonstration)", "47252"),
        (K.HealthCommunity, "CPTS Pays de l'Albret (démonstration)", "47195"),
        (K.HealthCommunity, "CPTS du Villeneuvois (démonstration)", "47323"),
    ];

    /// <summary>All of them; a FINESS number never changes as long as lines are only added at the end.</summary>
    public static ImmutableArray<DemoStructure> All { get; } =
        [.. Listed.Select((s, i) => new DemoStructure(CheckKeys.FinessOf(i + 1), s.Name, s.Kind, CommuneRegister.Instance[s.Insee]))];
}
