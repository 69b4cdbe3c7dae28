using Coordination.Api.GraphQL;
using Coordination.Api.Resources;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Directory;
using Coordination.Domain.Identifiers;
using Platform.EventStore;
using Platform.GraphQL;

namespace Coordination.Api.Security.Audit;

/// <summary>What an auditor asks for; every part narrows.</summary>
/// <param name="Person">A pseudonym as the trail shows it, or the id of a person.</param>
/// <param name="Subject">Who read, as the identity provider names him.</param>
/// <param name="From">First instant.</param>
/// <param name="To">First instant that is no longer meant.</param>
/// <param name="Action">Stable code of what was done.</param>
public sealed record AuditFilterInput(string? Person = null, string? Subject = null, DateTimeOffset? From = null, DateTimeOffset? To = null, string? Action = null)
{
    /// <summary>The filter; INVALID_FILTER names the field that is wrong.</summary>
    public AuditFilter ToFilter(TerritoryId territory, PersonPseudonyms pseudonyms)
    {
        if (Action is not null && !AuditActions.All.Contains(Action)) throw Invalid("where.action", "unknown action");
        if (From >= To) throw Invalid("where.to", "must be after from");
        return new(Person is null ? null : PersonOf(territory, pseudonyms, Person), Subject, From, To, Action);
    }

    private static Guid PersonOf(TerritoryId territory, PersonPseudonyms pseudonyms, string text) =>
        pseudonyms.Read(territory, text) ?? (NodeId.TryDecode(text) is ("Person", var id) ? id : throw Invalid("where.person", "neither a pseudonym nor the id of a person"));

    private static GraphQLException Invalid(string field, string rule) =>
        new($"{field}: {rule}", "INVALID_FILTER", new Dictionary<string, object?> { ["field"] = field });
}

/// <summary>A row of the audit as an auditor sees it: never a name of a person.</summary>
public sealed record AuditTrailEntry(AuditRow Row);

/// <summary>Where the chain stood when it was last verified.</summary>
public sealed record AuditChainState(DateTimeOffset VerifiedAt, long Position, string? Hash, string? Fault);

/// <summary><c>Query.auditTrail</c> and <c>Query.auditChain</c>, for the auditor.</summary>
public static class AuditTrailQueries
{
    /// <summary>Adds them to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema
        .AddInputObjectType<AuditFilterInput>()
        .AddObjectType<AuditChainState>(d =>
        {
            d.Name("AuditChain");
            d.Field(s => s.VerifiedAt);
            d.Field("position").Type("String!").Description("Links that hold, a 64-bit number.").Resolve(c => $"{c.Parent<AuditChainState>().Position}");
            d.Field(s => s.Hash);
            d.Field(s => s.Fault);
        })
        .AddObjectType<AuditTrailEntry>(d =>
        {
            d.Field("id").Type("ID!").Resolve(c => NodeId.Encode("AuditTrailEntry", Row(c).Id));
            d.Field("at").Type("DateTime!").Resolve(c => Row(c).ReadAt);
            d.Field("subject").Type("String!").Resolve(c => Row(c).Subject);
            d.Field("who").Type("String!").Resolve<string>(c => AccessLogQueries.WhoAsync(c, Row(c)));
            d.Field("role").Type("Role!").Resolve(c => Enum.Parse<Role>(Row(c).Role));
            d.Field("organization").Type("String!").Resolve(c => Row(c).Organization);
            d.Field("action").Type("String!").Resolve(c => Row(c).Action);
            d.Field("actionLabel").Type("String!").Resolve(c => Texts.Find($"Audit.{Row(c).Action}") ?? Row(c).Action);
            d.Field("operation").Type("String!").Resolve(c => Row(c).Operation);
            d.Field("classes").Type("[DataClass!]!").Resolve(c => Row(c).Classes.Select(Enum.Parse<DataClass>).ToArray());
            d.Field("basis").Type("[String!]!").Description("Rules that permitted, or the one that denied.").Resolve(c => Row(c).Basis.ToArray());
            d.Field("permitted").Type("Boolean!").Resolve(c => Row(c).Permitted);
            d.Field("persons").Type("[String!]!").Description("Pseudonyms.").Resolve(c => Pseudonyms(c, Row(c)));
            d.Field("shown").Type("Int!").Resolve(c => Row(c).Shown);
            d.Field("client").Type("String").Resolve(c => Row(c).Client);
            d.Field("traceId").Type("String").Resolve(c => Row(c).TraceId);
        })
        .AddConnection<AuditTrailEntry>("AuditTrail")
        .AddTypeExtension("Query", d =>
        {
            d.Field("auditTrail").UsePaging("AuditTrail").Argument("where", "AuditFilterInput")
                .Description("Who read what in the auditor's territory, last one first; persons as pseudonyms. Reading it is noted too.")
                .Resolve<Connection<AuditTrailEntry>>(ReadAsync);
            d.Field("auditChain").Type("AuditChain").Description("The last verification of the chain of hashes; null before the first.").Resolve<AuditChainState?>(StateAsync);
        });

    private static async Task<Connection<AuditTrailEntry>> ReadAsync(IResolverContext context)
    {
        var scope = RequestScope.Of(context);
        var territory = scope.Require(AccessAction.ReadTrail);
        var filter = (context.ArgumentValue<AuditFilterInput?>("where") ?? new()).ToFilter(territory, context.Service<PersonPseudonyms>());
        var page = await context.Service<AuditLog>().ReadAsync(
            territory, filter, context.ArgumentValue<int?>("first"), context.ArgumentValue<string?>("after"), row => new AuditTrailEntry(row), context.RequestAborted);
        scope.Trail.Consult(territory, "auditTrail", page.Edges.Count);
        return page;
    }

    private static async Task<AuditChainState?> StateAsync(IResolverContext context)
    {
        var territory = RequestScope.Of(context).Require(AccessAction.ReadTrail);
        await using var session = context.Service<DocumentStore>().QuerySession(territory.Value);
        return (await session.RawAsync(
            "select at, position, encode(hash, 'hex'), fault from audit.verification order by at desc limit 1", [],
            row => new AuditChainState(row.GetFieldValue<DateTimeOffset>(0), row.GetInt64(1), row.IsDBNull(2) ? null : row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3)),
            context.RequestAborted)).SingleOrDefault();
    }

    private static string[] Pseudonyms(IResolverContext context, AuditRow row) =>
        [.. row.Persons.Select(p => context.Service<PersonPseudonyms>().Of(new(row.Tenant), p))];

    private static AuditRow Row(IResolverContext context) => context.Parent<AuditTrailEntry>().Row;
}
