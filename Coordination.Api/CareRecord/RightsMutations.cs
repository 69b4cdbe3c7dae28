using Coordination.Api.Security;
using Coordination.Domain.CareRecord;
using Platform.GraphQL;

namespace Coordination.Api.CareRecord;

/// <summary>Input of <c>recordInformation</c>.</summary>
public sealed record RecordInformationInput(string RecordId, DateOnly On, ConsentMeans Means, Guid? CommandId = null, int? ExpectedVersion = null) : RecordInput(RecordId, CommandId, ExpectedVersion);

/// <summary>Input of what speaks of one scope.</summary>
public sealed record ScopeInput(string RecordId, SharingScope Scope, Guid? CommandId = null, int? ExpectedVersion = null) : RecordInput(RecordId, CommandId, ExpectedVersion);

/// <summary>Input of <c>recordConsent</c>.</summary>
public sealed record RecordConsentInput(string RecordId, SharingScope Scope, ConsentMeans Means, DateOnly On, DateOnly? Until = null, Guid? CommandId = null, int? ExpectedVersion = null) : RecordInput(RecordId, CommandId, ExpectedVersion);

/// <summary>Input of what speaks of one professional.</summary>
public sealed record ProfessionalInput(string RecordId, string Professional, Guid? CommandId = null, int? ExpectedVersion = null) : RecordInput(RecordId, CommandId, ExpectedVersion);

/// <summary>Input of <c>designateContact</c>.</summary>
public sealed record DesignateContactInput(string RecordId, ContactKind Kind, string Name, string? Phone, DateOnly From, DateOnly? Until = null, Guid? CommandId = null, int? ExpectedVersion = null) : RecordInput(RecordId, CommandId, ExpectedVersion);

/// <summary>Input of <c>revokeContact</c>.</summary>
public sealed record RevokeContactInput(string RecordId, Guid ContactId, Guid? CommandId = null, int? ExpectedVersion = null) : RecordInput(RecordId, CommandId, ExpectedVersion);

/// <summary>Input of what needs nothing but the record.</summary>
public sealed record OnRecordInput(string RecordId, Guid? CommandId = null, int? ExpectedVersion = null) : RecordInput(RecordId, CommandId, ExpectedVersion);

/// <summary>Mutations of what a person decides about sharing (DOMAIN AG2). Each is effective at once.</summary>
public static class RightsMutations
{
    /// <summary>Adds them to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema
        .AddEnumType<SharingScope>()
        .AddEnumType<ConsentMeans>()
        .AddEnumType<ContactKind>()
        .AddTypeExtension("Mutation", d =>
        {
            Add<RecordInformationInput, RecordInformation>(d, "recordInformation", "The person was informed; until then nobody outside the DAC reads her record.", i => new(i.On, i.Means));
            Add<ScopeInput, RecordOpposition>(d, "recordOpposition", "The person opposes a kind of sharing.", i => new(i.Scope));
            Add<ScopeInput, WithdrawOpposition>(d, "withdrawOpposition", "The person opposes a kind of sharing no longer.", i => new(i.Scope));
            Add<RecordConsentInput, RecordConsent>(d, "recordConsent", "The person consents to sharing outside her care team.", i => new(i.Scope, i.Means, i.On, i.Until));
            Add<ScopeInput, WithdrawConsent>(d, "withdrawConsent", "The person takes a consent back.", i => new(i.Scope), m => m.Error<ConsentNotGivenError>());
            Add<ProfessionalInput, ExcludeProfessional>(d, "excludeProfessional", "The person does not want a professional to know anything of her.", i => new(RecordCommands.Professional(i.Professional, "professional")));
            Add<ProfessionalInput, ReadmitProfessional>(d, "readmitProfessional", "The person lets a professional know again.", i => new(RecordCommands.Professional(i.Professional, "professional")));
            Add<DesignateContactInput, DesignateContact>(d, "designateContact", "A representative, the trusted person, or somebody who is not to be warned.",
                i => new(i.CommandId ?? Guid.CreateVersion7(), i.Kind, i.Name, i.Phone, i.From, i.Until));
            Add<RevokeContactInput, RevokeContact>(d, "revokeContact", "A designation is over.", i => new(i.ContactId), m => m.Error<ContactNotFoundError>());
            Add<OnRecordInput, SuspendCareRecord>(d, "suspendRecord", "Hide a record from everybody but its referent.", _ => new());
            Add<OnRecordInput, ResumeCareRecord>(d, "resumeRecord", "Open a suspended record again.", _ => new());
            Add<OnRecordInput, RestrictCareRecord>(d, "restrictRecord", "Keep a record to its referent and the care team.", _ => new());
            Add<OnRecordInput, UnrestrictCareRecord>(d, "unrestrictRecord", "Open a restricted record to the DAC again.", _ => new());
        });

    private static void Add<TInput, TCommand>(
        IObjectTypeDescriptor mutations, string name, string description, Func<TInput, TCommand> command, Action<IMutationDescriptor>? errors = null)
        where TInput : RecordInput
        where TCommand : notnull =>
        mutations.Mutation<TInput, CareRecordNode>(name, "record",
            (context, input) => RecordCommands.RunAsync(context, AccessAction.ChangeRights, input, command(input)),
            mutation =>
            {
                mutation.Description(description).Input(i => Describe<TInput>(i)).RecordErrors();
                errors?.Invoke(mutation);
            });

    private static void Describe<TInput>(IInputObjectTypeDescriptor input)
    {
        input.DescribeVersioned();
        if (typeof(TInput) == typeof(ProfessionalInput)) input.Field("professional", sdlType: "ID!");
    }
}
