using Coordination.Api.Security.Development;
using Coordination.Tests.GraphQL;
using Coordination.Tests.Harness;

namespace Coordination.Tests.Security;

/// <summary>Which role may ask what: one table, every cell through the API.</summary>
public sealed class AccessMatrixSpecs(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    private static readonly Dictionary<string, (string Query, string[] Roles)> Operations = new()
    {
        ["alerts"] = ("{ alerts { totalCount } }", ["coordinator", "manager"]),
        ["alert"] = ("query($alert: ID!) { alert(id: $alert) { id } }", ["coordinator", "manager"]),
        ["alertCounts"] = ("{ alertCounts { toTreat } }", ["coordinator", "manager"]),
        ["discharges"] = ("{ discharges { totalCount } }", ["coordinator", "manager", "social-worker", "gp", "nurse"]),
        ["discharge"] = ("query($discharge: ID!) { discharge(id: $discharge) { id } }", ["coordinator", "manager", "social-worker", "gp", "nurse"]),
        ["node"] = ("query($alert: ID!) { node(id: $alert) { id } }", ["coordinator", "manager"]),
        ["takeAlert"] = ("mutation($alert: ID!) { takeAlert(input: { id: $alert }) { alert { id } errors { ... on Error { code } } } }", ["coordinator"]),
        ["requests"] = ("{ requests { totalCount } }", ["coordinator", "manager", "social-worker"]),
        ["request"] = ("query($request: ID!) { request(id: $request) { id } }", ["coordinator", "manager", "social-worker"]),
        ["providers"] = ("{ providers(text: \"hopital\") { number } }", ["coordinator", "manager", "social-worker"]),
        ["communes"] = ("{ communes(text: \"agen\") { insee } }", ["coordinator", "manager", "social-worker"]),
        ["announcementRoute"] = ("{ announcementRoute(commune: \"47001\") { open } }", ["coordinator", "manager", "social-worker"]),
        ["territorySettings"] = ("{ territorySettings { firstVisitWithinHours } }", ["coordinator", "manager", "admin"]),
        ["announceDischarge"] = ("mutation($discharge: ID!) { announceDischarge(input: { dischargeId: $discharge, expectedAt: \"2026-11-27T15:00:00+01:00\", dateReliability: ANNOUNCED, destination: HOME, needs: [], information: INFORMED }) { errors { ... on Error { code } } } }", ["social-worker"]),
        ["withdrawAnnouncement"] = ("mutation($discharge: ID!) { withdrawAnnouncement(input: { id: $discharge, reason: \"r\" }) { errors { ... on Error { code } } } }", ["social-worker"]),
        ["confirmArrangement"] = ("mutation($discharge: ID!) { confirmArrangement(input: { dischargeId: $discharge, need: NURSING, provider: \"10000000017\", confirmedBy: \"x\", channel: PHONE, firstVisitAt: \"2026-11-27T18:00:00+01:00\" }) { errors { ... on Error { code } } } }", ["coordinator"]),
        ["withdrawArrangement"] = ("mutation($discharge: ID!) { withdrawArrangement(input: { dischargeId: $discharge, need: NURSING, reason: \"r\" }) { errors { ... on Error { code } } } }", ["coordinator"]),
        ["assessNeeds"] = ("mutation($discharge: ID!) { assessNeeds(input: { dischargeId: $discharge, needs: [] }) { errors { ... on Error { code } } } }", ["coordinator"]),
        ["stateDestination"] = ("mutation($discharge: ID!) { stateDestination(input: { dischargeId: $discharge, destination: HOME }) { errors { ... on Error { code } } } }", ["coordinator", "social-worker"]),
        ["takeDischarge"] = ("mutation($discharge: ID!) { takeDischarge(input: { dischargeId: $discharge }) { errors { ... on Error { code } } } }", ["coordinator"]),
        ["markAnnouncementSeen"] = ("mutation($discharge: ID!) { markAnnouncementSeen(input: { id: $discharge }) { errors { ... on Error { code } } } }", ["coordinator"]),
        ["takeRequest"] = ("mutation($request: ID!) { takeRequest(input: { id: $request }) { errors { ... on Error { code } } } }", ["coordinator"]),
        ["setFirstVisitLimit"] = ("mutation { setFirstVisitLimit(input: { hours: 24 }) { errors { ... on Error { code } } } }", ["admin"]),
        ["setOpeningHours"] = ("mutation { setOpeningHours(input: { opens: \"09:00\", closes: \"17:30\" }) { errors { ... on Error { code } } } }", ["admin"]),
        ["administration"] = ("{ administration { areas { code } structures(text: \"x\") { finess } imports { id } habilitations { id } } }", ["admin", "manager", "auditor"]),
        ["grantHabilitation"] = ("mutation { grantHabilitation(input: { identity: \"\", role: NURSE, organization: \"\" }) { errors { __typename } } }", ["admin"]),
        ["endHabilitation"] = ("mutation($habilitation: ID!) { endHabilitation(input: { id: $habilitation, reason: \"r\" }) { errors { __typename } } }", ["admin"]),
        ["alertRules"] = ("{ alertRules { code } }", ["coordinator", "manager", "admin"]),
        ["setAlertDelay"] = ("mutation { setAlertDelay(input: { delay: NEEDS_URGENT, hours: 24 }) { errors { __typename } } }", ["admin"]),
        ["setWeek"] = ("mutation { setWeek(input: { days: [], relays: [] }) { errors { __typename } } }", ["admin"]),
        ["setHolidayRegime"] = ("mutation { setHolidayRegime(input: { regime: METROPOLITAN }) { errors { __typename } } }", ["admin"]),
        ["planClosure"] = ("mutation { planClosure(input: { from: \"2026-01-01\", to: \"2026-01-01\", reason: \"r\" }) { errors { __typename } } }", ["admin"]),
        ["cancelClosure"] = ("mutation($closure: ID!) { cancelClosure(input: { id: $closure }) { errors { __typename } } }", ["admin"]),
        ["attachCommunes"] = ("mutation($area: ID!) { attachCommunes(input: { area: $area, communes: [], from: \"2026-01-01\" }) { errors { __typename } } }", ["admin"]),
        ["detachCommunes"] = ("mutation($area: ID!) { detachCommunes(input: { area: $area, communes: [], until: \"2026-01-01\" }) { errors { __typename } } }", ["admin"]),
        ["defineHealthCommunity"] = ("mutation { defineHealthCommunity(input: { code: \"\", name: \"\" }) { errors { __typename } } }", ["admin"]),
        ["parkedMessages"] = ("{ parkedMessages { totalCount } }", ["interface"]),
        ["quarantinedMessages"] = ("{ quarantinedMessages { totalCount } }", ["interface"]),
        ["careRecords"] = ("{ careRecords { totalCount } }", ["coordinator", "manager", "gp", "nurse"]),
        ["careRecord"] = ("query($record: ID!) { careRecord(id: $record) { id } }", ["coordinator", "manager", "gp", "nurse"]),
        ["accessTo"] = ("query($record: ID!) { accessTo(id: $record) { rule } }", ["coordinator", "manager", "gp", "nurse"]),
        ["professionals"] = ("{ professionals(text: \"essai\") { id } }", ["coordinator"]),
        ["accessRequests"] = ("{ accessRequests { totalCount } }", ["coordinator", "manager"]),
        ["myAccessRequests"] = ("{ myAccessRequests { totalCount } }", ["gp", "nurse"]),
        ["requestAccess"] = ("mutation { requestAccess(input: { birthName: \"X\", givenName: \"Y\", birthDate: \"1940-01-01\", reason: IN_CHARGE, text: \"t\" }) { errors { ... on Error { code } } } }", ["gp", "nurse"]),
        ["grantAccess"] = ("mutation($accessRequest: ID!) { grantAccess(input: { id: $accessRequest, role: TEAM_MEMBER, basis: CONSENT }) { errors { ... on Error { code } } } }", ["coordinator", "manager"]),
        ["refuseAccess"] = ("mutation($accessRequest: ID!) { refuseAccess(input: { id: $accessRequest, reason: \"r\" }) { errors { ... on Error { code } } } }", ["coordinator", "manager"]),
        ["recordInformation"] = ("mutation($record: ID!) { recordInformation(input: { recordId: $record, on: \"2026-11-20\", means: ORAL }) { errors { ... on Error { code } } } }", ["coordinator"]),
        ["recordOpposition"] = ("mutation($record: ID!) { recordOpposition(input: { recordId: $record, scope: OUTSIDE_TEAM }) { errors { ... on Error { code } } } }", ["coordinator"]),
        ["withdrawOpposition"] = ("mutation($record: ID!) { withdrawOpposition(input: { recordId: $record, scope: OUTSIDE_TEAM }) { errors { ... on Error { code } } } }", ["coordinator"]),
        ["withdrawConsent"] = ("mutation($record: ID!) { withdrawConsent(input: { recordId: $record, scope: OUTSIDE_TEAM }) { errors { ... on Error { code } } } }", ["coordinator"]),
        ["recordConsent"] = ("mutation($record: ID!) { recordConsent(input: { recordId: $record, scope: OUTSIDE_TEAM, means: ORAL, on: \"2026-11-20\" }) { errors { ... on Error { code } } } }", ["coordinator"]),
        ["excludeProfessional"] = ("mutation($record: ID!, $who: ID!) { excludeProfessional(input: { recordId: $record, professional: $who }) { errors { ... on Error { code } } } }", ["coordinator"]),
        ["readmitProfessional"] = ("mutation($record: ID!, $who: ID!) { readmitProfessional(input: { recordId: $record, professional: $who }) { errors { ... on Error { code } } } }", ["coordinator"]),
        ["designateContact"] = ("mutation($record: ID!) { designateContact(input: { recordId: $record, kind: GUARDIAN, name: \"X\", from: \"2026-11-20\" }) { errors { ... on Error { code } } } }", ["coordinator"]),
        ["revokeContact"] = ("mutation($record: ID!) { revokeContact(input: { recordId: $record, contactId: \"d0000000-0000-4000-8000-000000000047\" }) { errors { ... on Error { code } } } }", ["coordinator"]),
        ["suspendRecord"] = ("mutation($record: ID!) { suspendRecord(input: { recordId: $record }) { errors { ... on Error { code } } } }", ["coordinator"]),
        ["resumeRecord"] = ("mutation($record: ID!) { resumeRecord(input: { recordId: $record }) { errors { ... on Error { code } } } }", ["coordinator"]),
        ["restrictRecord"] = ("mutation($record: ID!) { restrictRecord(input: { recordId: $record }) { errors { ... on Error { code } } } }", ["coordinator"]),
        ["unrestrictRecord"] = ("mutation($record: ID!) { unrestrictRecord(input: { recordId: $record }) { errors { ... on Error { code } } } }", ["coordinator"]),
        ["stateSituation"] = ("mutation($record: ID!) { stateSituation(input: { recordId: $record, topic: HOUSING, text: \"x\" }) { errors { ... on Error { code } } } }", ["coordinator", "gp", "nurse"]),
        ["maskSituation"] = ("mutation($record: ID!, $who: ID!) { maskSituation(input: { recordId: $record, topic: HOUSING, professional: $who }) { errors { ... on Error { code } } } }", ["coordinator"]),
        ["unmaskSituation"] = ("mutation($record: ID!, $who: ID!) { unmaskSituation(input: { recordId: $record, topic: HOUSING, professional: $who }) { errors { ... on Error { code } } } }", ["coordinator"]),
        ["coordinators"] = ("{ coordinators { id } }", ["coordinator", "manager"]),
        ["workload"] = ("{ workload { records } }", ["manager"]),
        ["transferRecords"] = ("mutation($record: ID!, $who: ID!) { transferRecords(input: { recordIds: [$record], professional: $who }) { transfer { lines { done } } } }", ["coordinator", "manager"]),
        ["withdrawDocument"] = ("mutation($record: ID!, $document: ID!) { withdrawDocument(input: { recordId: $record, documentId: $document, reason: \"r\" }) { errors { __typename } } }", ["coordinator", "gp", "nurse"]),
        ["assignReferent"] = ("mutation($record: ID!, $who: ID!) { assignReferent(input: { recordId: $record, professional: $who }) { errors { __typename } } }", ["coordinator", "manager"]),
        ["assignDeputy"] = ("mutation($record: ID!) { assignDeputy(input: { recordId: $record }) { errors { __typename } } }", ["coordinator", "manager"]),
        ["changeIntensity"] = ("mutation($record: ID!) { changeIntensity(input: { recordId: $record, intensity: INTENSIVE }) { errors { __typename } } }", ["coordinator", "manager"]),
        ["statePhysicianAbsence"] = ("mutation($record: ID!) { statePhysicianAbsence(input: { recordId: $record, on: \"2026-11-20\" }) { errors { __typename } } }", ["coordinator", "manager"]),
        ["putRecordOnStandby"] = ("mutation($record: ID!) { putRecordOnStandby(input: { recordId: $record }) { errors { __typename } } }", ["coordinator", "manager"]),
        ["reactivateRecord"] = ("mutation($record: ID!) { reactivateRecord(input: { recordId: $record }) { errors { __typename } } }", ["coordinator", "manager"]),
        ["closeRecord"] = ("mutation($record: ID!) { closeRecord(input: { recordId: $record, reason: DEATH, on: \"2026-11-20\", personInformed: true }) { errors { __typename } } }", ["coordinator", "manager"]),
        ["reopenRecord"] = ("mutation($record: ID!) { reopenRecord(input: { recordId: $record }) { errors { __typename } } }", ["coordinator", "manager"]),
        ["correctFact"] = ("mutation($record: ID!) { correctFact(input: { recordId: $record, eventId: \"d0000000-0000-4000-8000-000000000047\", text: \"x\" }) { errors { __typename } } }", ["coordinator", "manager"]),
        ["assessmentGrids"] = ("{ assessmentGrids { code } }", ["coordinator", "manager", "gp", "nurse"]),
        ["startAssessment"] = ("mutation($record: ID!) { startAssessment(input: { recordId: $record, grid: \"AGGIR\", on: \"2026-11-20\" }) { errors { __typename } } }", ["coordinator", "gp", "nurse"]),
        ["answerAssessment"] = ("mutation($record: ID!, $assessment: ID!) { answerAssessment(input: { recordId: $record, assessmentId: $assessment, answers: [] }) { errors { __typename } } }", ["coordinator", "gp", "nurse"]),
        ["validateAssessment"] = ("mutation($record: ID!, $assessment: ID!) { validateAssessment(input: { recordId: $record, assessmentId: $assessment }) { errors { __typename } } }", ["coordinator", "gp", "nurse"]),
        ["correctAssessment"] = ("mutation($record: ID!, $assessment: ID!) { correctAssessment(input: { recordId: $record, assessmentId: $assessment, answers: [], reason: \"x\" }) { errors { __typename } } }", ["coordinator", "gp", "nurse"]),
        ["recordNotifiedGir"] = ("mutation($record: ID!) { recordNotifiedGir(input: { recordId: $record, gir: 3, on: \"2026-11-20\" }) { errors { __typename } } }", ["coordinator", "gp", "nurse"]),
        ["rightsEnding"] = ("{ rightsEnding { totalCount } }", ["coordinator", "manager", "gp"]),
        ["rightsEndingCounts"] = ("{ rightsEndingCounts { count } }", ["coordinator", "manager", "gp"]),
        ["piecesAwaited"] = ("{ piecesAwaited { totalCount } }", ["coordinator", "manager", "gp"]),
        ["recordBenefit"] = ("mutation($record: ID!) { recordBenefit(input: { recordId: $record, kind: OTHER, state: REQUESTED }) { errors { __typename } } }", ["coordinator"]),
        ["changeBenefit"] = ("mutation($record: ID!) { changeBenefit(input: { recordId: $record, benefitId: \"d0000000-0000-4000-8000-000000000047\", state: ENDED }) { errors { __typename } } }", ["coordinator"]),
        ["renewBenefit"] = ("mutation($record: ID!) { renewBenefit(input: { recordId: $record, benefitId: \"d0000000-0000-4000-8000-000000000047\", until: \"2026-11-20\" }) { errors { __typename } } }", ["coordinator"]),
        ["recordMeasure"] = ("mutation($record: ID!) { recordMeasure(input: { recordId: $record, kind: GUARDIANSHIP, scope: GOODS, decidedOn: \"2026-11-20\", name: \"x\" }) { errors { __typename } } }", ["coordinator"]),
        ["changeRepresentative"] = ("mutation($record: ID!) { changeRepresentative(input: { recordId: $record, measureId: \"d0000000-0000-4000-8000-000000000047\", on: \"2026-11-20\", name: \"x\" }) { errors { __typename } } }", ["coordinator"]),
        ["renewMeasure"] = ("mutation($record: ID!) { renewMeasure(input: { recordId: $record, measureId: \"d0000000-0000-4000-8000-000000000047\", decidedOn: \"2026-11-20\", until: \"2026-11-20\" }) { errors { __typename } } }", ["coordinator"]),
        ["endMeasure"] = ("mutation($record: ID!) { endMeasure(input: { recordId: $record, measureId: \"d0000000-0000-4000-8000-000000000047\", on: \"2026-11-20\" }) { errors { __typename } } }", ["coordinator"]),
        ["requestPieces"] = ("mutation($record: ID!) { requestPieces(input: { recordId: $record, pieces: [IDENTITY], due: \"2026-11-20\" }) { errors { __typename } } }", ["coordinator"]),
        ["submitPiece"] = ("mutation($record: ID!) { submitPiece(input: { recordId: $record, requestId: \"d0000000-0000-4000-8000-000000000047\", piece: IDENTITY }) { errors { __typename } } }", ["coordinator"]),
        ["acceptPiece"] = ("mutation($record: ID!) { acceptPiece(input: { recordId: $record, requestId: \"d0000000-0000-4000-8000-000000000047\", piece: IDENTITY }) { errors { __typename } } }", ["coordinator"]),
        ["refusePiece"] = ("mutation($record: ID!) { refusePiece(input: { recordId: $record, requestId: \"d0000000-0000-4000-8000-000000000047\", piece: IDENTITY, reason: \"x\", due: \"2026-11-20\" }) { errors { __typename } } }", ["coordinator"]),
        ["joinCareTeam"] = ("mutation($record: ID!, $who: ID!) { joinCareTeam(input: { recordId: $record, professional: $who, role: TEAM_MEMBER, basis: CONSENT }) { errors { ... on Error { code } } } }", ["coordinator"]),
        ["leaveCareTeam"] = ("mutation($record: ID!, $who: ID!) { leaveCareTeam(input: { recordId: $record, professional: $who, reason: ENDED }) { errors { ... on Error { code } } } }", ["coordinator"]),
        ["erasePerson"] = ("mutation($person: ID!) { erasePerson(input: { personId: $person, reason: PERSON_REQUEST }) { errors { ... on Error { code } } } }", ["admin"]),
        ["placeLegalHold"] = ("mutation($person: ID!) { placeLegalHold(input: { personId: $person, ground: LITIGATION, until: \"2027-12-31\" }) { errors { ... on Error { code } } } }", ["admin"]),
        ["liftLegalHold"] = ("mutation($person: ID!) { liftLegalHold(input: { personId: $person }) { errors { ... on Error { code } } } }", ["admin"]),
        ["preparePersonExport"] = ("mutation($person: ID!) { preparePersonExport(input: { personId: $person, format: JSON }) { errors { ... on Error { code } } } }", ["coordinator"]),
        ["accessLog"] = ("query($person: ID!) { accessLog(personId: $person) { totalCount } }", ["coordinator", "manager"]),
        ["auditTrail"] = ("{ auditTrail { totalCount } }", ["auditor"]),
        ["auditChain"] = ("{ auditChain { position } }", ["auditor"]),
        ["persons"] = ("{ persons(birthDate: \"01/01/1940\") { tooMany } }", ["coordinator", "manager", "identity"]),
        ["person"] = ("query($person: ID!) { person(id: $person) { id } }", ["coordinator", "manager", "identity"]),
        ["identityTasks"] = ("{ identityTasks { id } }", ["coordinator", "identity"]),
        ["registerPerson"] = ("mutation { registerPerson(input: { identity: { birthName: \"X\", givenNames: [\"Y\"], sex: FEMALE, birthDate: \"1890\" }, acknowledged: [], openRecord: false }) { errors { ... on Error { code } } } }", ["coordinator", "identity"]),
        ["correctTraits"] = ("mutation($person: ID!) { correctTraits(input: { id: $person, identity: { birthName: \"X\", givenNames: [\"Y\"], sex: FEMALE, birthDate: \"1890\" } }) { errors { ... on Error { code } } } }", ["coordinator", "identity"]),
        ["validateIdentity"] = ("mutation($person: ID!) { validateIdentity(input: { id: $person, document: PASSPORT }) { errors { ... on Error { code } } } }", ["identity"]),
        ["devalidateIdentity"] = ("mutation($person: ID!) { devalidateIdentity(input: { id: $person, reason: WRONG_DOCUMENT }) { errors { ... on Error { code } } } }", ["identity"]),
        ["qualifyIdentity"] = ("mutation($person: ID!) { qualifyIdentity(input: { id: $person, rejection: NOBODY_FOUND }) { errors { ... on Error { code } } } }", ["identity"]),
        ["removeIns"] = ("mutation($person: ID!) { removeIns(input: { id: $person, reason: OTHER_PERSON }) { errors { ... on Error { code } } } }", ["identity"]),
        ["setIdentityAttribute"] = ("mutation($person: ID!) { setIdentityAttribute(input: { id: $person, attribute: HOMONYM, present: true }) { errors { ... on Error { code } } } }", ["identity"]),
        ["dismissDuplicate"] = ("mutation($task: ID!) { dismissDuplicate(input: { taskId: $task, reason: TWINS }) { errors { ... on Error { code } } } }", ["identity"]),
        ["mergePersons"] = ("mutation($person: ID!) { mergePersons(input: { survivor: $person, merged: $person }) { errors { ... on Error { code } } } }", ["identity"]),
        ["unmergePersons"] = ("mutation($person: ID!) { unmergePersons(input: { survivor: $person, merged: $person }) { errors { ... on Error { code } } } }", ["identity"]),
        ["indicators"] = ("{ indicators { code } }", ["analyst", "manager"]),
        ["indicator"] = ("{ indicator(code: \"33\") { breakdown } }", ["analyst", "manager"]),
    };

    /// <summary>Every operation with every role.</summary>
    public static TheoryData<string, string> Cells
    {
        get
        {
            var cells = new TheoryData<string, string>();
            foreach (var operation in Operations.Keys)
                foreach (var role in Roles) cells.Add(operation, role);
            return cells;
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Given_a_role_When_it_asks_Then_the_table_decides(string operation, string role)
    {
        var (query, roles) = Operations[operation];
        var answer = await platform.Client(DemoUsers.All[role]).AskAsync(query, new { alert = Id("Alert"), discharge = Id("Discharge"), request = Id("SupportRequest"), record = Id("CareRecord"), assessment = Id("Assessment"), document = Id("Document"), accessRequest = Id("AccessRequest"), who = Id("Professional"), person = Id("Person"), area = Id("Area"), closure = Id("Closure"), habilitation = Id("Habilitation"), task = Id("IdentityTask") });
        answer.Code.ShouldBe(roles.Contains(role) ? null : "FORBIDDEN", answer.Text);
    }

    [Theory]
    [MemberData(nameof(Users))]
    public async Task Given_a_role_When_it_listens_Then_only_those_who_read_discharges_are_heard(string role)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql/stream");
        request.Content = System.Net.Http.Json.JsonContent.Create(new { query = "subscription { feed { type } }" });
        using var bound = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var response = await platform.Client(DemoUsers.All[role]).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, bound.Token);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(bound.Token));
        string? line;
        do line = await reader.ReadLineAsync(bound.Token);
        while (line?.StartsWith("data:", StringComparison.Ordinal) == false);
        line.ShouldNotBeNull().ShouldContain(role is "coordinator" or "manager" or "social-worker" or "gp" or "nurse" ? "HEARTBEAT" : "FORBIDDEN");
    }

    /// <summary>Every role.</summary>
    public static TheoryData<string> Users => [.. Roles];

    // One user of each role: a second coordinator may do what the first one may.
    private static IEnumerable<string> Roles => DemoUsers.All.DistinctBy(u => u.Value.Role).Select(u => u.Key);

    [Fact]
    public async Task Given_two_hospitals_When_their_social_workers_read_Then_each_sees_her_own_discharges_only()
    {
        var territory = Story.NewTerritory();
        await platform.AnnounceAsync(territory, Story.Traits("CANARYNAME"));
        var own = platform.Client(DemoUsers.All["social-worker"]);
        var foreign = platform.Client(DemoUsers.All["social-worker"] with { Id = "test-foreign", Establishment = Domain.Identifiers.Finess.Parse("330000001") });
        var coordinator = platform.Client(Story.Coordinator(territory));
        var id = (string)(await coordinator.AskAsync("{ discharges { nodes { id } } }")).Data!["discharges"]!["nodes"]!.AsArray().ShouldHaveSingleItem()!["id"]!;

        const string one = "query($id: ID!) { discharge(id: $id) { id alerts { id ruleCode } } node(id: $id) { id } past: discharge(id: $id, asOf: \"2026-12-01T00:00:00Z\") { id } discharges { nodes { id } } }";
        var mine = (await own.AskAsync(one, new { id })).Data!;
        ((string)mine["discharge"]!["id"]!).ShouldBe(id);
        ((string)mine["past"]!["id"]!).ShouldBe(id);
        ((string)mine["discharge"]!["alerts"]!.AsArray().ShouldHaveSingleItem()!["ruleCode"]!).ShouldBe("AL47");
        mine["discharges"]!["nodes"]!.AsArray().Select(n => (string)n!["id"]!).ShouldContain(id);

        var answer = await foreign.AskAsync(one, new { id });
        answer.Code.ShouldBeNull(answer.Text);
        answer.Data!["discharge"].ShouldBeNull();
        answer.Data["node"].ShouldBeNull();
        answer.Data["past"].ShouldBeNull();
        answer.Data["discharges"]!["nodes"]!.AsArray().ShouldBeEmpty();
        answer.Text.ShouldNotContain("CANARYNAME");
    }

    private static string Id(string type) => Api.GraphQL.NodeId.Encode(type, new("d0000000-0000-4000-8000-000000000047"));
}
