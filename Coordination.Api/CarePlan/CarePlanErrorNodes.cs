using Coordination.Api.CareRecord;
using Coordination.Api.GraphQL;
using Coordination.Api.Resources;
using Coordination.Domain.CarePlan;
using Coordination.Domain.Kernel;
using Coordination.Projections.CarePlan;
using Platform.EventStore;
using Platform.GraphQL;
using Plan = Coordination.Domain.CarePlan.CarePlan;

namespace Coordination.Api.CarePlan;

/// <summary>No plan was begun for this person.</summary>
public sealed record CarePlanNotFoundError(string Code, string Message);

/// <summary>The person has a plan that is not over.</summary>
public sealed record CarePlanExistsError(string Code, string Message);

/// <summary>A plan needs a referent.</summary>
public sealed record PlanNeedsReferentError(string Code, string Message);

/// <summary>The plan is over.</summary>
public sealed record CarePlanIsClosedError(string Code, string Message);

/// <summary>The plan became part of another one.</summary>
public sealed record CarePlanIsMergedError(string Code, string Message);

/// <summary>No such pathway goes on for this person.</summary>
public sealed record PlanPathwayUnknownError(string Code, string Message, string Field);

/// <summary>Only a draft is changed: revise the plan first.</summary>
public sealed record CarePlanNotInDraftError(string Code, string Message);

/// <summary>The plan is not in the state that this needs.</summary>
public sealed record CarePlanInOtherStateError(string Code, string Message, PlanStatus Status);

/// <summary>No such item in the plan; it may have been taken out meanwhile.</summary>
public sealed record PlanItemNotFoundError(string Code, string Message, string Field);

/// <summary>Something hangs on the item.</summary>
public sealed record PlanItemInUseError(string Code, string Message);

/// <summary>Somebody changed the same field since: which, to what, who and when. Send again with <c>currentVersion</c> to keep one's own value.</summary>
/// <param name="Theirs">The value as it is now.</param>
public sealed record PlanItemChangedError(
    string Code, string Message, Guid? Item, PlanField Changed, string FieldLabel, string? Theirs, string By, DateTimeOffset At, int CurrentVersion);

/// <summary>Only the owner of an action, or who leads the plan, answers for it.</summary>
public sealed record NotTheActionOwnerError(string Code, string Message);

/// <summary>An objective that an error speaks of.</summary>
public sealed record PlanGap(Guid Objective, string Text);

/// <summary>There is no objective, or these have no action.</summary>
public sealed record CarePlanIncompleteError(string Code, string Message, IReadOnlyList<PlanGap> Objectives);

/// <summary>Neither an agreement nor a refusal with its reason was noted.</summary>
public sealed record PlanAgreementMissingError(string Code, string Message);

/// <summary>Only the referent, who stands in for him, or the médecin traitant validates.</summary>
public sealed record NotTheirsToValidateError(string Code, string Message);

/// <summary>These objectives were not evaluated.</summary>
public sealed record CarePlanNotClosableError(string Code, string Message, IReadOnlyList<PlanGap> Objectives);

/// <summary>A review comes sooner than that.</summary>
public sealed record ReviewTooLateError(string Code, string Message, DateOnly Latest);

