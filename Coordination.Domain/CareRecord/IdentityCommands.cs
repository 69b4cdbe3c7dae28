using System.Collections.Immutable;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.CareRecord;

/// <summary>Correct traits; the new values go to the identity store in the same transaction.</summary>
public sealed record CorrectTraits(ImmutableArray<TraitField> Changed)
{
    /// <summary>Strict traits under an INS are INSi's; without one, to correct them takes the validation away.</summary>
    public static Decision Decide(CorrectTraits command, PersonState? state, CommandContext context) => IdentityRules.Of(state) switch
    {
        { } error => Decision.Refuse(error),
        _ when command.Changed.IsEmpty => Decision.Nothing,
        _ when IdentityRules.Strict(command.Changed) is { } strict && state!.HasIns => Decision.Refuse(new InsStands(IdentityRules.NameOf(strict))),
        _ when IdentityRules.Strict(command.Changed) is not null && state!.HasDocument =>
            Decision.Accept(new TraitsCorrected(command.Changed), new IdentityDevalidated(DevalidationReason.TraitsCorrected)),
        _ => Decision.Accept(new TraitsCorrected(command.Changed)),
    };
}

/// <summary>State that a document of high trust was seen.</summary>
public sealed record ValidateIdentity(IdentityDocument Document, DateOnly? ValidUntil)
{
    /// <summary>A document that ran out validates nothing.</summary>
    public static Decision Decide(ValidateIdentity command, PersonState? state, CommandContext context) => IdentityRules.Of(state) switch
    {
        { } error => Decision.Refuse(error),
        _ when state!.Blocking is { } attribute => Decision.Refuse(new IdentityBlocked(attribute)),
        _ when command.ValidUntil < context.Today => Decision.Refuse(new InvalidCommand("validUntil", "DOCUMENT_EXPIRED")),
        _ when state.HasDocument => Decision.Nothing,
        _ when state.HasIns => Decision.Accept(new IdentityValidated(command.Document, command.ValidUntil), new IdentityQualified()),
        _ => Decision.Accept(new IdentityValidated(command.Document, command.ValidUntil)),
    };
}

/// <summary>State that the document counts no longer.</summary>
public sealed record DevalidateIdentity(DevalidationReason Reason)
{
    /// <summary>What stands otherwise stays.</summary>
    public static Decision Decide(DevalidateIdentity command, PersonState? state, CommandContext context) => IdentityRules.Of(state) switch
    {
        { } error => Decision.Refuse(error),
        _ => state!.HasDocument ? Decision.Accept(new IdentityDevalidated(command.Reason)) : Decision.Nothing,
    };
}

/// <summary>Record the INS that INSi gave.</summary>
/// <param name="Known">It is the one that stands already.</param>
/// <param name="Replaces">It is the NIR that takes the place of a NIA.</param>
public sealed record RetrieveIns(InsKind Kind, bool Known, bool Replaces)
{
    /// <summary>One INS is never written over another, but a NIR over the NIA it replaces.</summary>
    public static Decision Decide(RetrieveIns command, PersonState? state, CommandContext context) => IdentityRules.Of(state) switch
    {
        { } error => Decision.Refuse(error),
        _ when state!.Blocking is { } attribute => Decision.Refuse(new IdentityBlocked(attribute)),
        _ when state.HasIns && command.Known => Decision.Nothing,
        _ when state.HasIns && !command.Replaces => Decision.Refuse(new InsStands("matricule")),
        _ when state.HasDocument => Decision.Accept(new InsRetrieved(command.Kind), new IdentityQualified()),
        _ => Decision.Accept(new InsRetrieved(command.Kind)),
    };
}

/// <summary>Record that INSi gave none.</summary>
public sealed record RejectIns(InsRejection Reason)
{
    /// <summary>An INS that stands is removed by hand, not by a failed call.</summary>
    public static Decision Decide(RejectIns command, PersonState? state, CommandContext context) => IdentityRules.Of(state) switch
    {
        { } error => Decision.Refuse(error),
        _ => state!.HasIns ? Decision.Refuse(new InsStands("rejection")) : Decision.Accept(new InsRejected(command.Reason)),
    };
}

/// <summary>Take a wrong INS away: NIR and NIA.</summary>
public sealed record RemoveIns(InsRemovalReason Reason)
{
    /// <summary>The identity is provisional again.</summary>
    public static Decision Decide(RemoveIns command, PersonState? state, CommandContext context) => IdentityRules.Of(state) switch
    {
        { } error => Decision.Refuse(error),
        _ when !state!.HasIns => Decision.Nothing,
        _ when state.HasDocument => Decision.Accept(new InsRemoved(command.Reason), new IdentityDevalidated(DevalidationReason.InsRemoved)),
        _ => Decision.Accept(new InsRemoved(command.Reason)),
    };
}

/// <summary>Set an attribute, or take it back.</summary>
public sealed record SetIdentityAttribute(IdentityAttribute Attribute, bool Present)
{
    /// <summary>Doubtful and fictitious take the validation away; somebody with an INS is not invented.</summary>
    public static Decision Decide(SetIdentityAttribute command, PersonState? state, CommandContext context) => IdentityRules.Of(state) switch
    {
        { } error => Decision.Refuse(error),
        _ when state!.Attributes.Contains(command.Attribute) == command.Present => Decision.Nothing,
        _ when !command.Present => Decision.Accept(new IdentityAttributeRemoved(command.Attribute)),
        _ when command.Attribute is IdentityAttribute.Fictitious && state.HasIns => Decision.Refuse(new InsStands("attribute")),
        _ when command.Attribute is not IdentityAttribute.Homonym && state.HasDocument => Decision.Accept(
            new IdentityDevalidated(command.Attribute is IdentityAttribute.Doubtful ? DevalidationReason.Doubtful : DevalidationReason.Fictitious),
            new IdentityAttributeSet(command.Attribute)),
        _ => Decision.Accept(new IdentityAttributeSet(command.Attribute)),
    };
}
