using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Domain.Documents;

/// <summary>Deposit a document about a person; its content is checked and hashed before.</summary>
public sealed record DepositDocument(
    PersonId Person, DocumentKind Kind, DataClass Class, string Title, DateOnly? DatedOn, MediaType MediaType, long Size, string Sha256, Guid? Replaces)
{
    /// <summary>Largest content, in bytes.</summary>
    public const long MaximumSize = 20L * 1024 * 1024;

    /// <summary>Longest title, in characters.</summary>
    public const int MaximumTitle = 200;

    /// <summary>Once per id: said again it is the same document, unless its content is another.</summary>
    public static Decision Decide(DepositDocument command, Document? state, CommandContext context) => state switch
    {
        null when command.DatedOn > context.Today => Decision.Refuse(new InvalidCommand("datedOn", "NOT_IN_FUTURE")),
        null => Decision.Accept(new DocumentDeposited(command.Person, command.Kind, command.Class, Protected<string>.Of(command.Person, command.Title.Trim()), command.DatedOn,
            command.MediaType, command.Size, command.Sha256, command.Replaces)),
        _ when state.Sha256 == command.Sha256 && state.Person == command.Person => Decision.Nothing,
        _ => Decision.Refuse(new InvalidCommand("commandId", "ALREADY_USED")),
    };
}

/// <summary>Shape of <see cref="DepositDocument"/>.</summary>
public sealed class DepositDocumentValidator : AbstractValidator<DepositDocument>
{
    /// <summary>A title is given; a content is neither empty nor too large.</summary>
    public DepositDocumentValidator()
    {
        RuleFor(c => c.Title).NotEmpty().MaximumLength(DepositDocument.MaximumTitle).OverridePropertyName("title");
        RuleFor(c => c.Title).Must(PlainText.HasNoNull).WithErrorCode("NULL_CHARACTER").OverridePropertyName("title");
        RuleFor(c => c.Size).InclusiveBetween(1, DepositDocument.MaximumSize).OverridePropertyName("file");
    }
}
