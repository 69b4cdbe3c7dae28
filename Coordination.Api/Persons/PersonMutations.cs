using Coordination.Api.CareRecord;
using Coordination.Api.GraphQL;
using Coordination.Api.Hosting;
using Coordination.Api.Security;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Kernel;
using Platform.GraphQL;

namespace Coordination.Api.Persons;

/// <summary>Mutations of one person: registering, traits, status, attributes.</summary>
public static class PersonMutations
{
    /// <summary>Adds them to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema
        .AddEnumType<IdentityDocument>()
        .AddEnumType<DevalidationReason>()
        .AddEnumType<InsRemovalReason>()
        .AddInputObjectType<IdentityInput>(d => d
            .Field("birthDate", "12/03/1931 or 1931-03-12; with 00 where day or month is unknown.").Field("commune", "INSEE code of where she lives."))
        .AddInputObjectType<InsiAnswerInput>(d => d.Field("birthDate", "As INSi wrote it."))
        .AddTypeExtension("Mutation", d => d
            .Mutation<RegisterPersonInput, PersonNode>("registerPerson", "person", RegisterAsync,
                m => m.Description("Register a person after a search. Those who may be her are answered first, and have to be acknowledged by their ids.")
                    .Input(i => i.Field("acknowledged", "Ids of persons who were looked at and are not her.", sdlType: "[ID!]!")
                        .Field("openRecord", "Open her coordination record too, with the subject as referent; needs `commune`.")
                        .Field("commandId", "Sent again with the same id, a command gives its first result."))
                    .Error<NearDuplicatesError>().CommonErrors())
            .Mutation<CorrectTraitsInput, PersonNode>("correctTraits", "person",
                (c, i) => ChangeAsync<CorrectTraits>(c, AccessAction.RegisterPersons, i.Id, known => Corrected(c, i.Identity, known)),
                m => m.Description("Correct what is known of an identity. Strict traits take a validation away, and cannot be corrected under an INS.").Input(Id).Error<InsStandsError>().PersonErrors())
            .Mutation<ValidateIdentityInput, PersonNode>("validateIdentity", "person",
                (c, i) => ChangeAsync<ValidateIdentity>(c, AccessAction.VerifyIdentities, i.Id, known => new(new(i.Document, i.ValidUntil), known)),
                m => m.Description("A document of high trust was seen.").Input(Id).Error<IdentityBlockedError>().PersonErrors())
            .Mutation<DevalidateIdentityInput, PersonNode>("devalidateIdentity", "person",
                (c, i) => ChangeAsync<DevalidateIdentity>(c, AccessAction.VerifyIdentities, i.Id, known => new(new(i.Reason), known)),
                m => m.Description("The document counts no longer.").Input(Id).PersonErrors())
            .Mutation<QualifyIdentityInput, PersonNode>("qualifyIdentity", "person", QualifyAsync,
                m => m.Description("Record what INSi answered: an INS, or that it gave none.").Input(Id).Error<IdentityBlockedError>().Error<InsStandsError>().PersonErrors())
            .Mutation<RemoveInsInput, PersonNode>("removeIns", "person",
                (c, i) => ChangeAsync<RemoveIns>(c, AccessAction.VerifyIdentities, i.Id, known => new(new(i.Reason), known with { Ins = null, FormerIns = null, Official = null })),
                m => m.Description("Take a wrong INS away, NIR and NIA: the identity is provisional again.").Input(Id).PersonErrors())
            .Mutation<SetIdentityAttributeInput, PersonNode>("setIdentityAttribute", "person",
                (c, i) => ChangeAsync<SetIdentityAttribute>(c, AccessAction.VerifyIdentities, i.Id, known => new(new(i.Attribute, i.Present), known)),
                m => m.Description("Set homonym, doubtful or fictitious, or take it back.").Input(Id).Error<InsStandsError>().PersonErrors()));

    private static void Id(IInputObjectTypeDescriptor input) => input.Field("id", sdlType: "ID!");

