using Coordination.Api.GraphQL;
using Coordination.Api.Resources;
using Coordination.Api.Security;
using Coordination.Api.Security.Identity;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Directory;
using Platform.GraphQL;

namespace Coordination.Api.CareRecord;

/// <summary>Somebody who may read a record: why, since when, how far.</summary>
/// <param name="Who">A professional's name, or a profession of the DAC.</param>
/// <param name="Since">Since when; null for the DAC, which follows the person from the start.</param>
public sealed record AccessGrant(string Who, string Organization, string Rule, string Why, DateTimeOffset? Since, DateTimeOffset? Until, IReadOnlyList<DataClass> Classes);

/// <summary><c>CareRecord.access</c>: who sees what, why, since when – the policy itself asked for everybody concerned.</summary>
public static class AccessGrants
{
    private static readonly Role[] OfDac = [Role.Coordinator, Role.Manager];

    /// <summary>Adds it to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema
        .AddObjectType<AccessGrant>(d => d.BindFieldsImplicitly().Description("Somebody who may read a record: why, since when, and how far."))
        .AddTypeExtension("CareRecord", d => d.Field("access").Type("[AccessGrant!]")
            .Description("Everybody who may read the record now. A member without an account is listed with no class: he or she is told by other ways.").Resolve<AccessGrant[]>(ReadAsync));

    private static async Task<AccessGrant[]> ReadAsync(IResolverContext context)
    {
        var node = context.Parent<CareRecordNode>();
        await CareRecordQueries.DemandAsync(context, AccessAction.ReadRights, node);
        var scope = RequestScope.Of(context);
        var access = await PersonAccessLoader.ReadNowAsync(context, node.Person);
        var grants = new List<AccessGrant>();
        if (node.View.Record.Referent is { } referent)
            grants.Add(await OfAsync(context, node, access, referent, null, null, Texts.Get("Access.Referent")));
        foreach (var role in OfDac)
        {
            var somebody = new Subject("", "", role, "", node.Territory, null, null);
            if (Classes(scope, somebody, node, access) is { Verdict: { } verdict, Read: { Count: > 0 } classes })
                grants.Add(new(Texts.Get($"Access.All.{role}"), "", verdict.Rule, Texts.Get($"Access.{verdict.Rule}"), null, null, classes));
        }

        foreach (var membership in access.Team?.Memberships.Where(m => m.StandsAt(scope.Context.Now)) ?? [])
            grants.Add(await OfAsync(context, node, access, membership.Professional, membership.Since, membership.Until, Texts.Get($"LegalCase.{membership.Basis}")));
        return [.. grants];
    }

    private static async Task<AccessGrant> OfAsync(
        IResolverContext context, CareRecordNode node, PersonAccess access, Domain.Identifiers.ProfessionalId professional, DateTimeOffset? since, DateTimeOffset? until, string why)
    {
        var entry = await Names.ProfessionalAsync(context, professional);
        var habilitations = await context.Service<Habilitations>().OfProfessionalAsync(professional, context.RequestAborted);
        var read = habilitations.Where(s => s.Territory == node.Territory).Select(s => Classes(RequestScope.Of(context), s, node, access)).OrderByDescending(c => c.Read.Count).FirstOrDefault();
        return new(entry.DisplayName, entry.Organization, read.Verdict?.Rule ?? "NO_ACCOUNT",
            read.Verdict is { Permitted: false } denied ? Texts.Get($"Access.{denied.Rule}") : read.Verdict is null ? Texts.Get("Access.NO_ACCOUNT") : why, since, until, read.Read ?? []);
    }

    private static (AccessVerdict? Verdict, IReadOnlyList<DataClass> Read) Classes(RequestScope scope, Subject subject, CareRecordNode node, PersonAccess access)
    {
        AccessVerdict Decide(DataClass reach) => AccessPolicy.Decide(
            subject, AccessAction.ReadRecords, new(node.Territory, null, access.FactsFor(subject)) { Class = reach }, scope.Context);
        return (Decide(DataClass.Administrative), [.. Enum.GetValues<DataClass>().Where(c => Decide(c).Permitted)]);
    }
}
