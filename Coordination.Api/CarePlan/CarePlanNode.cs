using Coordination.Api.CarePathway;
using Coordination.Api.CareRecord;
using Coordination.Api.Directory;
using Coordination.Api.GraphQL;
using Coordination.Api.Resources;
using Coordination.Domain.CarePlan;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;
using Coordination.Projections.CarePlan;
using Platform.GraphQL;
using Record = Coordination.Domain.CareRecord.CareRecord;

namespace Coordination.Api.CarePlan;

/// <summary>A care plan as GraphQL shows it.</summary>
/// <param name="Survivor">Who the plan's person became, when it is read in that one's record.</param>
public sealed record CarePlanNode(TerritoryId Territory, CarePlanView View, PersonId? Survivor = null)
{
    /// <summary>Whose record decides who reads it.</summary>
    public PersonId Person => Survivor ?? View.Plan.Person;
}

/// <summary>An item of a plan as GraphQL shows it.</summary>
public sealed record PlanItemNode(TerritoryId Territory, CarePlanView View, PlanItem Item);

/// <summary>Who does an action, or was given the plan, by name.</summary>
public sealed record PlanPartyNode(OwnerKind Kind, string Name, ProfessionalEntry? Professional, string? Structure);

/// <summary>The agreement to a version, or its refusal.</summary>
public sealed record PlanAgreementNode(bool Given, AgreementGiver Giver, DateOnly On, ConsentMeans? Means, string? Refusal);

/// <summary>One version of a plan.</summary>
public sealed record PlanVersionNode(int Number, PlanStatus Status, string StatusLabel, DateTimeOffset BegunAt, string BegunBy, DateTimeOffset? ValidatedAt, string? ValidatedBy, bool AtHand);

/// <summary>A review that was held.</summary>
public sealed record PlanReviewNode(DateOnly On, DateOnly Next, string Summary, string By);

/// <summary>That somebody was given the plan.</summary>
public sealed record PlanGivenNode(PlanPartyNode To, DateOnly On);

/// <summary>The types of a plan.</summary>
public static class CarePlanTypes
{
    /// <summary>Adds them to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema
        .AddEnumType<PlanStatus>().AddEnumType<PlanItemKind>().AddEnumType<PlanField>().AddEnumType<NeedClass>().AddEnumType<Recourse>().AddEnumType<ObjectiveStatus>()
        .AddEnumType<ActionStatus>().AddEnumType<NotDoneReason>().AddEnumType<OwnerKind>().AddEnumType<AgreementGiver>().AddEnumType<PlanEnd>()
        .AddObjectType<PlanPartyNode>(d =>
        {
            d.Name("PlanParty").Description("Who does an action, or was given the plan.");
            d.Field(p => p.Kind);
            d.Field(p => p.Name);
            d.Field("professional").Type("Professional").Resolve(c => c.Parent<PlanPartyNode>().Professional);
            d.Field("structure").Type("String").Description("FINESS.").Resolve(c => c.Parent<PlanPartyNode>().Structure);
        })
        .AddObjectType<PlanAgreementNode>(d => d.BindFieldsImplicitly().Name("PlanAgreement"))
        .AddObjectType<PlanVersionNode>(d => d.BindFieldsImplicitly().Name("PlanVersion").Description("One version of a plan; `atHand` for the one that is written or in force now."))
        .AddObjectType<PlanReviewNode>(d => d.BindFieldsImplicitly().Name("PlanReview"))
        .AddObjectType<PlanGivenNode>(d => d.BindFieldsImplicitly().Name("PlanGiven"))
        .AddObjectType<PlanReassessmentNode>(d => d.BindFieldsImplicitly().Name("PlanReassessment").Description("A grid that says something the plan in force did not know."))
        .AddObjectType<PlanGap>(d => d.BindFieldsImplicitly())
        .AddObjectType<PlanDifference>(d => d.BindFieldsImplicitly().Description("One difference of two versions; `field` is null for an item that was added or removed."))
        .AddEnumType<DifferenceKind>()
        .AddObjectType<PlanItemNode>(Item)
        .AddObjectType<CarePlanNode>(Plan);

