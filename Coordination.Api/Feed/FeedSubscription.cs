using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Coordination.Api.Alerts;
using Coordination.Api.CareRecord;
using Coordination.Api.CaseFinding;
using Coordination.Api.Discharge;
using Coordination.Api.GraphQL;
using Coordination.Api.Resources;
using Coordination.Api.Security;
using Coordination.Api.Tasks;
using Coordination.Domain.Identifiers;
using Platform.GraphQL;

namespace Coordination.Api.Feed;

/// <summary><c>Subscription.feed</c>: what changes in what the subject may see, resumable after a position (E17).</summary>
public static class FeedSubscription
{
    private const int MostMissed = 1000;
    private static readonly TimeSpan HeartbeatEvery = TimeSpan.FromSeconds(15);

    /// <summary>Adds it to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema
        .AddEnumType<FeedEventType>()
        .AddObjectType<FeedSignal>(d =>
        {
            d.Name("FeedEvent").Description("A change: which node, at which version and position. Other fields are read afresh, with access checked.");
            d.Field("position").Type("String!").Resolve(c => FeedPosition.Encode(Signal(c).Position));
            d.Field("type").Type("FeedEventType!").Resolve(c => Signal(c).Type);
            d.Field("at").Type("DateTime!").Resolve(c => Signal(c).At);
            d.Field("nodeId").Type("ID").Resolve(c => NodeType(c) is { } type ? NodeId.Encode(type, Signal(c).StreamId) : null);
            d.Field("version").Type("Int").Resolve(c => NodeType(c) is null ? null : (int?)Signal(c).Version);
            d.Field("alert").Type("Alert").Resolve<AlertNode?>(async c =>
                Signal(c).Type is FeedEventType.AlertChanged ? await AlertQueries.FindAsync(c, Signal(c).StreamId) : null);
            d.Field("discharge").Type("Discharge").Resolve<DischargeNode?>(async c =>
                Signal(c).Type is FeedEventType.DischargeChanged ? await DischargeQueries.FindAsync(c, Signal(c).StreamId, null) : null);
            d.Field("record").Type("CareRecord").Description("Null when it may not be read, or may be no longer: `accessTo` tells why.").Resolve<CareRecordNode?>(async c =>
                Signal(c).Type is FeedEventType.RecordChanged ? await CareRecordQueries.FindAsync(c, Signal(c).StreamId) : null);
            d.Field("task").Type("Task").Resolve<TaskNode?>(async c =>
                Signal(c).Type is FeedEventType.TaskChanged ? await TaskQueries.FindAsync(c, Signal(c).StreamId) : null);
            d.Field("request").Type("SupportRequest").Resolve<SupportRequestNode?>(async c =>
                Signal(c).Type is FeedEventType.RequestChanged ? await SupportRequestQueries.FindAsync(c, Signal(c).StreamId) : null);
        })
        .AddTypeExtension("Subscription", d => d.Field("feed").Type("FeedEvent!").Argument("after", "String")
            .Description("Everything that changes in what the subject may see, in order. With `after`, first what was missed since that position.")
            .Subscribe(Open));

    private static IAsyncEnumerable<FeedSignal> Open(IResolverContext context)
    {
        var scope = RequestScope.Of(context);
        var tenant = scope.Require(AccessAction.ReadDischarges);
        long? after = context.ArgumentValue<string?>("after") is { } text ? FeedPosition.Decode(text) : null;
        return StreamAsync(context.Service<FeedHub>(), context.Service<TimeProvider>(), tenant, scope, after, context.RequestAborted);
    }

    private static async IAsyncEnumerable<FeedSignal> StreamAsync(
        FeedHub hub, TimeProvider clock, TerritoryId tenant, RequestScope scope, long? after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var establishment = scope.Subject.Territory is null;
        // The channel is open before the head is read: what happens in between is heard twice and told once.
        using var channel = hub.Open(tenant, establishment);
        var head = await hub.HeadAsync(establishment, cancellation);
        var told = after ?? head;
        if (told > head) throw Resync();
        if (after is not null)
        {
            var missed = await hub.MissedAsync(tenant, establishment, told, head, MostMissed, cancellation);
            if (missed.Count > MostMissed) throw Resync();
            foreach (var signal in missed.Where(s => FeedFacts.MayHear(scope.Subject, s, scope.Context))) yield return signal;
            told = head;
        }

        yield return Heartbeat(told, tenant, clock);
        while (true)
        {
            var signal = await NextAsync(channel.Reader, cancellation);
            if (!await scope.StillHoldsAsync()) throw new GraphQLException(Texts.Get("Error.UNAUTHENTICATED"), "UNAUTHENTICATED");
            if (signal is null)
            {
                yield return Heartbeat(told, tenant, clock);
            }
            else if (signal.Position > told)
            {
                told = signal.Position;
                if (FeedFacts.MayHear(scope.Subject, signal, scope.Context)) yield return signal;
            }
        }
    }

    private static async Task<FeedSignal?> NextAsync(ChannelReader<FeedSignal> reader, CancellationToken cancellation)
    {
        if (reader.TryRead(out var ready)) return ready;
        using var idle = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        idle.CancelAfter(HeartbeatEvery);
        try
        {
            return await reader.ReadAsync(idle.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
        catch (ChannelClosedException)
        {
            throw Resync();
        }
    }

    private static FeedSignal Heartbeat(long position, TerritoryId tenant, TimeProvider clock) =>
        new(position, tenant, FeedEventType.Heartbeat, Guid.Empty, 0, clock.GetUtcNow());

    private static GraphQLException Resync() => new("the feed cannot be resumed from there: read again, then subscribe without `after`", "RESYNC_REQUIRED");

    private static FeedSignal Signal(IResolverContext context) => context.Parent<FeedSignal>();

    private static string? NodeType(IResolverContext context) => Signal(context).Type switch
    {
        FeedEventType.AlertChanged => "Alert",
        FeedEventType.DischargeChanged => "Discharge",
        FeedEventType.RequestChanged => "SupportRequest",
        FeedEventType.TransferChanged => "ReceivedTransfer",
        FeedEventType.TaskChanged => "Task",
        FeedEventType.RecordChanged => "CareRecord",
        _ => null,
    };
}
