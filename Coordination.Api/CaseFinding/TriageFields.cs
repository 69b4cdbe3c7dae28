using Coordination.Api.CareRecord;
using Coordination.Api.Directory;
using Coordination.Api.GraphQL;
using Coordination.Api.Resources;
using Coordination.Api.Security;
using Coordination.Domain.CaseFinding;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Platform.GraphQL;

namespace Coordination.Api.CaseFinding;

/// <summary>One question answered.</summary>
public sealed record ScreeningAnswer(string Question, string QuestionLabel, string Option, string OptionLabel);

/// <summary>What triage knows and decided of a request, as GraphQL shows it.</summary>
public static class TriageFields
{
    /// <summary>Adds the types.</summary>
    public static void Add(SchemaBuilder schema) => schema
        .AddEnumType<RequestReason>()
        .AddEnumType<RequestChannel>()
        .AddEnumType<Whereabouts>()
        .AddEnumType<KnownBenefit>()
        .AddEnumType<AwaitedFrom>()
        .AddEnumType<SituationComplexity>()
        .AddEnumType<RefusalReason>()
        .AddEnumType<NoFollowUpReason>()
        .AddEnumType<PhysicianInformation>()
        .AddEnumType<ScreeningOutcome>()
        .AddObjectType<ScreeningAnswer>(d => d.BindFieldsImplicitly())
        .AddObjectType<Screening>(d =>
        {
            d.Name("Screening").Description("A grid answered: it keeps the version it was answered in.");
            d.Field(s => s.Grid);
            d.Field("gridLabel").Type("String!").Resolve(c => GridText.Of(c.Parent<Screening>().Grid));
            d.Field(s => s.Version);
            d.Field(s => s.Score);
            d.Field("suggestion").Type("ScreeningOutcome!").Resolve(c => c.Parent<Screening>().Suggestion);
            d.Field("answers").Type("[ScreeningAnswer!]!").Resolve(c => c.Parent<Screening>() is var s
                ? s.Answers.Select(a => new ScreeningAnswer(a.Key, GridText.Of(s.Grid, a.Key), a.Value, GridText.Of(s.Grid, a.Key, a.Value))).ToArray()
                : []);
        })
        .AddObjectType<ScreeningQuestionNode>(d => d.BindFieldsImplicitly().Name("ScreeningQuestion"))
        .AddObjectType<ScreeningChoiceNode>(d => d.BindFieldsImplicitly().Name("ScreeningChoice"))
        .AddObjectType<ScreeningThreshold>(d =>
        {
            d.Name("ScreeningThreshold");
            d.Field(t => t.From);
            d.Field("outcome").Type("ScreeningOutcome!").Resolve(c => c.Parent<ScreeningThreshold>().Outcome);
        })
        .AddObjectType<ScreeningGridNode>(d => d.BindFieldsImplicitly().Name("ScreeningGrid").Description("A grid in the version that is answered now, and where it comes from."))
        .AddObjectType<RequestDecisionNode>(d => Describe(d))
        .AddTypeExtension("Query", d => d.Field("screeningGrids").Type("[ScreeningGrid!]!").Description("The grids that are answered now.")
            .Resolve(c =>
            {
                RequestScope.Of(c).Require(AccessAction.TreatRequests);
                return ScreeningGrids.Current.Select(GridText.Of).ToArray();
            }));

