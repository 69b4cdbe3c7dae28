using Coordination.Api.CareRecord;
using Coordination.Api.GraphQL;
using Coordination.Api.Hosting.Commands;
using Coordination.Api.Persons;
using Coordination.Api.Security;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Platform.GraphQL;

namespace Coordination.Api.PersonalData;

/// <summary>Input of <c>erasePerson</c>.</summary>
public sealed record ErasePersonInput(string PersonId, ErasureReason Reason, HoldOverride? Override = null);

/// <summary>Input of <c>placeLegalHold</c>.</summary>
public sealed record PlaceLegalHoldInput(string PersonId, HoldGround Ground, DateOnly Until);

/// <summary>Input of <c>liftLegalHold</c>.</summary>
public sealed record LiftLegalHoldInput(string PersonId);

/// <summary>Input of <c>preparePersonExport</c>.</summary>
public sealed record PreparePersonExportInput(string PersonId, ExportFormat Format);

/// <summary>Where a person's data stands after a decision.</summary>
public sealed record PersonDataState(string PersonId, bool Erased, DateOnly? HeldUntil);

/// <summary>Where an export is to be fetched, once, by the one who asked.</summary>
public sealed record PersonExport(string Address, DateTimeOffset ExpiresAt);

/// <summary>Nobody of this id is registered in this territory.</summary>
public sealed record PersonUnknownError(string Code, string Message, string Field);

/// <summary>The person was erased.</summary>
public sealed record PersonIsErasedError(string Code, string Message, string Field);

/// <summary>The data must be kept up to and with this day.</summary>
public sealed record RetentionStandsError(string Code, string Message, string Field, DateOnly Until);

/// <summary>Mutations about a person's data as a whole: keep, erase, give.</summary>
public static class PersonalDataMutations
{
    /// <summary>Adds them to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema
        .AddEnumType<ErasureReason>()
        .AddEnumType<HoldGround>()
        .AddEnumType<HoldOverride>()
        .AddEnumType<ExportFormat>()
        .AddObjectType<PersonDataState>(d => d.BindFieldsImplicitly())
        .AddObjectType<PersonExport>(d => d.BindFieldsImplicitly())
        .AddTypeExtension("Mutation", d => d
            .Mutation<ErasePersonInput, PersonDataState>("erasePerson", "person", EraseAsync,
                m => m.Description("Erase a person for good: her key is destroyed, nothing sealed with it can be read again. Refused while a hold or the duty to keep stands, unless `override` says why.")
                    .Input(Describe).Error<PersonUnknownError>().Error<PersonIsMergedError>().Error<RetentionStandsError>())
            .Mutation<PlaceLegalHoldInput, PersonDataState>("placeLegalHold", "person", (c, i) => RunAsync(c, i.PersonId, new PlaceLegalHold(i.Ground, i.Until)),
                m => m.Description("Have a person's data kept up to and with a day.").Input(Describe).Error<PersonUnknownError>().Error<PersonIsErasedError>().CommonErrors())
            .Mutation<LiftLegalHoldInput, PersonDataState>("liftLegalHold", "person", (c, i) => RunAsync(c, i.PersonId, new LiftLegalHold()),
                m => m.Description("Nothing holds a person's data any more.").Input(Describe).Error<PersonUnknownError>().CommonErrors())
            .Mutation<PreparePersonExportInput, PersonExport>("preparePersonExport", "export", PrepareAsync,
                m => m.Description("An address of all that is held about a person, which opens once, within ten minutes, for the one who asked.").Input(Describe).Error<PersonUnknownError>()));

    private static void Describe(IInputObjectTypeDescriptor input) => input.Field("personId", sdlType: "ID!");

    private static async Task<MutationResult<PersonDataState>> EraseAsync(IResolverContext context, ErasePersonInput input)
    {
        var scope = RequestScope.Of(context);
        var territory = scope.Require(AccessAction.ErasePersonData);
        var person = new PersonId(NodeId.Decode("Person", input.PersonId, "personId"));
        var error = await context.Service<PersonEraser>().EraseAsync(territory, person, input.Reason, input.Override, scope.Subject.ToActor(), context.RequestAborted);
        if (error is not null) return MutationResult<PersonDataState>.Failure([Words(error)]);
        return new PersonDataState(input.PersonId, true, null);
    }

    private static async Task<MutationResult<PersonDataState>> RunAsync<TCommand>(IResolverContext context, string id, TCommand command)
        where TCommand : notnull
    {
        var scope = RequestScope.Of(context);
        var territory = scope.Require(AccessAction.ErasePersonData);
        var person = NodeId.Decode("Person", id, "personId");
        var outcome = await context.Service<UnitOfWork>().ExecuteAsync<TCommand, PersonState>(new(territory, scope.Subject.ToActor(), person), command, context.RequestAborted);
        if (outcome.Error is { } error) return MutationResult<PersonDataState>.Failure([Words(error)]);
        return new PersonDataState(id, false, command is PlaceLegalHold hold ? hold.Until : null);
    }

    private static async Task<MutationResult<PersonExport>> PrepareAsync(IResolverContext context, PreparePersonExportInput input)
    {
        var scope = RequestScope.Of(context);
        var person = new PersonKey(scope.Require(AccessAction.ExportPersonData), new(NodeId.Decode("Person", input.PersonId, "personId")));
        if ((await context.Service<PersonStreamFinder>().FindAsync(person.Territory, person.Person, context.RequestAborted)).Count == 0)
            return MutationResult<PersonExport>.Failure([Words(new PersonUnknown())]);
        var (ticket, until) = await context.Service<ExportTickets>().IssueAsync(person, scope.Subject.Id, input.Format, context.RequestAborted);
        return new PersonExport(ExportEndpoint.AddressOf(person, ticket), until);
    }

    private static object Words(DomainError error) => error switch
    {
        PersonUnknown => new PersonUnknownError(error.Code, CommandErrors.Text(error), error.Field!),
        PersonIsMerged => new PersonIsMergedError(error.Code, CommandErrors.Text(error)),
        PersonIsErased => new PersonIsErasedError(error.Code, CommandErrors.Text(error), error.Field!),
        RetentionStands stands => new RetentionStandsError(error.Code, Resources.Texts.Get($"Error.{error.Code}", stands.Until), error.Field!, stands.Until),
        _ => CommandErrors.Find(error) ?? throw new InvalidOperationException($"no words for {error.Code}"),
    };
}
