using Coordination.Domain.Identifiers;

namespace Coordination.Api.Directory.Import;

/// <summary>SIRET numbers: 14 digits with a Luhn key.</summary>
public static class Siret
{
    private const string Post = "356000000";

    /// <summary>The establishments of La Poste have a sum of digits that five divides instead (N-20).</summary>
    public static bool IsValid(string number) => number.Length == 14 && number.All(char.IsAsciiDigit)
        && (Luhn.IsValid(number) || (number.StartsWith(Post, StringComparison.Ordinal) && number.Sum(c => c - '0') % 5 == 0));
}
