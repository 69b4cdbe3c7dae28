using System.Runtime.CompilerServices;

namespace Platform.GraphQL.Language;

/// <summary>Recursive descent over the executable grammar; bounded, so that no document can exhaust the stack.</summary>
internal sealed partial class Parser
{
    private readonly Lexer _lexer;
    private readonly ParserOptions _options;
    private readonly bool _showLiterals;
    private Token _token;
    private int _depth;
    private int _tokens;
    private int _fields;

    private Parser(string source, ParserOptions options, bool showLiterals)
    {
        _lexer = new Lexer(source);
        _options = options;
        _showLiterals = showLiterals;
        Advance();
    }

    /// <exception cref="SyntaxException">The document breaks the grammar or a limit.</exception>
    public static DocumentNode Parse(string source, ParserOptions? options = null, bool showLiterals = false)
    {
        var parser = new Parser(source, options ?? new ParserOptions(), showLiterals);
        var definitions = new List<Node>();
        do definitions.Add(parser.ParseDefinition());
        while (parser._token.Kind != TokenKind.EndOfFile && definitions[^1] is not TypeSystemNode);
        return new DocumentNode(source, definitions);
    }

    /// <summary>A type reference alone, such as <c>[Alert!]!</c>.</summary>
    public static TypeNode ParseType(string source)
    {
        var parser = new Parser(source, new ParserOptions(), true);
        var type = parser.ParseTypeReference();
        parser.Expect(TokenKind.EndOfFile);
        return type;
    }

    /// <summary>A constant value alone, such as the default of an argument.</summary>
    public static ValueNode ParseValue(string source)
    {
        var parser = new Parser(source, new ParserOptions(), true);
        var value = parser.ParseValueLiteral(true);
        parser.Expect(TokenKind.EndOfFile);
        return value;
    }

    private Node ParseDefinition()
    {
        if (_token.Kind == TokenKind.BraceL)
            return new OperationNode(_token.Start, OperationKind.Query, null, [], [], ParseSelectionSet());
        var described = _token.Kind is TokenKind.String or TokenKind.BlockString;
        var keyword = described ? _lexer.Next(_token.End) : _token;
        if (described && keyword.Kind == TokenKind.BraceL)
            throw Error(_token, "Unexpected description, descriptions are not supported on shorthand queries.");
        if (keyword.Kind == TokenKind.Name)
        {
            switch (keyword.Value)
            {
                case "schema" or "scalar" or "type" or "interface" or "union" or "enum" or "input" or "directive":
                    return ParseTypeSystem(keyword);
                case "extend" when !described:
                    return ParseTypeSystem(keyword);
            }
            if (described && keyword.Value == "extend")
                throw Error(_token, "Unexpected description, only GraphQL definitions support descriptions.");
            var start = _token.Start;
            switch (keyword.Value)
            {
                case "query": return ParseOperation(OperationKind.Query, start, described);
                case "mutation": return ParseOperation(OperationKind.Mutation, start, described);
                case "subscription": return ParseOperation(OperationKind.Subscription, start, described);
                case "fragment": return ParseFragment(start, described);
            }
        }
        throw Unexpected(keyword);
    }

    // The rest of the document is not read: a request that carries type definitions is refused whole.
    private TypeSystemNode ParseTypeSystem(Token keyword)
    {
        var name = _lexer.Next(keyword.End);
        if (keyword.Value == "extend") name = _lexer.Next(name.End);
        if (keyword.Value == "directive") name = _lexer.Next(name.End);
        return new TypeSystemNode(_token.Start, name.Kind == TokenKind.Name && keyword.Value != "schema" ? $"\"{name.Value}\"" : "schema");
    }

    private OperationNode ParseOperation(OperationKind kind, int start, bool described)
    {
        if (described) Advance();
        Advance();
        var name = _token.Kind == TokenKind.Name ? ParseName() : null;
        var variables = OptionalMany(TokenKind.ParenL, ParseVariableDefinition, TokenKind.ParenR);
        return new OperationNode(start, kind, name, variables, ParseDirectives(false), ParseSelectionSet());
    }

    private VariableDefinitionNode ParseVariableDefinition()
    {
        var start = _token.Start;
        if (_token.Kind is TokenKind.String or TokenKind.BlockString) Advance();
        var variable = ParseVariable();
        Expect(TokenKind.Colon);
        var type = ParseTypeReference();
        var value = Skip(TokenKind.EqualsSign) ? ParseValueLiteral(true) : null;
        return new VariableDefinitionNode(start, variable, type, value, ParseDirectives(true));
    }

    private FragmentNode ParseFragment(int start, bool described)
    {
        if (described) Advance();
        Advance();
        if (_token is { Kind: TokenKind.Name, Value: "on" }) throw Unexpected(_token);
        var name = ParseName();
        if (_token is not { Kind: TokenKind.Name, Value: "on" }) throw Error(_token, $"Expected \"on\", found {_token.Show(_showLiterals)}.");
        Advance();
        return new FragmentNode(start, name, ParseName(), ParseDirectives(false), ParseSelectionSet());
    }

    private void Enter(Token at)
    {
        if (++_depth > _options.MaxDepth)
            throw Error(at, $"Document is nested deeper than {_options.MaxDepth} levels. Parsing aborted.");
        RuntimeHelpers.EnsureSufficientExecutionStack();
    }

    private void Advance()
    {
        _token = _lexer.Next(_token.End);
        if (_token.Kind != TokenKind.EndOfFile && ++_tokens > _options.MaxTokens)
            throw Error(_token, $"Document contains more than {_options.MaxTokens} tokens. Parsing aborted.");
        if (_token.Kind == TokenKind.Name && _token.Value!.Length > _options.MaxNameLength)
            throw Error(_token, $"A name is longer than {_options.MaxNameLength} characters. Parsing aborted.");
    }

    private Token Expect(TokenKind kind)
    {
        var token = _token;
        if (token.Kind != kind) throw Error(token, $"Expected {Token.Describe(kind)}, found {token.Show(_showLiterals)}.");
        Advance();
        return token;
    }

    private bool Skip(TokenKind kind)
    {
        if (_token.Kind != kind) return false;
        Advance();
        return true;
    }

    private NameNode ParseName()
    {
        var token = Expect(TokenKind.Name);
        return new NameNode(token.Start, token.Value!);
    }

    private List<T> Many<T>(TokenKind open, Func<T> parse, TokenKind close)
    {
        Expect(open);
        var nodes = new List<T>();
        do nodes.Add(parse()); while (!Skip(close));
        return nodes;
    }

    private IReadOnlyList<T> OptionalMany<T>(TokenKind open, Func<T> parse, TokenKind close) =>
        _token.Kind == open ? Many(open, parse, close) : [];

    private SyntaxException Unexpected(Token token) => Error(token, $"Unexpected {token.Show(_showLiterals)}.");

    private SyntaxException Error(Token token, string detail) => new(_lexer.Source, token.Start, detail);
}
