using Coordination.Api.CareRecord;
using Coordination.Api.Directory;
using Coordination.Api.GraphQL;
using Coordination.Api.Resources;
using Coordination.Api.Security;
using Coordination.Domain.CarePathway;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Coordination.Projections.CarePathway;
using Coordination.Projections.CarePlan;
using Coordination.Projections.CareRecord;
using Platform.EventStore;
using Platform.GraphQL;
using Pathway = Coordination.Domain.CarePathway.CarePathway;
using Plan = Coordination.Domain.CarePlan.CarePlan;
using Record = Coordination.Domain.CareRecord.CareRecord;

namespace Coordination.Api.CarePathway;

/// <summary>An applied pathway as GraphQL shows it.</summary>
/// <param name="PlanNumber">The version at hand of the plan that names it, where that was looked for.</param>
public sealed record PathwayNode(TerritoryId Territory, CarePathwayView View, int? PlanNumber = null);

/// <summary>One of its steps.</summary>
public sealed record PathwayStepNode(PathwayNode Pathway, PathwayStep Step);

/// <summary>Pathways of a record, the steps that are due on the territory, and the templates.</summary>
public static class PathwayNodes
{
    // Of whom the subject is referent or deputy.
    private static readonly string Mine =
        $"exists (select from {CareRecordProjection.View.Table} mine where mine.person_id = {CarePathwayProjection.View.Name}.person_id and (mine.referent = {{0}} or mine.deputy = {{0}}))";

    private static readonly PageKey[] ByNextStep = [new("next_due_on", "date"), new("id", "uuid")];

    /// <summary>Adds them to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema
        .AddEnumType<PathwayRole>()
        .AddEnumType<StepStatus>()
        .AddEnumType<DeviationReason>()
        .AddEnumType<RescheduleReason>()
        .AddEnumType<PathwayExitReason>()
        .AddObjectType<PathwayCondition>(d => d.BindFieldsImplicitly())
        .AddObjectType<TemplateStep>(d => d.BindFieldsImplicitly().Name("PathwayTemplateStep"))
        .AddObjectType<PathwayTemplate>(d => d.BindFieldsImplicitly().Description("A pathway as it is described for everybody: its newest version."))
        .AddObjectType<PathwayExit>(d => d.BindFieldsImplicitly())
        .AddObjectType<PathwayNode>(d =>
        {
            d.Name("CarePathway").Description("A pathway applied to a person. It keeps the version that was applied, whatever comes after.");
            d.Field("id").Type("ID!").Resolve(c => NodeId.Encode("CarePathway", Node(c).View.Id));
            d.Field("person").Type("Person!").Resolve(c => PersonType.LoadAsync(c, Node(c).Territory, Of(c).Person));
            d.Field("recordId").Type("ID!").Resolve(c => NodeId.Encode("CareRecord", Record.IdOf(Node(c).Territory, Of(c).Person).Value));
            d.Field("template").Type("String!").Resolve(c => Of(c).Template);
            d.Field("templateVersion").Type("Int!").Resolve(c => Of(c).Version);
            d.Field("title").Type("String!").Resolve(c => Of(c).Title);
            d.Field("enteredOn").Type("Date!").Resolve(c => Of(c).EnteredOn);
            d.Field("reason").Type("String").Resolve<string?>(c => OpenAsync(c, Node(c), Node(c).View.Reason));
            d.Field("known").Type("[PathwayCondition!]!").Description("Conditions on which its steps depend.").Resolve(c => Of(c).Known.ToArray());
            d.Field("conditions").Type("[String!]!").Description("Codes of those that hold for the person.").Resolve(c => Of(c).Conditions.ToArray());
            d.Field("steps").Type("[PathwayStep!]!").Description("Every step, by the day it is due on.").Resolve(c =>
                Of(c).Steps.OrderBy(s => s.End?.On ?? Of(c).DueOn(s)).Select(s => new PathwayStepNode(Node(c), s)).ToArray());
            d.Field("nextDueOn").Type("Date").Resolve(c => Of(c).NextDueOn);
            d.Field("exit").Type("PathwayExit").Description("How it ended; null while it goes on.").Resolve(c => Of(c).Exit);
            d.Field("planNumber").Type("Int").Description("The version at hand of the person's plan, when the plan says that it carries the pathway out; read in a record, by who reads plans.")
                .Resolve(c => Node(c).PlanNumber);
            d.Field("appliedBy").Type("String!").Resolve(c => Names.AuthorAsync(c, Node(c).View.AppliedBy));
            d.Field("history").Type("[HistoryEntry!]!").Resolve(c => History.ReadAsync(c, Node(c).Territory, Node(c).View.Id, null));
            d.Field("version").Type("Int!").Resolve(c => (int)Node(c).View.Version);
        })
        .AddObjectType<PathwayStepNode>(d =>
        {
            d.Name("PathwayStep").Description("A step as it is carried out for the person.");
            d.Field("code").Type("String!").Resolve(c => Step(c).Step.Code);
            d.Field("title").Type("String!").Resolve<string>(async c =>
                Step(c).Step.Title ?? await OpenAsync(c, Step(c).Pathway, Step(c).Step.OwnTitle) ?? Texts.Get("Person.Erased"));
            d.Field("own").Type("Boolean!").Description("A step of this person only.").Resolve(c => Step(c).Step.Title is null);
            d.Field("role").Type("PathwayRole!").Resolve(c => Step(c).Step.Role);
            d.Field("owner").Type("Professional").Resolve<ProfessionalEntry?>(async c => Step(c).Step.Owner is { } id ? await Names.ProfessionalAsync(c, id) : null);
            d.Field("dueOn").Type("Date!").Resolve(c => Step(c).Pathway.View.Pathway.DueOn(Step(c).Step));
            d.Field("moved").Type("Boolean!").Description("Its day was set by hand.").Resolve(c => Step(c).Step is { SetFor: not null, Title: not null });
            d.Field("status").Type("StepStatus!").Resolve(c => Step(c).Pathway.View.Pathway.StatusOf(Step(c).Step, RequestScope.Of(c).Context.Today));
            d.Field("endedOn").Type("Date").Resolve(c => Step(c).Step.End?.On);
            d.Field("deviation").Type("DeviationReason").Resolve(c => Step(c).Step.End?.Deviation);
            d.Field("condition").Type("String").Resolve(c => Step(c).Pathway.View.Pathway.Known.FirstOrDefault(k => k.Code == Step(c).Step.Condition)?.Label);
        })
        .AddConnection<PathwayNode>("CarePathways")
        .AddTypeExtension("CareRecord", d => d.Field("pathways").Type("[CarePathway!]").Description("The person's pathways, open ones first; null when the subject may not read them.")
            .Resolve<PathwayNode[]>(OfRecordAsync))
        .AddTypeExtension("Query", d =>
        {
            d.Field("carePathwayTemplates").Type("[PathwayTemplate!]!").Description("Templates that may be applied, in their newest version.").Resolve<PathwayTemplate[]>(c =>
            {
                RequestScope.Of(c).Require(AccessAction.ReadPathway);
                return Task.FromResult<PathwayTemplate[]>([.. c.Service<PathwayTemplates>().Newest]);
            });
            d.Field("pathwayStepsDue").UsePaging("CarePathways").Argument("until", "Date").Argument("mine", "Boolean")
                .Description("Open pathways with a step due until a day, today if none is given; longest due first. `mine`: of whose records the subject is referent or deputy.").Resolve<Connection<PathwayNode>>(DueAsync);
        });