    private static void Item(IObjectTypeDescriptor<PlanItemNode> d)
    {
        d.Name("PlanItem").Description("A problem, need, preference, objective or action of a plan. `changedIn` is the version of the plan that changed it last.");
        d.Field("id").Type("UUID!").Resolve(c => Of(c).Item.Id);
        d.Field("kind").Type("PlanItemKind!").Resolve(c => Of(c).Item.Kind);
        d.Field("parent").Type("UUID").Description("The problem of a need or an objective, the objective of an action.").Resolve(c => Of(c).Item.Parent);
        d.Field("dataClass").Type("DataClass!").Resolve(c => Of(c).Item.DataClass);
        d.Field("text").Type("String!").Resolve<string?>(c => PlanWords.OpenAsync(c, Of(c).Territory, Of(c).Item.Text));
        d.Field("criteria").Type("String").Resolve<string?>(c => PlanWords.OpenAsync(c, Of(c).Territory, Of(c).Item.Criteria));
        d.Field("remark").Type("String").Description("What was said of an objective's evaluation, or why an action was declined or not done.")
            .Resolve<string?>(c => PlanWords.OpenAsync(c, Of(c).Territory, Of(c).Item.Remark));
        d.Field("need").Type("NeedClass").Resolve(c => Of(c).Item.Need);
        d.Field("needLabel").Type("String").Resolve<string?>(c => PlanWords.ValueAsync(c, Of(c).Territory, Of(c).Item, PlanField.Need));
        d.Field("met").Type("Boolean").Description("Of a need only.").Resolve(c => Of(c).Item.Kind is PlanItemKind.Need ? Of(c).Item.Met : (bool?)null);
        d.Field("unmetSince").Type("DateTime").Resolve(c => Of(c).View.StampOf(Of(c).Item.Id).UnmetSince);
        d.Field("objectiveStatus").Type("ObjectiveStatus").Resolve(c => Of(c).Item.Objective);
        d.Field("actionStatus").Type("ActionStatus").Resolve(c => Of(c).Item.Action);
        d.Field("statusLabel").Type("String").Resolve(c => PlanWords.StatusOf(Of(c).Item));
        d.Field("notDone").Type("NotDoneReason").Resolve(c => Of(c).Item.NotDone);
        d.Field("recourse").Type("Recourse").Resolve(c => Of(c).Item.Recourse);
        d.Field("recourseLabel").Type("String").Resolve<string?>(c => PlanWords.ValueAsync(c, Of(c).Territory, Of(c).Item, PlanField.Recourse));
        d.Field("owner").Type("PlanParty").Resolve<PlanPartyNode?>(async c => Of(c).Item.Owner is { } owner ? await PartyAsync(c, owner) : null);
        d.Field("mine").Type("Boolean!").Description("The subject does the action.").Resolve(c =>
            Of(c).Item.Owner?.Professional is { } owner && owner == RequestScope.Of(c).Subject.Professional);
        d.Field("due").Type("Date").Resolve(c => Of(c).Item.Due);
        d.Field("overdue").Type("Boolean!").Resolve(c => Of(c).Item is { IsOpenAction: true, Due: { } due } && due < RequestScope.Of(c).Context.Today);
        d.Field("takenFrom").Type("ID").Description("The plan it was taken over from.").Resolve(c => Of(c).Item.Origin is { } origin ? NodeId.Encode("CarePlan", origin.Plan) : null);
        d.Field("doubtful").Type("Boolean!").Description("Taken over from a plan whose person is another one again.").Resolve(c =>
            Of(c).Item.Origin is { } origin && !Of(c).View.Plan.TakenOver.Contains(origin.Plan));
        d.Field("changedIn").Type("Int!").Resolve(c => (int)Math.Max(Of(c).Item.AddedIn, Of(c).Item.LastChange?.Version ?? 0));
        d.Field("changedAt").Type("DateTime!").Resolve(c => Of(c).View.StampOf(Of(c).Item.Id).ChangedAt);
        d.Field("changedBy").Type("String!").Resolve<string>(c => Names.AuthorAsync(c, Of(c).View.StampOf(Of(c).Item.Id).ChangedBy));
    }

