using System.Collections.Immutable;
using System.Globalization;
using Coordination.Api.CareRecord;
using Coordination.Api.Directory;
using Coordination.Api.Discharge;
using Coordination.Api.GraphQL;
using Coordination.Api.Hosting.Commands;
using Coordination.Api.Persons;
using Coordination.Api.Security;
using Coordination.Domain.CaseFinding;
using Coordination.Domain.Directory;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Platform.GraphQL;

namespace Coordination.Api.CaseFinding;

/// <summary>The mutation by which a request comes in, recorded by a coordinator or deposited by a professional.</summary>
public static class RequestSubmission
{
    /// <summary>Adds it to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema
        .AddInputObjectType<ScreeningAnswerInput>()
        .AddObjectType<SubmittedRequest>(d =>
        {
            d.Name("SubmittedRequest").Description("What became of a request just sent: the whole one for a DAC, its clock for the professional who asked.");
            d.Field("request").Type("SupportRequest").Resolve<SupportRequestNode?>(c =>
                RequestScope.Of(c).Decide(AccessAction.TreatRequests, null).Permitted ? Task.FromResult<SupportRequestNode?>(c.Parent<SubmittedRequest>().Node) : Task.FromResult<SupportRequestNode?>(null));
            d.Field("mine").Type("MyRequest").Resolve(c =>
                c.Parent<SubmittedRequest>().Node is var node && node.View.Request.Requester is { } who && who == RequestScope.Of(c).Subject.Professional ? new MyRequestNode(node) : null);
        })
        .AddTypeExtension("Mutation", d => d.Mutation<SubmitRequestInput, SubmittedRequest>("submitRequest", "submitted", SubmitAsync, m => m
            .Description("Ask for support. A coordinator records a call about `person`; a professional describes her by `identity`; without either it names nobody.")
            .Input(i => i.Field("person", "A person found by a search, or registered.", sdlType: "ID").Field("identity", "For a professional: names and birth date. Whether she is known is not told.")
                .Field("commune", "INSEE code of where she lives.").Field("requester", "The professional who asks, when somebody else records it.", sdlType: "ID")
                .Field("commandId", "Sent again with the same id, a command gives its first result."))
            .Error<AnonymousRequestNamesSomebodyError>().Error<CommuneNotCoveredError>().CommonErrors()));

