using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.CarePlan;

/// <summary>What a text of a plan must satisfy.</summary>
internal static class PlanTextRule
{
    /// <summary>Some text, of at most 2,000 characters.</summary>
    public static void PlanText<T>(this IRuleBuilder<T, string> rule, string field) => rule.Checked(field);

    /// <summary>The same where a text is given at all.</summary>
    public static void PlanText<T>(this IRuleBuilder<T, string> rule, string field, Func<T, bool> given) => rule.Checked(field).When(given);

    /// <summary>No text, or one of at most 2,000 characters.</summary>
    public static void OptionalPlanText<T>(this IRuleBuilder<T, string?> rule, string field) =>
        rule.MaximumLength(2000).Must(PlainText.HasNoNull).WithErrorCode("NULL_CHARACTER").OverridePropertyName(field);

    private static IRuleBuilderOptions<T, string> Checked<T>(this IRuleBuilder<T, string> rule, string field) =>
        rule.NotEmpty().MaximumLength(2000).Must(PlainText.HasNoNull).WithErrorCode("NULL_CHARACTER").OverridePropertyName(field);
}
