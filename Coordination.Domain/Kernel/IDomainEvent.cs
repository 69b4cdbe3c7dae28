namespace Coordination.Domain.Kernel;

/// <summary>A fact of a stream, in the past tense. Metadata (who, when, why) is never in its body.</summary>
public interface IDomainEvent;
