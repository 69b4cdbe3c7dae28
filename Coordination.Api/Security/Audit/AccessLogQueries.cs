using Coordination.Api.CareRecord;
using Coordination.Api.GraphQL;
using Coordination.Api.Resources;
using Coordination.Domain.CareRecord;
using Coordination.Domain.Directory;
using Coordination.Domain.Identifiers;
using Platform.GraphQL;

namespace Coordination.Api.Security.Audit;

/// <summary>Somebody who looked at a person, in words for her.</summary>
public sealed record AccessLogEntry(AuditRow Row)
{
    /// <summary>In which capacity.</summary>
    public Role Role => Enum.Parse<Role>(Row.Role);

    /// <summary>How far into her data.</summary>
    public IReadOnlyList<DataClass> Classes => [.. Row.Classes.Select(Enum.Parse<DataClass>)];

    /// <summary>What the rules that let it say, in words.</summary>
    public string Why => string.Join(" ", Row.Basis.Select(b => Texts.Find($"Access.{b}_BASIS") ?? Texts.Find($"Access.{b}") ?? b));
}

/// <summary><c>Query.accessLog</c>: « Qui a consulté ».</summary>
public static class AccessLogQueries
{
    /// <summary>Adds it to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema
        .AddObjectType<AccessLogEntry>(d =>
        {
            d.Field("id").Type("ID!").Resolve(c => NodeId.Encode("AccessLogEntry", Row(c).Id));
            d.Field("at").Type("DateTime!").Resolve(c => Row(c).ReadAt);
            d.Field("who").Type("String!").Resolve<string>(c => WhoAsync(c, Row(c)));
            d.Field("role").Type("Role!").Resolve(c => c.Parent<AccessLogEntry>().Role);
            d.Field("organization").Type("String!").Resolve(c => Row(c).Organization);
            d.Field("action").Type("String!").Description("Stable code of what was done.").Resolve(c => Row(c).Action);
            d.Field("actionLabel").Type("String!").Resolve(c => Texts.Find($"Audit.{Row(c).Action}") ?? Row(c).Action);
            d.Field("classes").Type("[DataClass!]!").Description("Classes of data that were shown.").Resolve(c => c.Parent<AccessLogEntry>().Classes.ToArray());
            d.Field("why").Type("String!").Description("The ground on which access was open.").Resolve(c => c.Parent<AccessLogEntry>().Why);
        })
        .AddConnection<AccessLogEntry>("AccessLog")
        .AddTypeExtension("Query", d => d.Field("accessLog").UsePaging("AccessLog").Argument("personId", "ID!")
            .Description("Who looked at a person's data, last one first: for her, through those who answer to her.")
            .Resolve<Connection<AccessLogEntry>>(c => ReadAsync(c, new(NodeId.Decode("Person", c.ArgumentValue<string>("personId"), "personId")))));

    /// <summary>One page of who looked at a person of the subject's territory; FORBIDDEN when her rights are not the subject's to read.</summary>
    public static async Task<Connection<AccessLogEntry>> ReadAsync(IResolverContext context, PersonId person)
    {
        var scope = RequestScope.Of(context);
        var territory = scope.Require(AccessAction.ReadRights);
        var verdict = await PersonAccessLoader.DecideAsync(context, AccessAction.ReadRights, new(territory, person));
        if (!verdict.Permitted) throw RequestScope.Forbidden(verdict.Rule);
        scope.Trail.Show(territory, person);
        return await context.Service<AuditLog>().ReadAsync(
            territory, new(person.Value, Permitted: true), context.ArgumentValue<int?>("first"), context.ArgumentValue<string?>("after"),
            row => new AccessLogEntry(row), context.RequestAborted);
    }

    /// <summary>The professional's name; else who the identity provider vouched for.</summary>
    public static async Task<string> WhoAsync(IResolverContext context, AuditRow row) =>
        row.Professional is { } professional ? (await Names.ProfessionalAsync(context, new(professional))).DisplayName : row.Subject;

    private static AuditRow Row(IResolverContext context) => context.Parent<AccessLogEntry>().Row;
}
