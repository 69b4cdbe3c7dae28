using Coordination.Api.CareRecord;
using Coordination.Api.Directory;
using Coordination.Api.GraphQL;
using Coordination.Api.Resources;
using Coordination.Api.Security;
using Coordination.Domain.CaseFinding;
using Coordination.Domain.Kernel;
using Platform.GraphQL;

namespace Coordination.Api.CaseFinding;

/// <summary>A request as the professional who asked sees it: what he said, the clock, and the answer.</summary>
public sealed record MyRequestNode(SupportRequestNode Of);

/// <summary>A professional's own requests for support. Whether the person is known to the DAC is not told.</summary>
public static class MyRequests
{
    /// <summary>Adds them to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema
        .AddObjectType<MyRequestNode>(d =>
        {
            d.Name("MyRequest").Description("A request as the professional who asked sees it: what he said, the clock, and the answer.");
            d.Field("id").Type("ID!").Resolve(c => NodeId.Encode("SupportRequest", View(c).Id));
            d.Field("status").Type("RequestStatus!").Resolve(c => Request(c).Status);
            d.Field("urgency").Type("RequestUrgency!").Resolve(c => Request(c).Urgency);
            d.Field("reason").Type("RequestReason!").Resolve(c => Request(c).Reason);
            d.Field("described").Type("String").Resolve<string?>(c => OpenAsync(c, Request(c).Described));
            d.Field("narrative").Type("String").Resolve<string?>(c => OpenAsync(c, Request(c).Narrative));
            d.Field("receivedAt").Type("DateTime!").Resolve(c => View(c).ReceivedAt);
            d.Field("dueAt").Type("DateTime!").Description("When a first answer is due.").Resolve(c => View(c).DueAt);
            d.Field("overdue").Type("Boolean!").Resolve(c => View(c).IsLateAt(RequestScope.Of(c).Context.Now));
            d.Field("answeredAt").Type("DateTime").Resolve(c => View(c).AnsweredAt);
            d.Field("takenBy").Type("Professional").Resolve<ProfessionalEntry?>(async c => Request(c).TakenBy is { } who ? await Names.ProfessionalAsync(c, who) : null);
            d.Field("answer").Type("String").Description("What was answered, or why not.").Resolve<string?>(c =>
                Request(c) is { Status: not RequestStatus.Accepted, Decision: { } decision } ? OpenAsync(c, decision.Words) : Task.FromResult<string?>(null));
            d.Field("to").Type("String").Description("The service that the request was sent on to.").Resolve<string?>(c => OpenAsync(c, Request(c).Decision?.To));
            d.Field("refusal").Type("RefusalReason").Resolve(c => Request(c).Decision?.Refusal);
            d.Field("noFollowUp").Type("NoFollowUpReason").Resolve(c => Request(c).Decision?.NoFollowUp);
        })
        .AddConnection<MyRequestNode>("MyRequests")
        .AddTypeExtension("Query", d => d.Field("myRequests").UsePaging("MyRequests").Description("Requests that the subject sent, last one first.")
            .Resolve<Connection<MyRequestNode>>(c =>
            {
                var scope = RequestScope.Of(c);
                scope.Require(AccessAction.SubmitRequest);
                if (scope.Subject is not { Territory: { } territory, Professional: { } me }) throw RequestScope.Forbidden("PROFESSIONAL");
                return c.Service<RequestQueue>().ReadOwnAsync(territory, me, c.ArgumentValue<int?>("first"), c.ArgumentValue<string?>("after"),
                    view => new MyRequestNode(new(territory, view)), c.RequestAborted);
            }));

    private static Projections.CaseFinding.SupportRequestView View(IResolverContext context) => context.Parent<MyRequestNode>().Of.View;

    private static SupportRequest Request(IResolverContext context) => View(context).Request;

    private static async Task<string?> OpenAsync(IResolverContext context, Protected<string>? text)
    {
        if (text is null) return null;
        var territory = context.Parent<MyRequestNode>().Of.Territory;
        RequestScope.Of(context).Trail.Show(territory, text.Subject);
        return await context.Service<ProtectedText>().OpenAsync(territory, text, context.RequestAborted) ?? Texts.Get("Closure.Erased");
    }
}
