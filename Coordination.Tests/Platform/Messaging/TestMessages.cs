using Platform.EventStore;
using Platform.Messaging;

namespace Coordination.Tests.Platform.Messaging;

internal sealed record Count(int Number);

internal sealed record CountMany(int Times);

internal sealed record Ask(int Number);

internal sealed record Unheard(int Number);

/// <summary>The effect of handling a message: visible twice if it happened twice.</summary>
internal sealed record Counted(int Number);

internal sealed record Counter(int Total);

internal static class Handlers
{
    public const string Queue = "counts";

    /// <summary>Registers <see cref="Count"/> with a handler that appends one <see cref="Counted"/>.</summary>
    public static MessagingOptions CountInto(this MessagingOptions options, Func<Count, MessageContext, Task>? before = null) =>
        options.Message<Count>("count").Handle<Count>(Queue, async (message, context, ct) =>
        {
            if (before is not null)
            {
                await before(message, context);
            }

            await using var session = context.OpenSession();
            session.AppendCounted(message.Number);
            await session.SaveChangesAsync(ct);
        });

    public static void AppendCounted(this IDocumentSession session, int number) =>
        session.Events.StartStream<Counter>(Guid.NewGuid(), new Counted(number));
}
