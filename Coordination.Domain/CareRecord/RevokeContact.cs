using Coordination.Domain.Kernel;

namespace Coordination.Domain.CareRecord;

/// <summary>Record that a designation is over.</summary>
public sealed record RevokeContact(Guid ContactId)
{
    /// <summary>Somebody of this id is designated.</summary>
    public static Decision Decide(RevokeContact command, CareRecord? state, CommandContext context) => state switch
    {
        null => Decision.Refuse(new CareRecordNotFound()),
        _ when state.Rights.Contacts.All(c => c.Id != command.ContactId) => Decision.Refuse(new ContactNotFound()),
        _ => Decision.Accept(new ContactRevoked(command.ContactId)),
    };
}
