using System.Collections.Immutable;

namespace Coordination.Simulator.Territory;

/// <summary>Family names in use in the south-west; who bears one here is invented.</summary>
internal static class FamilyNames
{
    /// <summary>As written in a sentence.</summary>
    public static ImmutableArray<string> All { get; } =
    [
        .. ("Lacoste Dupuy Labat Cazenave Laborde Castaing Dubourg Lafargue Bordes Duprat Marty Delmas Fourcade Saint-Martin Barrère Ducasse Lalanne "
            + "Capdeville Darrigrand Larroque Mouret Pouget Sabatier Vidal Tauzin Ricaud Pommiès Lespinasse Gaubert Faugère Escande Dulau Couderc Bousquet "
            + "Bernadet Arnaud Lagarde Laffitte Mazet Monteil Peyre Rigal Serres Soulié Tournier Vergne Villeneuve Broca Cassagne Dufour Estève Fabre "
            + "Garrigue Junca Lamothe Maury Nadal Palis Roumat Sarraute Thouron Verdier Bonnefous Carrère Daubas Espagnet").Split(' '),
    ];
}
