using System.Text.Json;

namespace Platform.GraphQL.TypeSystem;

/// <summary>A value does not fit its type. The message names the type and the rule and never the value: it may tell of a person.</summary>
internal sealed class ScalarException(string message, Func<string>? withValue = null) : Exception(message)
{
    public static ScalarException Of(string rule, ValueNode value) => new($"{rule}.", () => $"{rule}: {ValuePrinter.Print(value)}");

    public static ScalarException Of(string rule, JsonElement value) => new($"{rule}.", () => $"{rule}: {ValuePrinter.Inspect(value)}");

    public string Text(bool showValue) => showValue && withValue is not null ? withValue() : Message;
}
