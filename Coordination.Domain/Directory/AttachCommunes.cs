using System.Collections.Immutable;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.Directory;

/// <summary>A commune was in the area after the day given: its list cannot be changed that far back.</summary>
public sealed record CommuneAttachedLater(CommuneCode Commune) : DomainError("COMMUNE_ATTACHED_LATER", "from");

/// <summary>A commune is not in the area on the day given.</summary>
public sealed record CommuneNotAttached(CommuneCode Commune) : DomainError("COMMUNE_NOT_ATTACHED", "communes");

/// <summary>Let communes belong to an area from a day on; those that do already are left as they are.</summary>
public sealed record AttachCommunes(AreaKind Kind, string Area, ImmutableArray<CommuneCode> Communes, DateOnly From)
{
    /// <summary>Most communes of one command.</summary>
    public const int Most = 2000;

    /// <summary>A commune's times in the area never overlap.</summary>
    public static Decision Decide(AttachCommunes command, Area? state, CommandContext context)
    {
        var known = state?.Attachments ?? [];
        ImmutableArray<CommuneCode> fresh = [.. command.Communes.Distinct().Where(c => !known.Any(a => a.Commune == c && a.Until is null && a.From <= command.From)).OrderBy(c => c.Value, StringComparer.Ordinal)];
        foreach (var commune in fresh)
            if (known.Any(a => a.Commune == commune && (a.Until is not { } until || until > command.From))) return Decision.Refuse(new CommuneAttachedLater(commune));
        return fresh.IsEmpty ? Decision.Nothing : Decision.Accept(new CommunesAttached(command.Kind, command.Area, fresh, command.From));
    }
}

/// <summary>Shape of <see cref="AttachCommunes"/>.</summary>
public sealed class AttachCommunesValidator : AbstractValidator<AttachCommunes>
{
    /// <summary>Some communes, not more than a département and a half has.</summary>
    public AttachCommunesValidator()
    {
        RuleFor(c => c.Communes).Must(c => !c.IsEmpty).WithErrorCode("REQUIRED").OverridePropertyName("communes");
        RuleFor(c => c.Communes).Must(c => c.Length <= AttachCommunes.Most).WithErrorCode("TOO_MANY").OverridePropertyName("communes");
    }
}

/// <summary>Let communes belong to an area no longer from a day on.</summary>
public sealed record DetachCommunes(ImmutableArray<CommuneCode> Communes, DateOnly Until)
{
    /// <summary>Only those that belong to it, and not before they came; said again it changes nothing.</summary>
    public static Decision Decide(DetachCommunes command, Area? state, CommandContext context)
    {
        var known = state?.Attachments ?? [];
        var leaving = new List<CommuneCode>();
        foreach (var commune in command.Communes.Distinct().OrderBy(c => c.Value, StringComparer.Ordinal))
        {
            if (known.Any(a => a.Commune == commune && a.Until == command.Until)) continue;
            if (known.FirstOrDefault(a => a.Commune == commune && a.Until is null) is not { } attachment) return Decision.Refuse(new CommuneNotAttached(commune));
            if (attachment.From >= command.Until) return Decision.Refuse(new CommuneAttachedLater(commune));
            leaving.Add(commune);
        }

        return leaving.Count == 0 ? Decision.Nothing : Decision.Accept(new CommunesDetached([.. leaving], command.Until));
    }
}

/// <summary>Shape of <see cref="DetachCommunes"/>.</summary>
public sealed class DetachCommunesValidator : AbstractValidator<DetachCommunes>
{
    /// <summary>Some communes.</summary>
    public DetachCommunesValidator() => RuleFor(c => c.Communes).Must(c => !c.IsEmpty && c.Length <= AttachCommunes.Most).WithErrorCode("REQUIRED").OverridePropertyName("communes");
}
