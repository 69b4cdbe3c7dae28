using Coordination.Domain.Kernel;

namespace Coordination.Tests.Kernel;

public sealed class DeterministicGuidTests
{
    private static readonly Guid Dns = new("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

    [Fact]
    public void Given_the_example_of_RFC_9562_When_named_Then_the_published_UUID() =>
        DeterministicGuid.V5(Dns, "www.example.com").ShouldBe(new Guid("2ed6657d-e927-568b-95e1-2665a8aea6a2"));

    [Fact]
    public void Given_a_name_with_accents_When_named_Then_version_5_and_the_RFC_variant()
    {
        var id = DeterministicGuid.V5(Dns, "Hélène");
        id.Version.ShouldBe(5);
        (id.Variant & 0b1100).ShouldBe(0b1000);
        id.ShouldNotBe(DeterministicGuid.V5(Dns, "Helene"));
    }
}
