using System.Text.Json.Nodes;

namespace Coordination.Tests.Platform.GraphQL.BadInput;

/// <summary>What every refusal has in common.</summary>
internal static class Refusals
{
    /// <summary>A text that stands for personal data in bad input: no answer may repeat it.</summary>
    public const string Secret = "Zephirine";

    /// <summary>Asserts errors that all have a code, the first one this; no data, no stack, nothing of the input's values.</summary>
    public static JsonArray ShouldBeRefusal(this string answer, string code)
    {
        var errors = JsonNode.Parse(answer)!["errors"].ShouldNotBeNull(answer).AsArray();
        errors.ShouldNotBeEmpty();
        foreach (var error in errors)
        {
            ((string?)error!["message"]).ShouldNotBeNullOrEmpty();
            ((string?)error["extensions"]?["code"]).ShouldNotBeNullOrEmpty(answer);
        }
        ((string?)errors[0]!["extensions"]!["code"]).ShouldBe(code, answer);
        answer.ShouldNotContain(Secret);
        answer.ShouldNotContain("Exception");
        answer.ShouldNotContain("   at ");
        (JsonNode.Parse(answer)!["data"]?.AsObject().All(field => field.Value is null) ?? true).ShouldBeTrue(answer);
        return errors;
    }
}
