using System.Collections.Immutable;

namespace Coordination.Simulator.Territory;

/// <summary>Given names as they were given in France at the time of a birth.</summary>
internal static class GivenNames
{
    private static readonly (int Before, ImmutableArray<string> Women, ImmutableArray<string> Men)[] ByPeriod =
    [
        (1940, Split("Jeannine Yvette Denise Simone Paulette Odette Huguette Ginette Lucienne Raymonde Gisèle Marcelle Andrée Renée"),
            Split("Jean André Pierre Roger René Marcel Robert Henri Raymond Guy Lucien Maurice Georges Fernand")),
        (1950, Split("Monique Nicole Michèle Françoise Jacqueline Christiane Danielle Colette Josette Annie Arlette Josiane Claudette Éliane"),
            Split("Michel Claude Bernard Jacques Gérard Daniel Jean-Pierre Alain Christian Jean-Claude Francis Serge Yvon Roland")),
        (1965, Split("Martine Chantal Brigitte Catherine Christine Sylvie Marie-Christine Évelyne Dominique Patricia"),
            Split("Patrick Philippe Dominique Didier Yves Thierry Pascal Bruno Éric Marc")),
        (1980, Split("Nathalie Valérie Isabelle Sandrine Véronique Stéphanie Laurence Karine"),
            Split("Stéphane Laurent Frédéric Olivier Christophe David Jérôme Cédric")),
        (2000, Split("Aurélie Émilie Élodie Julie Céline Laura Camille Marion"), Split("Nicolas Julien Sébastien Guillaume Alexandre Thomas Kevin Romain")),
        (int.MaxValue, Split("Emma Louise Jade Alice Chloé Inès"), Split("Gabriel Louis Raphaël Jules Adam Arthur")),
    ];

    /// <summary>Names for someone of this sex born in this year.</summary>
    public static ImmutableArray<string> For(string sex, int year)
    {
        var period = ByPeriod.First(p => year < p.Before);
        return sex == "F" ? period.Women : period.Men;
    }

    private static ImmutableArray<string> Split(string names) => [.. names.Split(' ')];
}
