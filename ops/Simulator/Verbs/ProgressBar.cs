using System.Globalization;
using Coordination.Simulator.History;

namespace Coordination.Simulator.Verbs;

/// <summary>A line that says how far a long work is, rewritten in place on a terminal; elsewhere one line each tenth.</summary>
public sealed class ProgressBar
{
    private const int Width = 30;
    private int told = -1;

    /// <summary>Shows how far it is.</summary>
    public void Show(Advance advance)
    {
        var share = (double)advance.Persons / advance.Total;
        var left = advance.Speed > 0 && share > 0 ? TimeSpan.FromSeconds(advance.Elapsed.TotalSeconds * ((1 / share) - 1)) : TimeSpan.Zero;
        var line = string.Create(CultureInfo.InvariantCulture,
            $"{100 * share,3:0} % {advance.Persons}/{advance.Total} persons, {advance.Events} events, {advance.Speed:0}/s, {left:mm\\:ss} left");
        if (!Console.IsOutputRedirected)
            Console.Write($"\r[{new string('#', (int)(share * Width)),-Width}] {line}   ");
        else if ((int)(share * 10) > told)
        {
            told = (int)(share * 10);
            Console.WriteLine(line);
        }
    }

    /// <summary>Leaves the line.</summary>
    public void End()
    {
        if (!Console.IsOutputRedirected) Console.WriteLine();
    }
}