    private static async Task<MutationResult<PersonNode>> RegisterAsync(IResolverContext context, RegisterPersonInput input)
    {
        var scope = RequestScope.Of(context);
        var territory = scope.Require(AccessAction.RegisterPersons);
        var (traits, error) = IdentityEntry.Read(input.Identity, Today(context));
        if (traits is null) return Failure(error!);
        if (input.OpenRecord && traits.Commune is null) return Failure(new InvalidCommand("commune", "REQUIRED"));
        var desk = context.Service<IdentityDesk>();
        var key = new PersonKey(territory, IdentityDesk.IdFor(scope.Subject, input.CommandId));
        var acknowledged = input.Acknowledged.Select(id => NodeId.Decode("Person", id, "acknowledged")).ToHashSet();
        var unseen = (await desk.CandidatesAsync(territory, traits, context.RequestAborted))
            .Where(c => c.Key != key && !acknowledged.Contains(c.Key.Person.Value)).Select(c => c.Key).ToList();
        // One who is closed to the subject is not told: the identity cell gets the task.
        var near = await PersonDoor.OpenAsync(context, AccessAction.SearchPersons, unseen.Take(10));
        if (near.Count > 0) return MutationResult<PersonNode>.Failure([new NearDuplicatesError("NEAR_DUPLICATES", Resources.Texts.Get("Error.NEAR_DUPLICATES"), near)]);
        var record = input.OpenRecord ? new OpenCareRecord(key.Person, traits.Commune!.Value, scope.Subject.Professional, Today(context)) : null;
        return await desk.RegisterAsync(scope.Subject, key, traits, record, input, context.RequestAborted) is { } refused
            ? Failure(refused)
            : await PersonType.LoadAsync(context, territory, key.Person);
    }

    private static IdentityChange<CorrectTraits> Corrected(IResolverContext context, IdentityInput input, PersonTraits known)
    {
        var (traits, error) = IdentityEntry.Read(input, Today(context));
        return traits is null
            ? new(null, known, error)
            : new(new(IdentityEntry.Differences(known, traits)), traits with { Ins = known.Ins, FormerIns = known.FormerIns, Official = known.Official });
    }

    private static async Task<MutationResult<PersonNode>> QualifyAsync(IResolverContext context, QualifyIdentityInput input)
    {
        RequestScope.Of(context).Require(AccessAction.VerifyIdentities);
        return (input.Answer, input.Rejection) switch
        {
            ({ } answer, null) => await ChangeAsync<RetrieveIns>(context, AccessAction.VerifyIdentities, input.Id, known => Retrieved(context, answer, known)),
            (null, { } rejection) => await ChangeAsync<RejectIns>(context, AccessAction.VerifyIdentities, input.Id, known => new(new(rejection), known)),
            _ => Failure(new InvalidCommand("answer", "ANSWER_OR_REJECTION")),
        };
    }

    private static IdentityChange<RetrieveIns> Retrieved(IResolverContext context, InsiAnswerInput answer, PersonTraits known)
    {
        var (ins, official, error) = IdentityEntry.Read(answer, known, production: !context.Service<CoordinationSettings>().Development);
        if (error is not null) return new(null, known, error);
        // A NIA waits for a NIR: both are kept, the NIR is the one that counts.
        var replaces = known.Ins is { Kind: Domain.Identifiers.InsKind.Nia } && ins.Kind is Domain.Identifiers.InsKind.Nir;
        return new(new(ins.Kind, known.Ins == ins, replaces), known with { Ins = ins, FormerIns = replaces ? known.Ins : known.FormerIns, Official = official });
    }

    private static async Task<MutationResult<PersonNode>> ChangeAsync<TCommand>(
        IResolverContext context, AccessAction action, string id, Func<PersonTraits, IdentityChange<TCommand>> decide)
        where TCommand : notnull
    {
        var scope = RequestScope.Of(context);
        var territory = scope.Require(action);
        if (await PersonDoor.FindAsync(context, action, territory, id, "id") is not { } key) return Failure(new PersonNotFound());
        return await context.Service<IdentityDesk>().ChangeAsync(scope.Subject, key, decide, context.RequestAborted) is { } error
            ? Failure(error)
            : await PersonType.LoadAsync(context, territory, key.Person);
    }

    private static DateOnly Today(IResolverContext context) =>
        DateOnly.FromDateTime(WorkingDays.ToParis(context.Service<TimeProvider>().GetUtcNow()).DateTime);

    private static MutationResult<PersonNode> Failure(DomainError error) => MutationResult<PersonNode>.Failure([PersonErrorNodes.Of(error)]);
}
