namespace Platform.GraphQL;

/// <summary>A place in the request document: line and column, both counted from 1 (columns in UTF-16 units).</summary>
public readonly record struct GraphQLLocation(int Line, int Column)
{
    /// <summary>The location of an offset; <c>\n</c>, <c>\r</c> and <c>\r\n</c> each end one line.</summary>
    public static GraphQLLocation Of(string source, int offset)
    {
        var line = 1;
        var lineStart = 0;
        for (var i = 0; i < offset && i < source.Length; i++)
        {
            if (source[i] == '\r' && i + 1 < source.Length && source[i + 1] == '\n')
            {
                if (i + 1 >= offset) break;
                i++;
            }
            else if (source[i] is not ('\n' or '\r')) continue;
            line++;
            lineStart = i + 1;
        }
        return new GraphQLLocation(line, offset - lineStart + 1);
    }
}
