namespace Coordination.Domain.Identifiers;

/// <summary>The Luhn check digit of RPPS and FINESS numbers.</summary>
public static class Luhn
{
    /// <summary>True when the last digit is the key of those before it; letters and an empty text are false.</summary>
    public static bool IsValid(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            if (!char.IsAsciiDigit(digits[^(i + 1)])) return false;
            var digit = digits[^(i + 1)] - '0';
            if (i % 2 == 1) digit = digit < 5 ? digit * 2 : (digit * 2) - 9;
            sum += digit;
        }

        return digits.Length > 0 && sum % 10 == 0;
    }
}
