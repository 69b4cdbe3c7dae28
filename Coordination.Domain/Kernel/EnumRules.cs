using FluentValidation;

namespace Coordination.Domain.Kernel;

/// <summary>Rules about values of an enumeration.</summary>
public static class EnumRules
{
    /// <summary>The value has a name. The library's own rule reads the type's attributes at each check.</summary>
    public static IRuleBuilderOptions<T, TEnum> IsNamed<T, TEnum>(this IRuleBuilder<T, TEnum> rule)
        where TEnum : struct, Enum => rule.Must(Enum.IsDefined).WithErrorCode("EnumValidator");
}
