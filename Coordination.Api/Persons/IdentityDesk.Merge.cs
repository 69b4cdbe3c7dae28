using Coordination.Api.Hosting.Commands;
using Coordination.Api.Security;
using Coordination.Domain.CarePlan;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Platform.EventStore;
using Plan = Coordination.Domain.CarePlan.CarePlan;
using Record = Coordination.Domain.CareRecord.CareRecord;

namespace Coordination.Api.Persons;

/// <summary>Merges, and their undoing: both identities and their comparison in one transaction.</summary>
public sealed partial class IdentityDesk
{
    /// <summary>Lets one identity become another's.</summary>
    public Task<DomainError?> MergeAsync(Subject subject, TerritoryId territory, PersonId survivor, PersonId merged, CancellationToken cancellation) =>
        OnBothAsync(subject, territory, survivor, merged, async (session, request) =>
        {
            var known = await registry.TraitsAsync(territory, [survivor.Value, merged.Value], cancellation);
            if (!known.TryGetValue(survivor.Value, out var stays) || !known.TryGetValue(merged.Value, out var goes)) return new PersonNotFound();
            var differ = stays.Status is IdentityStatus.Qualified && goes.Status is IdentityStatus.Qualified && stays.Ins is { } one && goes.Ins is { } other
                && one.Kind == other.Kind && one != other;
            var absorb = new AbsorbPerson(merged, await HasRecordAsync(session, territory, survivor, cancellation), await HasRecordAsync(session, territory, merged, cancellation), differ);
            return (await work.StageAsync<AbsorbPerson, PersonState>(session, request(survivor.Value), absorb, cancellation)).Error
                ?? (await work.StageAsync<MergePerson, PersonState>(session, request(merged.Value), new(survivor), cancellation)).Error
                ?? (await work.StageAsync<ConfirmDuplicate, IdentityTask>(session, request(IdentityTask.IdOf(territory, survivor, merged)), new(survivor), cancellation)).Error;
        }, cancellation);

    /// <summary>Makes them two again, exactly as they were.</summary>
    public Task<DomainError?> UnmergeAsync(Subject subject, TerritoryId territory, PersonId survivor, PersonId merged, CancellationToken cancellation) =>
        OnBothAsync(subject, territory, survivor, merged, async (session, request) =>
            (await work.StageAsync<UndoAbsorption, PersonState>(session, request(survivor.Value), new(merged), cancellation)).Error
            ?? (await work.StageAsync<UndoMerge, PersonState>(session, request(merged.Value), new(survivor), cancellation)).Error
            ?? (await work.StageAsync<ReopenComparison, IdentityTask>(session, request(IdentityTask.IdOf(territory, survivor, merged)), new(), cancellation)).Error
            ?? await PartPlansAsync(session, territory, merged, request, cancellation), cancellation);

    // A closed record is no rival: it stays to be read where it is.
    private static async Task<bool> HasRecordAsync(IDocumentSession session, TerritoryId territory, PersonId person, CancellationToken cancellation) =>
        await session.Events.AggregateStreamAsync<Record>(Record.IdOf(territory, person).Value, ct: cancellation) is { Life.Status: not RecordStatus.Closed };

    // Plans that became part of the survivor's stand on their own again; what was taken over from them is told there.
    private async Task<DomainError?> PartPlansAsync(
        IDocumentSession session, TerritoryId territory, PersonId merged, Func<Guid, CommandRequest> request, CancellationToken cancellation)
    {
        var identities = await streams.IdentitiesAsync(territory, merged, cancellation);
        Guid[] own = [.. identities.Select(id => Plan.IdOf(territory, new(id)))];
        foreach (var plan in own)
        {
            if ((await session.Events.AggregateStreamAsync<Plan>(plan, ct: cancellation))?.MergedInto is not { } into || own.Contains(into)) continue;
            if ((await work.StageAsync<UndoPlanMerge, Plan>(session, request(plan), new(into), cancellation)).Error is { } error) return error;
            if ((await work.StageAsync<UndoTakeOver, Plan>(session, request(into), new(plan), cancellation)).Error is { } other) return other;
        }

        return null;
    }

    private async Task<DomainError?> OnBothAsync(
        Subject subject, TerritoryId territory, PersonId survivor, PersonId merged,
        Func<IDocumentSession, Func<Guid, CommandRequest>, Task<DomainError?>> stage, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            CommandRequest Request(Guid stream) => new(territory, subject.ToActor(), stream);
            await using var session = store.LightweightSession(UnitOfWork.OptionsOf(Request(survivor.Value), DatabaseRole.App));
            if (await stage(session, Request) is { } error) return error;
            try
            {
                await session.SaveChangesAsync(cancellation);
                index.Invalidate(new(territory, survivor));
                index.Invalidate(new(territory, merged));
                return null;
            }
            catch (ConcurrencyException) when (attempt < Attempts)
            {
                // Decided anew on both as they are now.
            }
        }
    }
}