    private static PathwayNode Node(IResolverContext context) => context.Parent<PathwayNode>();

    private static Pathway Of(IResolverContext context) => Node(context).View.Pathway;

    private static PathwayStepNode Step(IResolverContext context) => context.Parent<PathwayStepNode>();

    private static async Task<PathwayNode[]> OfRecordAsync(IResolverContext context)
    {
        var node = context.Parent<CareRecordNode>();
        await CareRecordQueries.DemandAsync(context, AccessAction.ReadPathway, node);
        var persons = await PersonIdentities.OfAsync(context, node);
        await using var session = context.Service<DocumentStore>().QuerySession(node.Territory.Value);
        var views = await session.QueryAsync<CarePathwayView>("where person_id = any($1) order by closed, entered_on desc, id", [persons], context.RequestAborted);
        var plan = (await CareRecordQueries.DecideAsync(context, AccessAction.ReadPlan, node)).Permitted
            ? (await session.LoadAsync<CarePlanView>(Plan.IdOf(node.Territory, node.View.Record.PersonId), context.RequestAborted))?.Plan
            : null;
        return [.. views.Select(v => new PathwayNode(node.Territory, v, plan?.Pathways.Contains(v.Id) == true ? plan.Number : null))];
    }

    private static Task<Connection<PathwayNode>> DueAsync(IResolverContext context)
    {
        var scope = RequestScope.Of(context);
        var territory = scope.Require(AccessAction.ReadPathway);
        var until = context.ArgumentValue<DateOnly?>("until") ?? scope.Context.Today;
        var request = new ListRequest([], [], ByNextStep);
        request.Add("next_due_on <= {0}", until);
        ReadableRecords.Narrow(request, scope, AccessAction.ReadPathway, $"{CarePathwayProjection.View.Name}.person_id");
        if (context.ArgumentValue<bool?>("mine") == true) request.Add(Mine, scope.Subject.Professional?.Value ?? Guid.Empty);
        return context.Service<ListPage>().ReadAsync<CarePathwayView, PathwayNode>(
            territory, $"pathways due|{territory}|{scope.Subject.Id}|{until:O}|{context.ArgumentValue<bool?>("mine")}", request, context.ArgumentValue<int?>("first"), context.ArgumentValue<string?>("after"),
            view => [$"{view.Pathway.NextDueOn:O}", view.Id.ToString()], view => new(territory, view), context.RequestAborted);
    }

    private static async Task<string?> OpenAsync(IResolverContext context, PathwayNode node, Protected<string>? text)
    {
        if (text is null) return null;
        RequestScope.Of(context).Trail.Show(node.Territory, text.Subject);
        return await context.Service<ProtectedText>().OpenAsync(node.Territory, text, context.RequestAborted) ?? Texts.Get("Person.Erased");
    }
}
