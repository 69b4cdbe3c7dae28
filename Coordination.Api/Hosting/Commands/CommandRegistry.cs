using Coordination.Domain.Kernel;
using FluentValidation;

namespace Coordination.Api.Hosting.Commands;

/// <summary>How each command is validated and decided, and what follows from the facts of each kind of stream. Filled by the modules, then only read.</summary>
public sealed class CommandRegistry
{
    private readonly Dictionary<Type, object> handlers = [];
    private readonly Dictionary<Type, object> policies = [];

    /// <summary>One decision per command type; a second registration fails the start.</summary>
    public CommandRegistry Handle<TCommand, TState>(
        Func<TCommand, TState?, CommandContext, Decision> decide, IValidator<TCommand>? validator = null)
        where TCommand : notnull
        where TState : class
    {
        handlers.Add(typeof(TCommand), new CommandHandler<TCommand, TState>(decide, validator));
        return this;
    }

    /// <summary>The policy of a kind of stream: pure, given the state before and the facts about to be appended; run once, never by a replay.</summary>
    public CommandRegistry React<TState>(Func<Guid, TState?, IReadOnlyCollection<IDomainEvent>, IEnumerable<FollowUp>> react)
        where TState : class
    {
        policies.Add(typeof(TState), react);
        return this;
    }

    /// <summary>The handler; throws when the command was never registered.</summary>
    public CommandHandler<TCommand, TState> HandlerOf<TCommand, TState>()
        where TCommand : notnull
        where TState : class =>
        handlers.TryGetValue(typeof(TCommand), out var handler) && handler is CommandHandler<TCommand, TState> typed
            ? typed
            : throw new InvalidOperationException($"no handler registered for command {typeof(TCommand).Name} on {typeof(TState).Name}");

    /// <summary>The follow-ups of facts; none when the stream has no policy.</summary>
    public IEnumerable<FollowUp> FollowUps<TState>(Guid id, TState? before, IReadOnlyCollection<IDomainEvent> facts)
        where TState : class =>
        policies.TryGetValue(typeof(TState), out var policy)
            ? ((Func<Guid, TState?, IReadOnlyCollection<IDomainEvent>, IEnumerable<FollowUp>>)policy)(id, before, facts)
            : [];
}

/// <summary>How one command is checked and decided.</summary>
public sealed record CommandHandler<TCommand, TState>(
    Func<TCommand, TState?, CommandContext, Decision> Decide, IValidator<TCommand>? Validator)
    where TCommand : notnull
    where TState : class
{
    /// <summary>Shape first, then the decision.</summary>
    public Decision Run(TCommand command, TState? state, CommandContext context)
    {
        var failure = Validator?.Validate(command).Errors.FirstOrDefault();
        return failure is null ? Decide(command, state, context) : Decision.Refuse(new InvalidCommand(failure.PropertyName, failure.ErrorCode));
    }
}

/// <summary>A message that follows from facts.</summary>
/// <param name="GroupId">Messages of one group are handled in order, one at a time.</param>
public sealed record FollowUp(object Message, string GroupId);
