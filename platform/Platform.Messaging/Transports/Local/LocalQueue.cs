namespace Platform.Messaging;

/// <summary>A durable queue inside the database, worked on by every node that handles its messages.</summary>
public sealed class LocalQueue
{
    internal LocalQueue(string name) => Name = name;

    /// <summary>Stored name of the queue.</summary>
    public string Name { get; }

    /// <summary>Messages handled at once by one node. Four.</summary>
    public int Parallelism { get; private set; } = 4;

    /// <summary>Sets how many messages one node handles at once.</summary>
    public LocalQueue MaximumParallelMessages(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        Parallelism = count;
        return this;
    }

    /// <summary>One message at a time on each node; for order across nodes use a group.</summary>
    public LocalQueue Sequential() => MaximumParallelMessages(1);
}
