namespace Platform.GraphQL.Language;

internal sealed partial class Parser
{
    private SelectionSetNode ParseSelectionSet()
    {
        var open = _token;
        Enter(open);
        var set = new SelectionSetNode(open.Start, Many(TokenKind.BraceL, ParseSelection, TokenKind.BraceR));
        _depth--;
        return set;
    }

    private SelectionNode ParseSelection() => _token.Kind == TokenKind.Spread ? ParseSpread() : ParseField();

    private FieldNode ParseField()
    {
        var start = _token;
        if (++_fields > _options.MaxFields)
            throw Error(start, $"Document contains more than {_options.MaxFields} fields. Parsing aborted.");
        var name = ParseName();
        NameNode? alias = null;
        if (Skip(TokenKind.Colon)) (alias, name) = (name, ParseName());
        var arguments = OptionalMany(TokenKind.ParenL, () => ParseArgument(false), TokenKind.ParenR);
        var directives = ParseDirectives(false);
        return new FieldNode(start.Start, alias, name, arguments, directives,
            _token.Kind == TokenKind.BraceL ? ParseSelectionSet() : null);
    }

    private SelectionNode ParseSpread()
    {
        var start = Expect(TokenKind.Spread).Start;
        var condition = _token is { Kind: TokenKind.Name, Value: "on" };
        if (condition) Advance();
        else if (_token.Kind == TokenKind.Name) return new FragmentSpreadNode(start, ParseName(), ParseDirectives(false));
        return new InlineFragmentNode(start, condition ? ParseName() : null, ParseDirectives(false), ParseSelectionSet());
    }

    private ArgumentNode ParseArgument(bool constant)
    {
        var name = ParseName();
        Expect(TokenKind.Colon);
        return new ArgumentNode(name.Start, name, ParseValueLiteral(constant));
    }

    private IReadOnlyList<DirectiveNode> ParseDirectives(bool constant)
    {
        if (_token.Kind != TokenKind.At) return [];
        var directives = new List<DirectiveNode>();
        while (_token.Kind == TokenKind.At)
        {
            var at = _token;
            if (directives.Count >= _options.MaxDirectivesPerLocation)
                throw Error(at, $"More than {_options.MaxDirectivesPerLocation} directives at one place. Parsing aborted.");
            Advance();
            directives.Add(new DirectiveNode(at.Start, ParseName(),
                OptionalMany(TokenKind.ParenL, () => ParseArgument(constant), TokenKind.ParenR)));
        }
        return directives;
    }

    private TypeNode ParseTypeReference()
    {
        var start = _token;
        Enter(start);
        TypeNode type;
        if (Skip(TokenKind.BracketL))
        {
            type = new ListTypeNode(start.Start, ParseTypeReference());
            Expect(TokenKind.BracketR);
        }
        else type = new NamedTypeNode(start.Start, ParseName().Value);
        _depth--;
        return Skip(TokenKind.Bang) ? new NonNullTypeNode(start.Start, type) : type;
    }

    private VariableNode ParseVariable() => new(Expect(TokenKind.Dollar).Start, ParseName().Value);

    private ValueNode ParseValueLiteral(bool constant)
    {
        var token = _token;
        switch (token.Kind)
        {
            case TokenKind.BracketL: return ParseList(constant);
            case TokenKind.BraceL: return ParseObject(constant);
            case TokenKind.Int:
                Advance();
                return new IntValueNode(token.Start, token.Value!);
            case TokenKind.Float:
                Advance();
                return new FloatValueNode(token.Start, token.Value!);
            case TokenKind.String or TokenKind.BlockString:
                Advance();
                return new StringValueNode(token.Start, token.Value!, token.Kind == TokenKind.BlockString);
            case TokenKind.Name:
                Advance();
                return token.Value switch
                {
                    "true" => new BooleanValueNode(token.Start, true),
                    "false" => new BooleanValueNode(token.Start, false),
                    "null" => new NullValueNode(token.Start),
                    _ => new EnumValueNode(token.Start, token.Value!),
                };
            case TokenKind.Dollar when !constant: return ParseVariable();
            case TokenKind.Dollar:
                Advance();
                if (_token.Kind == TokenKind.Name) throw Error(token, $"Unexpected variable \"${_token.Value}\" in constant value.");
                throw Unexpected(token);
            default: throw Unexpected(token);
        }
    }

    private ListValueNode ParseList(bool constant)
    {
        var open = Expect(TokenKind.BracketL);
        Enter(open);
        var items = new List<ValueNode>();
        while (!Skip(TokenKind.BracketR)) items.Add(ParseValueLiteral(constant));
        _depth--;
        return new ListValueNode(open.Start, items);
    }

    private ObjectValueNode ParseObject(bool constant)
    {
        var open = Expect(TokenKind.BraceL);
        Enter(open);
        var fields = new List<ObjectFieldNode>();
        while (!Skip(TokenKind.BraceR))
        {
            var name = ParseName();
            Expect(TokenKind.Colon);
            fields.Add(new ObjectFieldNode(name.Start, name, ParseValueLiteral(constant)));
        }
        _depth--;
        return new ObjectValueNode(open.Start, fields);
    }
}
