using Platform.EventStore;

namespace Platform.Messaging;

/// <summary>Rules for failing handlers: the first whose exception type matches decides, the last rule matches all.</summary>
public sealed class MessagingPolicies
{
    private readonly List<FailureRule> _rules = [];
    private readonly List<FailureRule> _defaults =
    [
        // A lost race is normal traffic: try again at once and often before anybody is told.
        FailureRule.Retry<ConcurrencyException>(Milliseconds(50, 100, 250, 500, 1000, 2000, 5000)),
        FailureRule.Retry<Exception>(Milliseconds(1_000, 5_000, 30_000, 120_000, 600_000)),
    ];

    private readonly HashSet<Type> _quotable =
    [
        typeof(MessagingConfigurationException), typeof(NoRouteException), typeof(TenantRequiredException),
        typeof(UnreadableMessageException), typeof(TooManyDeliveriesException), typeof(ConcurrencyException),
    ];

    /// <summary>Begins a rule for an exception type and those derived from it; rules match in the order given, before the defaults.</summary>
    public FailureRule OnException<TException>()
        where TException : Exception
    {
        var rule = new FailureRule(typeof(TException));
        _rules.Add(rule);
        return rule;
    }

    /// <summary>
    /// Says that messages of this exception type hold no personal data, so that a dead letter may quote them. All others are
    /// recorded by type and place only.
    /// </summary>
    public MessagingPolicies QuoteMessagesOf<TException>()
        where TException : Exception
    {
        _quotable.Add(typeof(TException));
        return this;
    }

    internal FailureDecision Decide(Exception exception, int attempt) =>
        _rules.Concat(_defaults).First(rule => rule.Matches(exception)).Decide(attempt);

    internal bool MayQuote(Exception exception) => _quotable.Contains(exception.GetType());

    private static TimeSpan[] Milliseconds(params int[] values) =>
        [.. values.Select(value => TimeSpan.FromMilliseconds(value))];
}