/// <summary>Errors of plans, in words.</summary>
internal static class CarePlanErrorNodes
{
    /// <summary>The error of a payload.</summary>
    public static async Task<object> OfAsync(IResolverContext context, CareRecordNode? node, DomainError error) => error switch
    {
        CarePlanNotFound => new CarePlanNotFoundError(error.Code, CommandErrors.Text(error)),
        CarePlanExists => new CarePlanExistsError(error.Code, CommandErrors.Text(error)),
        PlanNeedsReferent => new PlanNeedsReferentError(error.Code, CommandErrors.Text(error)),
        CarePlanIsClosed => new CarePlanIsClosedError(error.Code, CommandErrors.Text(error)),
        CarePlanIsMerged => new CarePlanIsMergedError(error.Code, CommandErrors.Text(error)),
        PlanPathwayUnknown => new PlanPathwayUnknownError(error.Code, CommandErrors.Text(error), error.Field!),
        CarePlanNotInDraft => new CarePlanNotInDraftError(error.Code, CommandErrors.Text(error)),
        CarePlanInOtherState other => new CarePlanInOtherStateError(error.Code, Texts.Get($"Error.{error.Code}", Texts.Get($"PlanStatus.{other.Status}")), other.Status),
        PlanItemNotFound missing => new PlanItemNotFoundError(error.Code, CommandErrors.Text(error), missing.ItemField),
        PlanItemInUse => new PlanItemInUseError(error.Code, CommandErrors.Text(error)),
        NotTheActionOwner => new NotTheActionOwnerError(error.Code, CommandErrors.Text(error)),
        PlanAgreementMissing => new PlanAgreementMissingError(error.Code, CommandErrors.Text(error)),
        NotTheirsToValidate => new NotTheirsToValidateError(error.Code, CommandErrors.Text(error)),
        ReviewTooLate late => new ReviewTooLateError(error.Code, Texts.Get($"Error.{error.Code}", PlanWords.Day(late.Latest)), late.Latest),
        PlanItemChanged changed => await ChangedAsync(context, node!, changed),
        CarePlanIncomplete incomplete => new CarePlanIncompleteError(error.Code, CommandErrors.Text(error), await GapsAsync(context, node!, incomplete.ObjectivesWithoutAction)),
        CarePlanNotClosable not => new CarePlanNotClosableError(error.Code, CommandErrors.Text(error), await GapsAsync(context, node!, not.Objectives)),
        _ => await CareRecordErrorNodes.OfAsync(context, error),
    };

    private static async Task<PlanItemChangedError> ChangedAsync(IResolverContext context, CareRecordNode node, PlanItemChanged changed)
    {
        var stream = Plan.IdOf(node.Territory, node.View.Record.PersonId);
        await using var session = context.Service<DocumentStore>().QuerySession(node.Territory.Value);
        var fact = (await session.Events.FetchStreamAsync(stream, changed.InVersion, fromVersion: changed.InVersion, ct: context.RequestAborted)).Single();
        var view = (await session.LoadAsync<CarePlanView>(stream, context.RequestAborted))!;
        var theirs = changed.Item is { } id
            ? view.Plan.Find(id) is { } item ? await PlanWords.ValueAsync(context, node.Territory, item, changed.Changed) : null
            : changed.Changed switch
            {
                PlanField.ReviewDate => PlanWords.Day(view.Plan.ReviewOn),
                PlanField.Pathways => await PlanPathways.TitlesAsync(context, node.Territory, view.Plan.Pathways),
                _ => await PlanWords.OpenAsync(context, node.Territory, view.Plan.AlertProcedure),
            };
        var (label, author) = (Texts.Get($"PlanField.{changed.Changed}"), await Names.AuthorAsync(context, fact.UserName));
        return new(changed.Code, Texts.Get($"Error.{changed.Code}", author, label), changed.Item, changed.Changed, label, theirs, author, fact.OccurredAt, (int)view.Version);
    }

    // An objective whose class the subject may not read is told without its words.
    private static async Task<PlanGap[]> GapsAsync(IResolverContext context, CareRecordNode node, IReadOnlyList<Guid> objectives)
    {
        await using var session = context.Service<DocumentStore>().QuerySession(node.Territory.Value);
        var view = (await session.LoadAsync<CarePlanView>(Plan.IdOf(node.Territory, node.View.Record.PersonId), context.RequestAborted))!;
        var reader = await PlanReader.OfAsync(context, node.Territory, view.Plan.Person);
        return await Task.WhenAll(objectives.Select(async id => new PlanGap(id, view.Plan.Find(id) is { } item && reader.Reads(item)
            ? (await PlanWords.OpenAsync(context, node.Territory, item.Text))!
            : Texts.Get("Plan.Hidden"))));
    }
}
