namespace Platform.GraphQL;

/// <summary>A place in the request document: line and column, both counted from 1 (columns in UTF-16 units).</summary>
public readonly record struct GraphQLLocation(int Line, int Column)
{
    /// <summary>The location of an offset; <c>\n</c>, <c>\r</c> and <c>\r\n</c> each end one line.</summary>
    public static GraphQLLocation Of(string source, int offset)
    {
        var lines = LineStarts(source);
        var line = lines.FindLastIndex(start => start <= offset);
        return new GraphQLLocation(line + 1, offset - lines[line] + 1);
    }

    /// <summary>The offset of each line's first character.</summary>
    internal static List<int> LineStarts(string source)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < source.Length; i++)
        {
            if (source[i] == '\r' && i + 1 < source.Length && source[i + 1] == '\n') i++;
            else if (source[i] is not ('\n' or '\r')) continue;
            starts.Add(i + 1);
        }
        return starts;
    }
}
