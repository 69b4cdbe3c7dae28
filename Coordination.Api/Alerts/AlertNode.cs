using Coordination.Api.CareRecord;
using Coordination.Api.Directory;
using Coordination.Api.Discharge;
using Coordination.Api.GraphQL;
using Coordination.Api.Resources;
using Coordination.Domain.Alerts;
using Coordination.Domain.Identifiers;
using Coordination.Projections.Alerts;
using Platform.GraphQL;

namespace Coordination.Api.Alerts;

/// <summary>An alert as GraphQL shows it, in the territory it lives in.</summary>
public sealed record AlertNode(TerritoryId Territory, AlertView View)
{
    /// <summary>The rule's finding.</summary>
    public AlertFinding Finding => View.Alert.Finding;
}

/// <summary>A fact that the rule looked at, in words.</summary>
public sealed record AlertFact(string Label, string Value);

/// <summary>Who took an alert, and when.</summary>
public sealed record AlertTake(ProfessionalEntry By, DateTimeOffset At);

/// <summary>How an alert ended.</summary>
public sealed record AlertClosure(DateTimeOffset At, bool Automatic, ProfessionalEntry? By, string Reason);

/// <summary>Who is told, in words.</summary>
public sealed record AlertRecipientNode(AlertRecipientRole Role, string Label, ProfessionalEntry? Professional);

/// <summary>An event that raised or fed an alert, in words.</summary>
public sealed record AlertCauseNode(Guid EventId, string Label, DateTimeOffset OccurredAt, DateTimeOffset RecordedAt, string Source);

/// <summary>The GraphQL type <c>Alert</c>.</summary>
public sealed class AlertType : ObjectType<AlertNode>
{
    /// <inheritdoc />
    protected override void Configure(IObjectTypeDescriptor<AlertNode> descriptor)
    {
        descriptor.Name("Alert").Implements("Node");
        descriptor.Field("id").Type("ID!").Resolve(c => NodeId.Encode("Alert", Node(c).View.Id));
        descriptor.Field("ruleCode").Type("String!").Resolve(c => Node(c).Finding.RuleCode);
        descriptor.Field("ruleVersion").Type("Int!").Resolve(c => Node(c).Finding.RuleVersion);
        descriptor.Field("severity").Type("AlertSeverity!").Resolve(c => Node(c).Finding.Severity);
        descriptor.Field("status").Type("AlertStatus!").Resolve(c => Node(c).View.Alert.Status);
        descriptor.Field("title").Type("String!").Resolve(c => AlertTexts.Title(Node(c).Finding, c.Service<TimeProvider>().GetUtcNow()));
        descriptor.Field("reason").Type("String!").Description("Why it was raised, in words.")
            .Resolve<string>(async c => AlertTexts.Reason(Node(c).Finding, await EstablishmentAsync(c)));
        descriptor.Field("resolvesWhen").Type("String!").Description("What would make the alert go away.").Resolve(c => AlertTexts.ResolvesWhen(Node(c).Finding));
        descriptor.Field("dueAt").Type("DateTime").Resolve(c => Node(c).Finding.DueAt);
        descriptor.Field("raisedAt").Type("DateTime!").Resolve(c => Node(c).View.RaisedAt);
        descriptor.Field("taken").Type("AlertTake").Resolve<AlertTake?>(TakenAsync);
        descriptor.Field("closure").Type("AlertClosure").Resolve<AlertClosure?>(ClosureAsync);
        descriptor.Field("subject").Type("Person!").Resolve(c => PersonType.LoadAsync(c, Node(c).Territory, Node(c).Finding.Subject));
        descriptor.Field("discharge").Type("Discharge").Resolve<DischargeNode?>(async c =>
            Node(c).Finding.Facts.Discharge is { } id ? await DischargeType.LoadAsync(c, Node(c).Territory, id.Value) : null);
        descriptor.Field("recipients").Type("[AlertRecipient!]!").Resolve<AlertRecipientNode[]>(RecipientsAsync);
        descriptor.Field("facts").Type("[AlertFact!]!").Resolve<AlertFact[]>(FactsAsync);
        descriptor.Field("cites").Type("[Alert!]!").Description("Alerts about the same discharge that came before and are cited.").Resolve<AlertNode[]>(CitedAsync);
        descriptor.Field("causes").Type("[AlertCause!]!").Resolve(c => Node(c).View.Alert.Causes
            .Select(e => new AlertCauseNode(e.EventId, History.LabelOf(e.Alias, DateOf(e, Node(c).Finding.Facts), ""), e.OccurredAt, e.RecordedAt, History.SourceOf(e.Source))).ToArray());
        descriptor.Field("history").Type("[HistoryEntry!]!").Description("Every fact of the alert, first one first.")
            .Resolve<HistoryEntry[]>(c => History.ReadAsync(c, Node(c).Territory, Node(c).View.Id, null));
        descriptor.Field("version").Type("Int!").Resolve(c => (int)Node(c).View.Version);
    }

