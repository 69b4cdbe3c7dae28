using Coordination.Api.Hosting.Commands;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Platform.EventStore;

namespace Coordination.Simulator.History;

/// <summary>One stream in memory: commands are validated and decided as the platform does, and what they decide is kept with its dates.</summary>
public sealed class Tale<TState>(Guid id, TerritoryId territory, CommandRegistry commands, DateTimeOffset end, Func<TState?, IDomainEvent, TState> evolve)
    where TState : class
{
    private readonly List<PastEvent> facts = [];

    /// <summary>The stream.</summary>
    public Guid Id => id;

    /// <summary>The state so far; null before the first fact.</summary>
    public TState? State { get; private set; }

    /// <summary>Everything that was decided.</summary>
    public IReadOnlyCollection<PastEvent> Facts => facts;

    /// <summary>Runs a command at an instant; after the end of what is told, nothing happens and it is false.</summary>
    /// <exception cref="StoryException">The command is refused: a history holds what the platform would have let happen.</exception>
    public bool Run<TCommand>(TCommand command, Actor by, DateTimeOffset at)
        where TCommand : notnull
    {
        if (facts.Count > 0 && at <= facts[^1].RecordedAt) at = facts[^1].RecordedAt.AddSeconds(1);
        if (at > end) return false;
        var decision = commands.HandlerOf<TCommand, TState>().Run(command, State, new(territory, by, at));
        if (decision.Error is { } error) throw new StoryException($"{typeof(TCommand).Name}: {error.Code} {(error as InvalidCommand)?.Field}");
        foreach (var fact in decision.Events)
        {
            State = evolve(State, fact);
            facts.Add(new(EventId(at), fact, at, by.Id));
        }

        return true;
    }

    // As a UUID of version 7, so that the index of ids grows at one end, but by what is told and not by chance.
    private Guid EventId(DateTimeOffset at)
    {
        Span<byte> bytes = stackalloc byte[16];
        DeterministicGuid.V5(id, $"{facts.Count}").TryWriteBytes(bytes, bigEndian: true, out _);
        var milliseconds = at.ToUnixTimeMilliseconds();
        for (var i = 0; i < 6; i++) bytes[i] = (byte)(milliseconds >> (8 * (5 - i)));
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x70);
        return new(bytes, bigEndian: true);
    }
}

/// <summary>A story commands something that the platform refuses.</summary>
public sealed class StoryException(string message) : Exception(message);
