using System.Collections.Immutable;
using Coordination.Api.Directory;
using Coordination.Api.Resources;
using Coordination.Domain.Assessment;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Coordination.Projections.Assessment;
using Coordination.Projections.CarePlan;
using Coordination.Projections.CareTeam;
using Platform.EventStore;
using Plan = Coordination.Domain.CarePlan.CarePlan;
using Record = Coordination.Domain.CareRecord.CareRecord;
using Team = Coordination.Domain.CareTeam.CareTeam;

namespace Coordination.Api.CareRecord;

/// <summary>Gathers what was agreed to leave with a record, in the territory that it leaves.</summary>
public sealed class TransferComposer(PersonRegistry persons, ProtectedText texts, DirectoryReader directory, TimeProvider clock)
{
    /// <summary>The export; null once the person is erased.</summary>
    public async Task<TransferExport?> ComposeAsync(IQuerySession session, Record record, TransferParts parts, CancellationToken cancellation)
    {
        var territory = new TerritoryId(session.TenantId);
        var known = await persons.TraitsAsync(territory, [record.PersonId.Value], cancellation);
        if (!known.TryGetValue(record.PersonId.Value, out var traits)) return null;
        // An identity is checked where it is used (RNIV): it arrives provisional, without its INS.
        var provisional = traits with { Ins = null, FormerIns = null, Official = null, Attributes = null, Status = IdentityStatus.Provisional };
        var opener = new Opener(texts, territory, cancellation);
        return new(
            provisional,
            // What she decided goes along whatever else does: it would protect her no longer otherwise.
            new([.. record.Rights.Oppositions], record.Rights.Excluded.From),
            parts.Situation ? [.. await Task.WhenAll(record.Situation.Select(async e => new ReceivedHeading(e.Topic, await opener.OpenAsync(e.Text), e.Masks.From)))] : [],
            parts.Contacts ? [.. await Task.WhenAll(record.Rights.Contacts.Select(c => ContactAsync(c, opener)))] : [],
            [
                .. parts.Plan ? await PlanAsync(session, record.PersonId, opener, cancellation) : [],
                .. parts.Team ? await TeamAsync(session, record.PersonId, cancellation) : [],
                .. parts.Assessments ? await AssessmentsAsync(session, record.PersonId, cancellation) : [],
            ]);
    }

    private static async Task<ReceivedContact> ContactAsync(Contact contact, Opener opener) => new(
        contact.Id, contact.Kind, await opener.OpenAsync(contact.Name), contact.Phone is { } phone ? await opener.OpenAsync(phone) : null, contact.From, contact.Until);

    private static async Task<ImmutableArray<ExportedLine>> PlanAsync(IQuerySession session, PersonId person, Opener opener, CancellationToken cancellation)
    {
        var view = await session.LoadAsync<CarePlanView>(Plan.IdOf(new(session.TenantId), person), cancellation);
        return view is null ? [] : [.. await Task.WhenAll(view.Plan.Items.Select(async i =>
            new ExportedLine(TransferPart.Plan, i.DataClass, Texts.Get($"TransferItem.{i.Kind}", await opener.OpenAsync(i.Text)))))];
    }

    private async Task<ImmutableArray<ExportedLine>> TeamAsync(IQuerySession session, PersonId person, CancellationToken cancellation)
    {
        var view = await session.LoadAsync<CareTeamView>(Team.IdOf(new(session.TenantId), person), cancellation);
        var now = clock.GetUtcNow();
        var members = view?.Memberships.Where(m => m.StandsAt(now)).Select(m => m.Professional).Distinct() ?? [];
        var found = await Task.WhenAll(members.Select(m => directory.ProfessionalAsync(m.Value, cancellation)));
        return [.. found.OfType<ProfessionalEntry>().Select(p => new ExportedLine(TransferPart.Team, DataClass.Administrative, string.Join(", ", new[] { p.DisplayName, p.Function, p.Organization }.Where(t => t.Length > 0))))];
    }

    private static async Task<ImmutableArray<ExportedLine>> AssessmentsAsync(IQuerySession session, PersonId person, CancellationToken cancellation)
    {
        var views = await session.QueryAsync<AssessmentView>("where person_id = $1 and status = $2 order by assessed_on, id", [person.Value, nameof(AssessmentStatus.Validated)], cancellation);
        return [.. views.Select(v => new ExportedLine(TransferPart.Assessments, DataClass.Clinical, Texts.Get(
            "TransferAssessment", Texts.Get($"Grid.{v.Assessment.GridCode}"), v.Assessment.On, v.Assessment.Score?.Code ?? v.Assessment.Score?.Value.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "—")))];
    }

    private sealed record Opener(ProtectedText Texts, TerritoryId Territory, CancellationToken Cancellation)
    {
        public async Task<string> OpenAsync(Protected<string> text) => await Texts.OpenAsync(Territory, text, Cancellation) ?? "";
    }
}
