using Coordination.Api.Resources;

namespace Coordination.Tests.GraphQL;

public sealed class TextsSpecs
{
    [Fact]
    public void Given_a_key_without_words_When_looked_for_Then_none_and_when_needed_Then_a_fault()
    {
        Texts.Find("Closure.no_such_event").ShouldBeNull();
        Should.Throw<InvalidOperationException>(() => Texts.Get("Closure.no_such_event"));
        Texts.Find("Closure.Other").ShouldNotBeNull();
    }
}
