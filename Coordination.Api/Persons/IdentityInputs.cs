using Coordination.Domain.CareRecord;

namespace Coordination.Api.Persons;

/// <summary>The traits of a person as a form has them.</summary>
public sealed record IdentityInput(
    string BirthName,
    IReadOnlyList<string> GivenNames,
    Sex Sex,
    string BirthDate,
    string? UsedName = null,
    string? BirthPlace = null,
    string? Phone = null,
    string? Commune = null);

/// <summary>Input of <c>registerPerson</c>.</summary>
public sealed record RegisterPersonInput(IdentityInput Identity, IReadOnlyList<string> Acknowledged, bool OpenRecord, Guid? CommandId = null);

/// <summary>Input of <c>correctTraits</c>.</summary>
public sealed record CorrectTraitsInput(string Id, IdentityInput Identity);

/// <summary>Input of <c>validateIdentity</c>.</summary>
public sealed record ValidateIdentityInput(string Id, IdentityDocument Document, DateOnly? ValidUntil = null);

/// <summary>Input of <c>devalidateIdentity</c>.</summary>
public sealed record DevalidateIdentityInput(string Id, DevalidationReason Reason);

/// <summary>What INSi answered with an INS.</summary>
public sealed record InsiAnswerInput(string Matricule, string Oid, string BirthName, string GivenNames, Sex Sex, string BirthDate, string? BirthPlace = null);

/// <summary>Input of <c>qualifyIdentity</c>: an answer, or why there is none.</summary>
public sealed record QualifyIdentityInput(string Id, InsiAnswerInput? Answer = null, InsRejection? Rejection = null);

/// <summary>Input of <c>removeIns</c>.</summary>
public sealed record RemoveInsInput(string Id, InsRemovalReason Reason);

/// <summary>Input of <c>setIdentityAttribute</c>.</summary>
public sealed record SetIdentityAttributeInput(string Id, IdentityAttribute Attribute, bool Present);

/// <summary>Input of <c>dismissDuplicate</c>.</summary>
public sealed record DismissDuplicateInput(string TaskId, DismissalReason Reason);

/// <summary>Input of <c>mergePersons</c>.</summary>
public sealed record MergePersonsInput(string Survivor, string Merged);

/// <summary>Input of <c>unmergePersons</c>.</summary>
public sealed record UnmergePersonsInput(string Survivor, string Merged);
