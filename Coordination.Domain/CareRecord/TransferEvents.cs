using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.CareRecord;

/// <summary>Facts of a transfer in the territory where it arrives.</summary>
public abstract record TransferEvent : IDomainEvent;

/// <summary>A record of another territory arrived, with what was agreed to go along.</summary>
/// <param name="From">The territory that closed it.</param>
/// <param name="Record">The record there, cited and never read.</param>
/// <param name="Newcomer">The identity that she gets here if nobody here is she; its key seals what arrived.</param>
/// <param name="Export">What was agreed to go along, as one sealed text.</param>
public sealed record TransferReceived(
    TerritoryId From, Guid Record, PersonId Newcomer, DateOnly InformedOn, TransferParts Parts, Protected<string> Export) : TransferEvent;

/// <summary>A coordinator took the record over.</summary>
/// <param name="Person">Who she is here.</param>
/// <param name="Export">What arrived, sealed anew, when she was somebody here already; null when she is the newcomer.</param>
public sealed record TransferAccepted(PersonId Person, DateOnly On, Protected<string>? Export) : TransferEvent;

/// <summary>A coordinator did not take the record over.</summary>
public sealed record TransferRefused(TransferRefusal Reason, DateOnly On) : TransferEvent;