    /// <summary>Fields of a request.</summary>
    internal static void Describe(IObjectTypeDescriptor<SupportRequestNode> d)
    {
        d.Field("reason").Type("RequestReason!").Resolve(c => Of(c).Reason);
        d.Field("channel").Type("RequestChannel!").Resolve(c => Of(c).Channel);
        d.Field("requester").Type("Professional").Description("The professional who asks, when it is one of the directory.").Resolve<ProfessionalEntry?>(async c =>
            Of(c).Requester is { } id ? await Names.ProfessionalAsync(c, id) : null);
        d.Field("requesterName").Type("String").Resolve<string?>(c => SupportRequestType.OpenAsync(c, Of(c).RequesterName));
        d.Field("requesterPhone").Type("String").Resolve<string?>(c => SupportRequestType.OpenAsync(c, Of(c).RequesterPhone));
        d.Field("described").Type("String").Description("The person as a professional described her.").Resolve<string?>(c => SupportRequestType.OpenAsync(c, Of(c).Described));
        d.Field("narrative").Type("String").Resolve<string?>(c => SupportRequestType.OpenAsync(c, Of(c).Narrative));
        d.Field("livesAlone").Type("Boolean").Resolve(c => Of(c).Situation.LivesAlone);
        d.Field("estimatedGir").Type("Int").Description("Estimated GIR: not the one that the authority notifies.").Resolve(c => Of(c).Situation.EstimatedGir);
        d.Field("whereabouts").Type("Whereabouts").Resolve(c => Of(c).Situation.Whereabouts);
        d.Field("knownBenefits").Type("[KnownBenefit!]!").Resolve(c => Of(c).Situation.Benefits.ToArray());
        d.Field("informedOn").Type("Date").Resolve(c => Of(c).InformedOn);
        d.Field("wantedBy").Type("Date").Resolve(c => Of(c).WantedBy);
        d.Field("dueAt").Type("DateTime!").Description("When a first answer is due.").Resolve(c => View(c).DueAt);
        d.Field("answeredAt").Type("DateTime").Resolve(c => View(c).AnsweredAt);
        d.Field("overdue").Type("Boolean!").Description("The first answer came too late, or should be there already.").Resolve(c => View(c).IsLateAt(RequestScope.Of(c).Context.Now));
        d.Field("assignee").Type("Professional").Resolve<ProfessionalEntry?>(async c => Of(c).TakenBy is { } id ? await Names.ProfessionalAsync(c, id) : null);
        d.Field("snoozedUntil").Type("Date").Resolve(c => Of(c).SnoozedUntil);
        d.Field("awaiting").Type("AwaitedFrom").Resolve(c => Of(c).Awaiting);
        d.Field("complexity").Type("SituationComplexity").Resolve(c => Of(c).Complexity);
        d.Field("screening").Type("Screening").Resolve(c => Of(c).Screening);
        d.Field("decision").Type("RequestDecision").Resolve(c => Of(c).Decision is { } decision ? new RequestDecisionNode(c.Parent<SupportRequestNode>().Territory, decision) : null);
    }

    private static void Describe(IObjectTypeDescriptor<RequestDecisionNode> d)
    {
        d.Name("RequestDecision").Description("The decision of triage that stands; which one it is, is the request's status.");
        d.Field("by").Type("Professional!").Resolve(c => Names.ProfessionalAsync(c, Decision(c).By));
        d.Field("at").Type("DateTime!").Resolve(c => Decision(c).At);
        d.Field("words").Type("String").Resolve<string?>(c => OpenAsync(c, Decision(c).Words));
        d.Field("to").Type("String").Description("The service that the request was sent on to.").Resolve<string?>(c => OpenAsync(c, Decision(c).To));
        d.Field("provider").Type("Provider").Resolve<ProviderEntry?>(async c => Decision(c).Number is { } number ? await Names.ProviderAsync(c, number) : null);
        d.Field("refusal").Type("RefusalReason").Resolve(c => Decision(c).Refusal);
        d.Field("noFollowUp").Type("NoFollowUpReason").Resolve(c => Decision(c).NoFollowUp);
        d.Field("duplicateOf").Type("ID").Description("The other request about the same; null when it is the person's record.")
            .Resolve(c => Decision(c).DuplicateOf is { } other ? NodeId.Encode("SupportRequest", other.Value) : null);
        d.Field("intensity").Type("FollowUpIntensity").Resolve(c => Decision(c).Intensity);
        d.Field("physician").Type("PhysicianInformation").Resolve(c => Decision(c).Physician);
    }

    private static SupportRequest Of(IResolverContext context) => context.Parent<SupportRequestNode>().View.Request;

    private static Projections.CaseFinding.SupportRequestView View(IResolverContext context) => context.Parent<SupportRequestNode>().View;

    private static RequestDecision Decision(IResolverContext context) => context.Parent<RequestDecisionNode>().Decision;

    private static async Task<string?> OpenAsync(IResolverContext context, Protected<string>? text)
    {
        if (text is null) return null;
        var territory = context.Parent<RequestDecisionNode>().Territory;
        RequestScope.Of(context).Trail.Show(territory, text.Subject);
        return await context.Service<ProtectedText>().OpenAsync(territory, text, context.RequestAborted) ?? Texts.Get("Closure.Erased");
    }
}

/// <summary>A decision in the territory of its request.</summary>
public sealed record RequestDecisionNode(TerritoryId Territory, RequestDecision Decision);
