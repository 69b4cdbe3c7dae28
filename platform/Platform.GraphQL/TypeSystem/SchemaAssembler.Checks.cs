using System.Text.RegularExpressions;

namespace Platform.GraphQL.TypeSystem;

internal sealed partial class SchemaAssembler
{
    private void Check(NamedSchemaType type)
    {
        CheckName(type.Name, type.Name);
        switch (type)
        {
            case FieldsType fields:
                if (fields.Fields.Count == 0) _problems.Add($"Type {type.Name} must define one or more fields.");
                foreach (var field in fields.Fields) CheckField(fields, field);
                foreach (var contract in fields.Interfaces) CheckImplements(fields, contract);
                break;
            case SchemaUnion { Members.Count: 0 }:
                _problems.Add($"Union type {type.Name} must define one or more member types.");
                break;
            case SchemaEnum { Values.Count: 0 }:
                _problems.Add($"Enum type {type.Name} must define one or more values.");
                break;
            case SchemaInputObject input:
                if (input.Fields.Count == 0) _problems.Add($"Input Object type {type.Name} must define one or more fields.");
                foreach (var field in input.Fields) CheckInput(type.Name, field);
                foreach (var field in input.Fields.Where(f => input.OneOf && f.Type.IsNonNull))
                    _problems.Add($"OneOf input field {type.Name}.{field.Name} must be nullable.");
                break;
        }
    }

    private void CheckField(FieldsType type, SchemaField field)
    {
        CheckName(field.Name, $"{type.Name}.{field.Name}");
        if (!field.Type.Named.IsOutput) _problems.Add($"The type of {type.Name}.{field.Name} must be Output Type but got: {field.Type}.");
        foreach (var argument in field.Arguments) CheckInput($"{type.Name}.{field.Name}", argument);
    }

    private void CheckInput(string at, SchemaInput input)
    {
        CheckName(input.Name, $"{at}.{input.Name}");
        if (!input.Type.Named.IsInput)
        {
            _problems.Add($"The type of {at}.{input.Name} must be Input Type but got: {input.Type}.");
            return;
        }
        try
        {
            if (input.Default is not null) _ = InputCoercion.Literal(input.Default, input.Type, null);
        }
        catch (ScalarException e)
        {
            _problems.Add($"The default of {at}.{input.Name} is not valid: {e.Text(true)}");
        }
    }

    private void CheckName(string name, string at)
    {
        if (!NamePattern().IsMatch(name)) _problems.Add($"{at}: \"{name}\" is not a name of GraphQL.");
        else if (name.StartsWith("__", StringComparison.Ordinal)) _problems.Add($"{at}: names that begin with \"__\" are reserved.");
    }

    private void CheckImplements(FieldsType type, SchemaInterface contract)
    {
        foreach (var wanted in contract.Fields)
        {
            var at = $"{type.Name}.{wanted.Name}";
            if (type.Field(wanted.Name) is not { } field)
            {
                _problems.Add($"Interface field {contract.Name}.{wanted.Name} expected but {type.Name} does not provide it.");
                continue;
            }
            if (!IsSubtype(field.Type, wanted.Type))
                _problems.Add($"Interface field {contract.Name}.{wanted.Name} expects type {wanted.Type} but {at} is type {field.Type}.");
            foreach (var argument in wanted.Arguments)
                if (field.Argument(argument.Name)?.Type.ToString() != argument.Type.ToString())
                    _problems.Add($"Interface field argument {contract.Name}.{wanted.Name}({argument.Name}:) expected but {at} differs.");
            foreach (var argument in field.Arguments.Where(a => a.IsRequired && wanted.Argument(a.Name) is null))
                _problems.Add($"Object field {at} includes required argument {argument.Name} that is missing from the Interface field.");
        }
        foreach (var parent in contract.Interfaces.Where(i => !type.Interfaces.Contains(i)))
            _problems.Add($"Type {type.Name} must implement {parent.Name} because it is implemented by {contract.Name}.");
    }

    private static bool IsSubtype(SchemaType type, SchemaType of) => (type, of) switch
    {
        (SchemaNonNull t, SchemaNonNull o) => IsSubtype(t.Inner, o.Inner),
        (SchemaNonNull t, _) => IsSubtype(t.Inner, of),
        (SchemaList t, SchemaList o) => IsSubtype(t.Item, o.Item),
        (NamedSchemaType t, NamedSchemaType o) => t == o || (t is FieldsType f && o is SchemaInterface i && f.Interfaces.Contains(i))
            || (t is SchemaObject m && o is SchemaUnion u && u.Members.Contains(m)),
        _ => false,
    };

    [GeneratedRegex("^[_A-Za-z][_0-9A-Za-z]*$")]
    private static partial Regex NamePattern();
}
