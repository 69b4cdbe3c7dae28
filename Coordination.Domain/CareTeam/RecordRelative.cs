using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.CareTeam;

/// <summary>Say who a relative or an informal carer is; said again with the same id, it changes what is known.</summary>
/// <param name="IsNew">Nobody of this id is known yet.</param>
public sealed record RecordRelative(PersonId Person, Guid RelativeId, bool IsNew, string Name, string? Phone, RelativeTie Tie, RelativeRole Role, WeekDays Days)
{
    private const int Most = 30;

    /// <summary>The first statement adds, a later one changes; a relative who takes part no longer is not changed.</summary>
    public static Decision Decide(RecordRelative command, CareTeam? state, CommandContext context)
    {
        var (name, phone) = (command.Name.Trim(), string.IsNullOrWhiteSpace(command.Phone) ? null : command.Phone.Trim());
        var known = state?.Relatives.FirstOrDefault(r => r.Id == command.RelativeId);
        if (known is null && !command.IsNew) return Decision.Refuse(new RelativeNotFound());
        if (known is not null && command.IsNew) return Decision.Nothing;
        if (known is not null && known.Name.Plain == name && known.Phone?.Plain == phone && (known.Tie, known.Role, known.Days) == (command.Tie, command.Role, command.Days))
            return Decision.Nothing;
        if (known is null && state?.Relatives.Length >= Most) return Decision.Refuse(new InvalidCommand("name", "AT_MOST_30_RELATIVES"));
        var (sealedName, sealedPhone) = (Protected<string>.Of(command.Person, name), phone is null ? null : Protected<string>.Of(command.Person, phone));
        return Decision.Accept(known is null
            ? new RelativeAdded(command.Person, command.RelativeId, sealedName, sealedPhone, command.Tie, command.Role, command.Days)
            : new RelativeChanged(command.Person, command.RelativeId, sealedName, sealedPhone, command.Tie, command.Role, command.Days));
    }
}

/// <summary>Shape of <see cref="RecordRelative"/>.</summary>
public sealed class RecordRelativeValidator : AbstractValidator<RecordRelative>
{
    /// <summary>An id, a name of at most 200 characters, a phone of at most 30.</summary>
    public RecordRelativeValidator()
    {
        RuleFor(c => c.RelativeId).NotEmpty().OverridePropertyName("relativeId");
        RuleFor(c => c.Name).NotEmpty().MaximumLength(200).Must(PlainText.HasNoNull).WithErrorCode("NULL_CHARACTER").OverridePropertyName("name");
        RuleFor(c => c.Phone).MaximumLength(30).Must(PlainText.HasNoNull).WithErrorCode("NULL_CHARACTER").OverridePropertyName("phone");
    }
}

/// <summary>Say that a relative takes part no longer.</summary>
public sealed record RemoveRelative(Guid RelativeId)
{
    /// <summary>Somebody of this id is known.</summary>
    public static Decision Decide(RemoveRelative command, CareTeam? state, CommandContext context) => state?.Relatives.Any(r => r.Id == command.RelativeId) == true
        ? Decision.Accept(new RelativeRemoved(state.Person, command.RelativeId))
        : Decision.Refuse(new RelativeNotFound());
}