    private static DateTimeOffset? DateOf(AlertCause cause, AlertFacts facts) => cause.Alias switch
    {
        "person_discharged" => facts.DischargedAt,
        "arrangement_confirmed" => facts.FirstVisitAt,
        _ => facts.ExpectedAt,
    };

    private static AlertNode Node(IResolverContext context) => context.Parent<AlertNode>();

    private static async Task<string> EstablishmentAsync(IResolverContext context) =>
        Node(context).Finding.Facts.Establishment is { } finess ? (await Names.EstablishmentAsync(context, finess)).Name : "";

    private static async Task<AlertTake?> TakenAsync(IResolverContext context) => Node(context).View is { TakenAt: { } at, Alert.TakenBy: { } by }
        ? new(await Names.ProfessionalAsync(context, by), at)
        : null;

    private static async Task<AlertClosure?> ClosureAsync(IResolverContext context)
    {
        if (Node(context).View.Closure is not { } closure) return null;
        var by = closure.By is { } professional ? await Names.ProfessionalAsync(context, professional) : null;
        if (closure.Reason is not { } reason)
            return new(closure.At, true, by, Texts.Find($"Closure.{closure.Cause?.Alias}") ?? Texts.Get("Closure.Other"));
        // Free text about a person: shown, so noted, and opened only now.
        RequestScope.Of(context).Trail.Show(Node(context).Territory, Node(context).Finding.Subject);
        var text = await context.Service<ProtectedText>().OpenAsync(Node(context).Territory, reason, context.RequestAborted);
        return new(closure.At, false, by, text ?? Texts.Get("Closure.Erased"));
    }

    private static Task<AlertRecipientNode[]> RecipientsAsync(IResolverContext context) =>
        Task.WhenAll(Node(context).Finding.Recipients.Select(async r => new AlertRecipientNode(
            r.Role,
            Texts.Get($"Recipient.{r.Role}", r.Establishment is { } finess ? (await Names.EstablishmentAsync(context, finess)).Name : ""),
            r.Professional is { } professional ? await Names.ProfessionalAsync(context, professional) : null)));

    private static async Task<AlertNode[]> CitedAsync(IResolverContext context)
    {
        var (node, finding) = (Node(context), Node(context).Finding);
        if (finding.Facts is not { Discharge: { } discharge, Cites: { IsEmpty: false } cited }) return [];
        var loader = context.DataLoader<AlertLoader>();
        var found = await Task.WhenAll(cited.Select(rule =>
            loader.LoadAsync(new AlertKey(node.Territory, Alert.IdOf(node.Territory, rule, finding.Subject, discharge.Value).Value))));
        return [.. found.OfType<AlertNode>()];
    }

    private static async Task<AlertFact[]> FactsAsync(IResolverContext context)
    {
        var facts = Node(context).Finding.Facts;
        var list = new List<AlertFact>();
        if (facts.Establishment is { } finess) list.Add(new(Texts.Get("Fact.Establishment"), (await Names.EstablishmentAsync(context, finess)).Name));
        void Date(string name, DateTimeOffset? instant)
        {
            if (instant is { } at) list.Add(new(Texts.Get($"Fact.{name}"), Texts.FullDate(at)));
        }

        Date("AdmittedAt", facts.AdmittedAt);
        Date("ExpectedAt", facts.ExpectedAt);
        Date("DischargedAt", facts.DischargedAt);
        Date("FirstVisitAt", facts.FirstVisitAt);
        if (!facts.Needs.IsEmpty)
            list.Add(new(Texts.Get(Node(context).Finding.RuleCode == AlertRules.DateMoved.Code ? "Fact.ToReconfirm" : "Fact.Unconfirmed"), AlertTexts.NeedsOf(facts.Needs)));
        list.Add(new(Texts.Get("Fact.Source"), History.SourceOf(Node(context).View.Alert.Causes[^1].Source)));
        if (facts.Commune is { } commune)
            list.Add(new(Texts.Get("Fact.Commune"), await context.Service<DirectoryReader>().CommuneNameAsync(commune.Value, context.RequestAborted)));
        return [.. list];
    }
}
