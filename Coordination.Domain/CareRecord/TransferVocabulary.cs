using System.Collections.Immutable;
using Coordination.Domain.Identifiers;

namespace Coordination.Domain.CareRecord;

/// <summary>What may go along with a transferred record. Documents stay.</summary>
public enum TransferPart
{
    /// <summary>What is known of the person's situation.</summary>
    Situation,

    /// <summary>The care plan in force.</summary>
    Plan,

    /// <summary>Who is in the care team.</summary>
    Team,

    /// <summary>Validated assessments.</summary>
    Assessments,

    /// <summary>Whom the person or a court designated.</summary>
    Contacts,
}

/// <summary>Where a transfer stands.</summary>
public enum TransferStatus
{
    /// <summary>The other territory has not answered.</summary>
    Awaiting,

    /// <summary>The other territory goes on with the record.</summary>
    Accepted,

    /// <summary>The other territory does not take it over.</summary>
    Refused,
}

/// <summary>Why a territory does not take a record over.</summary>
public enum TransferRefusal
{
    /// <summary>The person does not live there.</summary>
    NotInTerritory,

    /// <summary>Nobody reached the person.</summary>
    NotReached,

    /// <summary>The person does not want it.</summary>
    PersonRefuses,

    /// <summary>It does not need a coordination.</summary>
    OutsideMission,
}

/// <summary>What goes along with a transferred record, equal by content.</summary>
public sealed record TransferParts(bool Situation, bool Plan, bool Team, bool Assessments, bool Contacts)
{
    /// <summary>As a list names them.</summary>
    public static TransferParts Of(IReadOnlyCollection<TransferPart> parts) => new(
        parts.Contains(TransferPart.Situation), parts.Contains(TransferPart.Plan), parts.Contains(TransferPart.Team),
        parts.Contains(TransferPart.Assessments), parts.Contains(TransferPart.Contacts));

    /// <summary>Whether a part goes along.</summary>
    public bool Has(TransferPart part) => part switch
    {
        TransferPart.Situation => Situation,
        TransferPart.Plan => Plan,
        TransferPart.Team => Team,
        TransferPart.Assessments => Assessments,
        _ => Contacts,
    };

    /// <summary>As a list.</summary>
    public ImmutableArray<TransferPart> ToList() => [.. Enum.GetValues<TransferPart>().Where(Has)];
}

/// <summary>Where a record went.</summary>
/// <param name="AnsweredOn">When the other territory answered; null while it is awaited.</param>
public sealed record Transfer(Guid Id, TerritoryId Target, TransferStatus Status, DateOnly? AnsweredOn, TransferRefusal? Refusal)
{
    /// <summary>After the answer.</summary>
    public Transfer AnsweredBy(CareRecordTransferAnswered answer) => this with
    {
        Status = answer.Refusal is null ? TransferStatus.Accepted : TransferStatus.Refused, AnsweredOn = answer.On, Refusal = answer.Refusal,
    };
}

/// <summary>Where a record came from.</summary>
public sealed record TransferOrigin(Guid Id, TerritoryId From);
