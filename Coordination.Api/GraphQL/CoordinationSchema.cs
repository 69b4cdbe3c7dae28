using Coordination.Api.Administration;
using Coordination.Api.Alerts;
using Coordination.Api.Assessment;
using Coordination.Api.CarePathway;
using Coordination.Api.CarePlan;
using Coordination.Api.CareRecord;
using Coordination.Api.CareTeam;
using Coordination.Api.CaseFinding;
using Coordination.Api.Contacts;
using Coordination.Api.Directory;
using Coordination.Api.Discharge;
using Coordination.Api.Documents;
using Coordination.Api.Exchange.Hl7.Intake;
using Coordination.Api.Feed;
using Coordination.Api.Indicators;
using Coordination.Api.PersonalData;
using Coordination.Api.Persons;
using Coordination.Api.Rights;
using Coordination.Api.Security;
using Coordination.Api.Security.Audit;
using Coordination.Api.Tasks;
using Coordination.Domain.CareRecord;
using Platform.GraphQL;

namespace Coordination.Api.GraphQL;

/// <summary>The schema, module by module. It is made without a database, so that it can be exported and compared.</summary>
public static class CoordinationSchema
{
    /// <summary>Builds it; a type without registration fails the start.</summary>
    public static ISchema Create()
    {
        var schema = SchemaBuilder.New()
            .AddQueryType(d => d.Name("Query").Field("node").Type("Node").Argument("id", "ID!")
                .Description("Any node by its opaque id; null when it does not exist or may not be known.").Resolve<object?>(NodeAsync))
            .AddMutationType(d => d.Name("Mutation"))
            .AddSubscriptionType(d => d.Name("Subscription"))
            .AddInterfaceType("Node", d => d.Field("id").Type("ID!"))
            .AddObjectType<HistoryEntry>(d => d.BindFieldsImplicitly()
                .Description("One fact of a stream. `occurredAt` is when it happened, `recordedAt` when the platform learned it."))
            .AddEnumType<SortDirection>()
            .AddEnumType<Sex>()
            .AddEnumType<IdentityStatus>()
            .AddType<PersonType>();
        MeQueries.Add(schema);
        AlertQueries.Add(schema);
        AlertMutations.Add(schema);
        DischargeQueries.Add(schema);
        DischargeMutations.Add(schema);
        AnnouncementMutations.Add(schema);
        SupportRequestQueries.Add(schema);
        SupportRequestMutations.Add(schema);
        TriageFields.Add(schema);
        TriageMutations.Add(schema);
        RequestSubmission.Add(schema);
        MyRequests.Add(schema);
        CareRecordQueries.Add(schema);
        RightsFields.Add(schema);
        AccessGrants.Add(schema);
        RightsMutations.Add(schema);
        LifeFields.Add(schema);
        LifeMutations.Add(schema);
        TransferFields.Add(schema);
        ReceivedTransfers.Add(schema);
        CausalChain.Add(schema);
        RecordToday.Add(schema);
        Supervision.Add(schema);
        SituationMutations.Add(schema);
        PathwayNodes.Add(schema);
        PathwayMutations.Add(schema);
        DisruptionNodes.Add(schema);
        DisruptionMutations.Add(schema);
        TypologyAdministration.Add(schema);
        TaskQueries.Add(schema);
        TaskMutations.Add(schema);
        TaskBatches.Add(schema);
        ContactNodes.Add(schema);
        ContactMutations.Add(schema);
        ContactMeasures.Add(schema);
        AssessmentFields.Add(schema);
        AssessmentMutations.Add(schema);
        EntitlementFields.Add(schema);
        EntitlementMutations.Add(schema);
        RightsWorklists.Add(schema);
        PersonQueries.Add(schema);
        PersonMutations.Add(schema);
        IdentityTaskFields.Add(schema);
        DocumentNodes.Add(schema);
        DocumentMutations.Add(schema);
        TeamFields.Add(schema);
        TeamMutations.Add(schema);
        InvitationFields.Add(schema);
        InvitationLists.Add(schema);
        InvitationMutations.Add(schema);
        CarePlanTypes.Add(schema);
        CarePlanFields.Add(schema);
        PlanMutations.Add(schema);
        PlanLifeMutations.Add(schema);
        PlanWorklists.Add(schema);
        UnmetNeeds.Add(schema);
        AccessRequestQueries.Add(schema);
        AccessRequestMutations.Add(schema);
        DirectoryQueries.Add(schema);
        TerritorySettingsFields.Add(schema);
        TerritorySettingsMutations.Add(schema);
        DirectoryNodes.Add(schema);
        AreaNode.Add(schema);
        AreaMutations.Add(schema);
        AlertRuleNode.Add(schema);
        HabilitationNode.Add(schema);
        HabilitationMutations.Add(schema);
        AdministrationQueries.Add(schema);
        QuarantineQueries.Add(schema);
        ParkedQueries.Add(schema);
        IndicatorQueries.Add(schema);
        PersonalDataMutations.Add(schema);
        AccessLogQueries.Add(schema);
        AuditTrailQueries.Add(schema);
        FeedSubscription.Add(schema);
        return schema
            .AddDataLoader(c => new PersonLoader(c.Services.GetRequiredService<PersonIndex>(), c))
            .AddDataLoader(c => new PersonAccessLoader(c.Services.GetRequiredService<Platform.EventStore.DocumentStore>(), c))
            .AddDataLoader(c => new PersonIdentities(c.Services.GetRequiredService<PersonalData.PersonStreamFinder>(), c))
            .AddDataLoader(c => new AssessedFactsLoader(c.Services.GetRequiredService<Platform.EventStore.DocumentStore>(), c))
            .AddDataLoader(c => new AlertLoader(c.Services.GetRequiredService<Platform.EventStore.DocumentStore>(), c))
            .AddDataLoader(c => new DischargeAlertsLoader(c.Services.GetRequiredService<Platform.EventStore.DocumentStore>(), c))
            .AddDataLoader(c => new DocumentReadersLoader(c.Services.GetRequiredService<Platform.EventStore.DocumentStore>(), c))
            .AddDataLoader(c => new DischargeLoader(c.Services.GetRequiredService<Platform.EventStore.DocumentStore>(), c))
            .Create();
    }

    private static async Task<object?> NodeAsync(IResolverContext context) => NodeId.TryDecode(context.ArgumentValue<string>("id")) switch
    {
        ("Alert", var id) => await AlertQueries.FindAsync(context, id),
        ("Discharge", var id) => await DischargeQueries.FindAsync(context, id, null),
        ("CareRecord", var id) => await CareRecordQueries.OpenAsync(context, id),
        ("Task", var id) => await TaskQueries.FindAsync(context, id),
        ("SupportRequest", var id) => await SupportRequestQueries.FindAsync(context, id),
        _ => null,
    };
}
