namespace Coordination.Simulator.Bench;

/// <summary>One thing that a coordinator asks of the platform.</summary>
/// <param name="IsCommand">It writes: its floor is a commit.</param>
public sealed record CoreCall(string Name, string Query, Func<CoreDice, object?> Variables, bool IsCommand = false);

/// <summary>What a call is about, drawn anew each time.</summary>
/// <param name="Record">Node id of a record of the DAC.</param>
/// <param name="Name">Beginning of a name that somebody has.</param>
public sealed record CoreDice(string Record, string Name, DateTimeOffset Now);

/// <summary>A day's work of a coordinator, as the portal's screens ask for it.</summary>
public static class CoreCalls
{
    private const string Line = "id status intensity person { birthName usedName givenNames birthDate } referent { displayName } changedAt";

    private const string Page =
        """
        query($id: ID!) { careRecord(id: $id) {
          id status intensity commune openedOn informedOn suspended restricted version
          person { birthName usedName givenNames sex birthDate phone commune identityStatus insMasked }
          referent { displayName } deputy { displayName } hidden { class message }
          socialSituation { topic text at } clinicalSituation { topic text }
          careTeam { version members { professional { displayName function phone } role } structures { role } relatives { name } physician { displayName } }
          carePlan { number status reviewOn agreement { given } items { id kind text } }
          pathways { title nextDueOn steps { title status dueOn } } disruptions { status type { label } }
          tasks(open: true, first: 20) { nodes { title dueAt owner { displayName } } }
          contacts(first: 20) { nodes { channel at minutes outcome text by { displayName } } }
          assessments(first: 3) { nodes { on score { value } } } documents { title kind } entitlements { version benefits { label until } }
          openAlerts { title } stays { expectedAt } lifeLine(first: 50) { totalCount nodes { eventId label occurredAt author } }
        } }
        """;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<CoreCall> All { get; } =
    [
        new("my records, last changed first", $"{{ careRecords(first: 50, where: {{ mine: true }}) {{ totalCount nodes {{ {Line} }} }} }}", _ => null),
        new("all records, last opened first", $"{{ careRecords(first: 50, order: [{{ field: OPENED_ON, direction: DESC }}]) {{ totalCount nodes {{ {Line} }} }} }}", _ => null),
        new("records found by a name's beginning", $"query($name: String!) {{ careRecords(first: 20, where: {{ text: $name }}) {{ totalCount nodes {{ {Line} }} }} }}", d => new { name = d.Name }),
        new("requests to triage, with counts", "{ requests(first: 50, where: { view: TO_TREAT }) { totalCount nodes { id urgency reason status dueAt subject { birthName } } } requestCounts { toTreat mine overdue urgency { count } } }", _ => null),
        new("my tasks, with counts", "{ tasks(view: MINE, first: 50) { totalCount nodes { id title dueAt person { birthName } owner { displayName } } } taskCounts { mine overdue team } }", _ => null),
        new("plans to review", "{ planReviewsDue(first: 50) { totalCount nodes { id reviewOn person { birthName } } } }", _ => null),
        new("a person's whole page", Page, d => new { id = d.Record }),
        new("record a call", "mutation($input: RecordContactInput!) { recordContact(input: $input) { record { id } errors { __typename } } }",
            d => new { input = new { recordId = d.Record, channel = "CALL", with = "PERSON", outcome = "REACHED", at = d.Now.AddMinutes(-5), minutes = 5, text = "La personne va bien." } }, true),
        new("make a task", "mutation($input: CreateTaskInput!) { createTask(input: $input) { task { id } errors { __typename } } }",
            d => new { input = new { recordId = d.Record, kind = "CALL", title = "Rappeler", dueAt = d.Now.AddDays(3) } }, true),
        new("state the situation", "mutation($input: StateSituationInput!) { stateSituation(input: $input) { record { id } errors { __typename } } }",
            d => new { input = new { recordId = d.Record, topic = "WISHES", text = $"Souhait noté le {d.Now:O}." } }, true),
    ];
}