    private static void Plan(IObjectTypeDescriptor<CarePlanNode> d)
    {
        d.Name("CarePlan").Description("A person's care plan (PPS, PPCS). `number` is its version at hand; `version` counts its facts and goes into `seenVersion`.");
        d.Field("id").Type("ID!").Resolve(c => NodeId.Encode("CarePlan", Node(c).View.Id));
        d.Field("recordId").Type("ID!").Resolve(c => NodeId.Encode("CareRecord", Record.IdOf(Node(c).Territory, Node(c).Person).Value));
        d.Field("person").Type("Person!").Resolve(c => PersonType.LoadAsync(c, Node(c).Territory, Node(c).Person));
        d.Field("number").Type("Int!").Resolve(c => Node(c).View.Plan.Number);
        d.Field("status").Type("PlanStatus!").Resolve(c => Node(c).View.Plan.Status);
        d.Field("statusLabel").Type("String!").Resolve(c => Texts.Get($"PlanStatus.{Node(c).View.Plan.Status}"));
        d.Field("inForce").Type("Int").Description("The version last validated; null until one was.").Resolve(c => Node(c).View.Plan.InForce);
        d.Field("version").Type("Int!").Resolve(c => (int)Node(c).View.Version);
        d.Field("changedAt").Type("DateTime!").Resolve(c => Node(c).View.ChangedAt);
        d.Field("reviewOn").Type("Date!").Resolve(c => Node(c).View.Plan.ReviewOn);
        d.Field("reviewDue").Type("Boolean!").Description("Its review date has come, or somebody asked for the review.").Resolve(c =>
            Node(c).View.Plan is { IsOpen: true } plan && (plan.Status is PlanStatus.ToReview || (plan.InForce is not null && plan.ReviewOn <= RequestScope.Of(c).Context.Today)));
        d.Field("reviewReason").Type("String").Description("Why the review was asked for before its day.").Resolve<string?>(c => PlanWords.OpenAsync(c, Node(c).Territory, Node(c).View.ReviewReason));
        d.Field("alertProcedure").Type("String").Resolve<string?>(c => SocialAsync(c, () => PlanWords.OpenAsync(c, Node(c).Territory, Node(c).View.Plan.AlertProcedure)));
        d.Field("items").Type("[PlanItem!]!").Description("What the subject may read, in its order.").Resolve<PlanItemNode[]>(ItemsAsync);
        d.Field("hidden").Type("Int!").Description("Items of classes that the subject may not read.").Resolve<int>(async c =>
        {
            var reader = await PlanReader.OfAsync(c, Node(c).Territory, Node(c).Person);
            return Node(c).View.Plan.Items.Count(i => !reader.Reads(i));
        });
        d.Field("agreement").Type("PlanAgreement").Description("To the version at hand; null while none was noted.").Resolve<PlanAgreementNode?>(async c =>
            Node(c).View is { Plan.Agreement: { } agreement } view
                ? new(agreement.Given, agreement.Giver, agreement.On, view.Means, await PlanWords.OpenAsync(c, Node(c).Territory, view.Refusal)) : null);
        d.Field("signatures").Type("[Professional!]!").Resolve<ProfessionalEntry[]>(c => Task.WhenAll(Node(c).View.Plan.Signatures.Select(p => Names.ProfessionalAsync(c, p))));
        d.Field("given").Type("[PlanGiven!]!").Description("To whom the version at hand was given.").Resolve<PlanGivenNode[]>(c =>
            Task.WhenAll(Node(c).View.Plan.Given.Select(async g => new PlanGivenNode(await PartyAsync(c, g.To), g.On))));
        d.Field("reviews").Type("[PlanReview!]!").Resolve<PlanReviewNode[]>(c => Task.WhenAll(Node(c).View.Reviews.Select(async r => new PlanReviewNode(
            r.On, r.Next, (await PlanWords.OpenAsync(c, Node(c).Territory, r.Summary))!, await Names.AuthorAsync(c, r.By)))));
        d.Field("pathways").Type("[CarePathway!]!").Description("The care pathways that it carries out; none for who may not read pathways.").Resolve<PathwayNode[]>(PlanPathways.ReadAsync);
        d.Field("reassessed").Type("[PlanReassessment!]!").Description("What was assessed since the version in force was validated or last reviewed, by grid; none for who may not read assessments.")
            .Resolve<PlanReassessmentNode[]>(PlanReassessments.ReadAsync);
        d.Field("mergedInto").Type("ID").Description("The plan that it became part of, since the persons became one.").Resolve(c =>
            Node(c).View.Plan.MergedInto is { } into ? NodeId.Encode("CarePlan", into) : null);
        d.Field("end").Type("PlanEnd").Resolve(c => Node(c).View.End);
        d.Field("versions").Type("[PlanVersion!]!").Description("Every version, last one first.").Resolve<PlanVersionNode[]>(c =>
            Task.WhenAll(Node(c).View.Versions.Reverse().Select(async v => new PlanVersionNode(v.Number, v.Status, Texts.Get($"PlanStatus.{v.Status}"), v.BegunAt,
                await Names.AuthorAsync(c, v.BegunBy), v.ValidatedAt, v.ValidatedAt is null ? null : await Names.AuthorAsync(c, v.ValidatedBy), v.Number == Node(c).View.Plan.Number))));
        d.Field("answersAwaited").Type("Int!").Description("Actions whose owner has not answered.").Resolve(c => Node(c).View.Awaited.Count());
        d.Field("awaitedSince").Type("DateTime").Description("Since when an answer or an agreement is awaited; null when none is.").Resolve(c => Node(c).View.AwaitedSince);
        d.Field("agreementAwaited").Type("Boolean!").Resolve(c => Node(c).View.Plan is { Status: PlanStatus.Proposed, Agreement: null });
    }

    // Free texts of the plan itself are social data.
    private static async Task<string?> SocialAsync(IResolverContext context, Func<Task<string?>> open) =>
        (await PlanReader.OfAsync(context, Node(context).Territory, Node(context).Person)).Classes.Contains(DataClass.Social) ? await open() : null;

    private static async Task<PlanItemNode[]> ItemsAsync(IResolverContext context)
    {
        var node = Node(context);
        var reader = await PlanReader.OfAsync(context, node.Territory, node.Person);
        var shown = node.View.Plan.Items.Where(reader.Reads).ToArray();
        foreach (var reach in shown.Select(i => i.DataClass).Distinct()) RequestScope.Of(context).Trail.Show(node.Territory, node.Person, reach);
        return [.. shown.Select(i => new PlanItemNode(node.Territory, node.View, i))];
    }

    private static async Task<PlanPartyNode> PartyAsync(IResolverContext context, PlanParty party) => new(
        party.Kind, await PlanWords.PartyAsync(context, party), party.Professional is { } who ? await Names.ProfessionalAsync(context, who) : null, party.Structure?.Value);

    private static CarePlanNode Node(IResolverContext context) => context.Parent<CarePlanNode>();

    private static PlanItemNode Of(IResolverContext context) => context.Parent<PlanItemNode>();
}
