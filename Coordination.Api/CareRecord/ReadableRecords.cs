using Coordination.Api.GraphQL;
using Coordination.Api.Security;
using Coordination.Domain.Directory;
using Coordination.Projections.CareRecord;
using Coordination.Projections.CareTeam;

namespace Coordination.Api.CareRecord;

/// <summary>
/// The access policy as SQL: which records a list of the subject's territory may show, filter, sort and count. The same decision as
/// <see cref="AccessPolicy"/> for administrative data; a property test over random records, teams and subjects holds the two together.
/// </summary>
public static class ReadableRecords
{
    /// <summary>Narrows a list to what may be read; the column holds the person, qualified by its view's name.</summary>
    public static void Narrow(ListRequest request, RequestScope scope, AccessAction action, string personColumn) =>
        request.Conditions.Add($"exists (select from {CareRecordProjection.View.Table} record where record.person_id = {personColumn} and {Condition(request.Parameters, scope, action, "record")})");

    /// <summary>The same for the list of records itself.</summary>
    public static void NarrowRecords(ListRequest request, RequestScope scope, AccessAction action) =>
        request.Conditions.Add($"({Condition(request.Parameters, scope, action, CareRecordProjection.View.Name)})");

    private static string Condition(List<object?> parameters, RequestScope scope, AccessAction action, string record)
    {
        string Parameter(object value, string type)
        {
            parameters.Add(value);
            return $"${parameters.Count}::{type}";
        }

        var (me, now, today) = (Parameter(scope.Subject.Professional?.Value ?? Guid.Empty, "uuid"), Parameter(scope.Context.Now, "timestamptz"), Parameter(scope.Context.Today, "date"));
        var member = $"exists (select from {CareTeamProjection.MemberTable} member where member.professional_id = {me} and member.person_id = {record}.person_id"
            + $" and member.since <= {now} and (member.until is null or member.until > {now})";
        var fact = AccessPolicy.IsHospitalFact(action) ? $"{record}.eligible and " : "";
        // Read once for the statement, not for each record.
        var excluded = $"{record}.id <> all(array(select excluded.view_id from {CareRecordProjection.ExcludedTable} excluded where excluded.professional_id = {me}))";
        var reach = AccessRules.Of(scope.Subject.Role, action).Any(r => r.Reach is AccessReach.Team)
            ? $"{record}.informed and (not {record}.suspended or {record}.referent = {me}) and {member} and case when member.basis = 'Consent' then {record}.outside_until >= {today} else not {record}.team_opposed end)"
            : $"({(scope.Subject.Role is Role.Coordinator ? $"coalesce({record}.referent = {me}, true)" : $"{record}.referent = {me}")} or (not {record}.suspended and (not {record}.restricted or {member}))))";
        return $"{fact}{excluded} and {reach}";
    }
}
