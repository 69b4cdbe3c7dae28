namespace Coordination.Domain.Kernel;

/// <summary>Which public holidays and which time a territory keeps.</summary>
public enum HolidayRegime
{
    /// <summary>Mainland France and Corsica.</summary>
    Metropolitan,

    /// <summary>Bas-Rhin, Haut-Rhin and Moselle: Good Friday and 26 December besides (art. L.3134-13 of the Code du travail).</summary>
    AlsaceMoselle,

    /// <summary>Guadeloupe: abolition of slavery on 27 May.</summary>
    Guadeloupe,

    /// <summary>Martinique: abolition on 22 May.</summary>
    Martinique,

    /// <summary>Guyane: abolition on 10 June.</summary>
    Guyane,

    /// <summary>La Réunion: abolition on 20 December.</summary>
    Reunion,

    /// <summary>Mayotte: abolition on 27 April.</summary>
    Mayotte,

    /// <summary>Saint-Barthélemy: abolition on 9 October.</summary>
    SaintBarthelemy,

    /// <summary>Saint-Martin: abolition on 28 May.</summary>
    SaintMartin,

    /// <summary>Saint-Pierre-et-Miquelon: the national days, its own time.</summary>
    SaintPierreEtMiquelon,
}
