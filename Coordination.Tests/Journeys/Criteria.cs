using System.Reflection;

namespace Coordination.Tests.Journeys;

/// <summary>The acceptance criteria of the journeys, each kept by tests that carry its name.</summary>
public sealed class Criteria
{
    /// <summary>The trait that names a criterion of DOMAIN §5.</summary>
    public const string Name = "Criterion";

    // Those of requests, records, plans, rights and consent that the platform keeps. Closing with an unread urgent note (5.2 AC4) waits for the liaison notebook.
    private static readonly string[] Kept = ["5.2 AC1", "5.2 AC2", "5.2 AC3", "5.2 AC5", "5.2 AC6", "5.8 AC1", "5.8 AC3", "5.10 AC"];

    [Fact]
    public void Given_the_criteria_of_the_journeys_When_looked_for_Then_each_has_a_test_of_its_name()
    {
        var named = typeof(Criteria).Assembly.GetTypes().SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static))
            .SelectMany(m => m.GetCustomAttributesData()).Where(a => a.AttributeType == typeof(TraitAttribute) && (string)a.ConstructorArguments[0].Value! == Name)
            .Select(a => (string)a.ConstructorArguments[1].Value!).ToHashSet();
        named.ShouldBe(Kept, ignoreOrder: true);
    }
}
