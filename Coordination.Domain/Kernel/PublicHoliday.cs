namespace Coordination.Domain.Kernel;

/// <summary>A public holiday: the eleven of art. L.3133-1 of the Code du travail, and those of some territories.</summary>
public enum PublicHoliday
{
    /// <summary>1 January.</summary>
    NewYear,

    /// <summary>Friday before Easter: Alsace and Moselle.</summary>
    GoodFriday,

    /// <summary>Easter Monday.</summary>
    EasterMonday,

    /// <summary>1 May.</summary>
    LabourDay,

    /// <summary>8 May.</summary>
    Victory1945,

    /// <summary>Ascension, 39 days after Easter.</summary>
    Ascension,

    /// <summary>Whit Monday, 50 days after Easter.</summary>
    WhitMonday,

    /// <summary>14 July.</summary>
    NationalDay,

    /// <summary>15 August.</summary>
    Assumption,

    /// <summary>1 November.</summary>
    AllSaints,

    /// <summary>11 November.</summary>
    Armistice1918,

    /// <summary>25 December.</summary>
    Christmas,

    /// <summary>26 December: Alsace and Moselle.</summary>
    SecondChristmasDay,

    /// <summary>Commemoration of the abolition of slavery (decree 83-1003), on a day of each territory.</summary>
    AbolitionOfSlavery,
}