    private static async Task<MutationResult<SubmittedRequest>> SubmitAsync(IResolverContext context, SubmitRequestInput input)
    {
        var scope = RequestScope.Of(context);
        scope.Require(AccessAction.SubmitRequest);
        if (scope.Subject is not { Territory: { } territory, Professional: { } me }) throw RequestScope.Forbidden("PROFESSIONAL");
        if (!CommuneCode.TryParse(input.Commune, out var commune)) return await RequestErrorNodes.FailureAsync<SubmittedRequest>(context, new InvalidCommand("commune", "INSEE_CODE"));
        if ((await context.Service<DirectoryReader>().CommuneAsync(commune.Value, context.RequestAborted))?.Territory != territory.Value)
            return MutationResult<SubmittedRequest>.Failure([DischargeErrorNodes.Find(new CommuneNotCovered())!]);
        var id = RecordCommands.NewId(context, input.CommandId);
        var request = new CommandRequest(territory, scope.Subject.ToActor(), id) { CommandId = input.CommandId };
        var regime = await TriageMutations.RegimeAsync(context, territory);
        var own = scope.Subject.Role is not Role.Coordinator;
        AskForSupport Command(PersonId? person, string? described) => new(
            person, person ?? new(id), commune, own ? OriginOf(scope.Subject.Role) : input.Origin ?? RequestOrigin.Other, own ? RequestChannel.Platform : input.Channel ?? RequestChannel.Phone,
            input.Reason, input.Urgency, input.Information, regime)
        {
            Requester = own ? me : input.Requester is { } requester ? RecordCommands.Professional(requester, "requester") : null,
            RequesterName = own ? scope.Subject.DisplayName : input.RequesterName,
            RequesterPhone = input.RequesterPhone,
            Described = described,
            Situation = new(input.LivesAlone, input.EstimatedGir, input.Whereabouts, [.. input.KnownBenefits ?? []]),
            Narrative = input.Narrative,
            InformedOn = input.InformedOn,
            Means = input.Means,
            WantedBy = input.WantedBy,
        };
        var outcome = (own, input) switch
        {
            (true, { Person: not null }) => new(new InvalidCommand("person", "DESCRIBE_BY_IDENTITY"), 0),
            (false, { Identity: not null }) => new(new InvalidCommand("identity", "SEARCH_FIRST"), 0),
            (_, { Information: PersonInformation.Opposed, Person: not null } or { Information: PersonInformation.Opposed, Identity: not null }) =>
                new(new AnonymousRequestNamesSomebody(), 0),
            (_, { Identity: { } identity }) => await DescribedAsync(context, request, identity with { Commune = identity.Commune ?? commune.Value }, Command),
            (_, { Person: { } person }) => await context.Service<RequestDoor>()
                .ReceiveAsync(request, Command((await PersonAsync(context, territory, person)).Person, null), context.RequestAborted),
            _ => await context.Service<RequestDoor>().ReceiveAsync(request, Command(null, null), context.RequestAborted),
        };
        return outcome.Error is { } error
            ? await RequestErrorNodes.FailureAsync<SubmittedRequest>(context, error)
            : new SubmittedRequest((await SupportRequestMutations.ReadAsync(context, territory, id))!);
    }

    private static async Task<CommandOutcome> DescribedAsync(IResolverContext context, CommandRequest request, IdentityInput identity, Func<PersonId?, string?, AskForSupport> command)
    {
        var today = RequestScope.Of(context).Context.Today;
        var (traits, error) = IdentityEntry.Read(identity, today);
        if (traits is null) return new(error, 0);
        var described = string.Create(CultureInfo.InvariantCulture, $"{traits.BirthName} {string.Join(' ', traits.GivenNames)}, {identity.BirthDate}");
        return await context.Service<RequestDoor>().ReceiveAsync(request, traits, person => command(person, described), context.RequestAborted);
    }

    /// <summary>The person of an id, as the one she is now; INVALID_ID when she is nobody to the subject.</summary>
    internal static async Task<PersonKey> PersonAsync(IResolverContext context, TerritoryId territory, string id) =>
        await PersonDoor.FindAsync(context, AccessAction.SearchPersons, territory, id, "person")
        ?? throw new GraphQLException("person: nobody of this id", "INVALID_ID", new Dictionary<string, object?> { ["field"] = "person" });

    /// <summary>The number of a service; INVALID_INPUT is answered for a wrong one by its key.</summary>
    internal static ProviderNumber? Number(string? text) => string.IsNullOrWhiteSpace(text) ? null
        : ProviderNumber.TryParse(text, out var number) ? number
        : throw new GraphQLException("provider: FINESS or RPPS", "INVALID_ID", new Dictionary<string, object?> { ["field"] = "provider" });

    /// <summary>Answers by question; the last one of a question counts.</summary>
    internal static ImmutableSortedDictionary<string, string> Answers(IReadOnlyList<ScreeningAnswerInput> answers) =>
        answers.Aggregate(ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal), (all, a) => all.SetItem(a.Question, a.Option));

    private static RequestOrigin OriginOf(Role role) => role switch
    {
        Role.Gp or Role.Nurse => RequestOrigin.IndependentProfessional,
        Role.HomeCare => RequestOrigin.SocialCareService,
        Role.CommunityWorker => RequestOrigin.LocalCentre,
        _ => RequestOrigin.Other,
    };
}

/// <summary>A request just sent.</summary>
public sealed record SubmittedRequest(SupportRequestNode Node);
