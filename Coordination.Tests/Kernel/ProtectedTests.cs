using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Tests.Kernel;

public sealed class ProtectedTests
{
    private static readonly PersonId Person = new(new Guid("b0000000-0000-4000-8000-000000000001"));

    private sealed record Holder(Protected<string> Reason);

    [Fact]
    public void Given_a_plain_value_When_shown_alone_or_inside_a_record_Then_only_stars()
    {
        var reason = Protected<string>.Of(Person, "told by phone");
        reason.ToString().ShouldBe("***");
        $"{new Holder(reason)}".ShouldBe("Holder { Reason = *** }");
    }

    [Fact]
    public void Given_a_sealed_value_When_shown_Then_only_stars() =>
        Protected<string>.Sealed(Person, "v1.abc").ToString().ShouldBe("***");

    [Fact]
    public void Given_a_value_When_sealed_Then_it_holds_the_token_and_no_plain_value()
    {
        var sealedValue = Protected<int>.Sealed(Person, "v1.abc");
        (sealedValue.Subject, sealedValue.Plain, sealedValue.Token).ShouldBe((Person, 0, "v1.abc"));
        sealedValue.ShouldNotBe(Protected<int>.Of(Person, 0));
    }

    [Fact]
    public void Given_the_same_value_of_the_same_person_When_compared_Then_equal_and_of_another_person_not()
    {
        Protected<string>.Of(Person, "x").ShouldBe(Protected<string>.Of(Person, "x"));
        Protected<string>.Of(Person, "x").ShouldNotBe(Protected<string>.Of(new PersonId(Guid.Empty), "x"));
    }
}
