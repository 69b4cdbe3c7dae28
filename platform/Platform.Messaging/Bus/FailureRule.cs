namespace Platform.Messaging;

internal enum FailureOutcome
{
    Retry,
    MoveToErrorQueue,
    Discard,
}

internal readonly record struct FailureDecision(FailureOutcome Outcome, TimeSpan Cooldown = default);

/// <summary>What to do when a handler throws one kind of exception; ends in the error queue unless said otherwise.</summary>
public sealed class FailureRule
{
    private readonly Type _exceptionType;
    private readonly List<TimeSpan> _cooldowns = [];
    private FailureOutcome _end = FailureOutcome.MoveToErrorQueue;

    internal FailureRule(Type exceptionType) => _exceptionType = exceptionType;

    /// <summary>Continues the sentence.</summary>
    public FailureRule Then => this;

    /// <summary>Delivers again after each of these times, measured by the store's clock; the wait is durable and holds no thread.</summary>
    public FailureRule RetryWithCooldown(params TimeSpan[] cooldowns)
    {
        ArgumentNullException.ThrowIfNull(cooldowns);
        foreach (var cooldown in cooldowns)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(cooldown, TimeSpan.Zero, nameof(cooldowns));
        }

        _cooldowns.AddRange(cooldowns);
        return this;
    }

    /// <summary>Makes the message a dead letter once the retries are used up.</summary>
    public FailureRule MoveToErrorQueue()
    {
        _end = FailureOutcome.MoveToErrorQueue;
        return this;
    }

    /// <summary>Counts the message as handled once the retries are used up.</summary>
    public FailureRule Discard()
    {
        _end = FailureOutcome.Discard;
        return this;
    }

    internal static FailureRule Retry<TException>(TimeSpan[] cooldowns)
        where TException : Exception =>
        new FailureRule(typeof(TException)).RetryWithCooldown(cooldowns);

    internal bool Matches(Exception exception) => _exceptionType.IsInstanceOfType(exception);

    internal FailureDecision Decide(int attempt) =>
        attempt <= _cooldowns.Count
            ? new FailureDecision(FailureOutcome.Retry, _cooldowns[Math.Max(attempt, 1) - 1])
            : new FailureDecision(_end);
}
