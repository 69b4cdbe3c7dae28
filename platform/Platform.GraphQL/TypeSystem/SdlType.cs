namespace Platform.GraphQL.TypeSystem;

internal static class SdlType
{
    /// <exception cref="SchemaException">The text is not a type reference.</exception>
    public static TypeNode Parse(string sdl)
    {
        try
        {
            return Parser.ParseType(sdl);
        }
        catch (SyntaxException e)
        {
            throw new SchemaException($"\"{sdl}\" is not a type reference. {e.Message}");
        }
    }
}
