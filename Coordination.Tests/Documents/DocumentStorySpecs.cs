using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Coordination.Api.GraphQL;
using Coordination.Api.Security;
using Coordination.Api.Security.Development;
using Coordination.Domain.CareRecord;
using Coordination.Domain.CareTeam;
using Coordination.Domain.Directory;
using Coordination.Domain.Documents;
using Coordination.Domain.Identifiers;
using Coordination.Tests.GraphQL;
using Coordination.Tests.Harness;
using Coordination.Tests.Security;
using Record = Coordination.Domain.CareRecord.CareRecord;

namespace Coordination.Tests.Documents;

/// <summary>Documents over HTTP: what is kept, who may open them, what becomes of a version, of a person who is erased.</summary>
public sealed class DocumentStorySpecs(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    private static readonly byte[] Pdf = [.. "%PDF-1.7\n"u8, .. Encoding.UTF8.GetBytes(new string('x', 3000)), .. "canary-in-a-document"u8];
    private readonly string territory = Story.NewTerritory();

    private Subject Coordinator => Story.Coordinator(territory);

    [Fact]
    public async Task Given_a_pdf_When_deposited_Then_it_is_listed_opened_by_who_may_noted_and_sealed()
    {
        var (record, _) = await FollowAsync();
        var id = await DepositedAsync(Coordinator, record, Pdf, new { kind = "LETTER", @class = "CLINICAL", title = "Courrier du cardiologue", datedOn = "2026-11-20" });
        using var answer = await platform.Client(Coordinator).GetAsync($"/documents/{id}/content");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsByteArrayAsync()).ShouldBe(Pdf);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        answer.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var document = (await ListAsync(Coordinator, record)).ShouldHaveSingleItem()!;
        document["title"]!.GetValue<string>().ShouldBe("Courrier du cardiologue");
        document["readers"]!.AsArray().ShouldHaveSingleItem()!["times"]!.GetValue<int>().ShouldBe(1);
        (await platform.ScalarAsync<bool>("select position('canary-in-a-document'::bytea in sealed) > 0 from document_content where tenant_id = $1", territory)).ShouldBeFalse();
        (await platform.ScalarAsync<long>("select count(*) from audit.reading where tenant_id = $1 and action = 'open-document'", territory)).ShouldBe(1);
    }

    [Theory]
    [InlineData("xx\u0001binary", HttpStatusCode.UnsupportedMediaType, "DOCUMENT_TYPE_NOT_KEPT")]
    [InlineData("", HttpStatusCode.BadRequest, "DOCUMENT_EMPTY")]
    public async Task Given_a_content_that_is_not_kept_When_deposited_Then_the_rule_is_named_and_nothing_is_written(string content, HttpStatusCode status, string code)
    {
        var (record, _) = await FollowAsync();
        using var answer = await SendAsync(Coordinator, record, Encoding.UTF8.GetBytes(content), new { kind = "OTHER", @class = "SOCIAL", title = "x" });
        answer.StatusCode.ShouldBe(status);
        ((string)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["code"]!).ShouldBe(code);
        (await ListAsync(Coordinator, record)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Given_too_large_a_content_When_deposited_Then_413_and_nothing_is_written()
    {
        var (record, _) = await FollowAsync();
        byte[] large = [.. "%PDF-"u8, .. new byte[DepositDocument.MaximumSize]];
        using var answer = await SendAsync(Coordinator, record, large, new { kind = "OTHER", @class = "SOCIAL", title = "x" });
        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await ListAsync(Coordinator, record)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Given_bad_metadata_When_deposited_Then_the_field_is_named()
    {
        var (record, _) = await FollowAsync();
        foreach (var (metadata, field) in new (object, string)[]
        {
            (new { kind = "NOVEL", @class = "SOCIAL", title = "x" }, "metadata"),
            (new { kind = "OTHER", @class = "SOCIAL" }, "metadata"),
            (new { kind = "OTHER", @class = "SOCIAL", title = " " }, "title"),
            (new { kind = "OTHER", @class = "SOCIAL", title = "x", datedOn = "2026-12-24" }, "datedOn"),
        })
        {
            using var answer = await SendAsync(Coordinator, record, Pdf, metadata);
            ((int)answer.StatusCode).ShouldBeInRange(400, 422);
            ((string)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["field"]!).ShouldBe(field);
        }

        using var plain = await platform.Client(Coordinator).PostAsync($"/documents/{record}", new StringContent("x"));
        plain.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        (await ListAsync(Coordinator, record)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Given_a_version_that_a_nurse_read_When_it_is_replaced_Then_she_reads_it_still_and_who_had_not_does_not()
    {
        var nurse = new ProfessionalId(Guid.NewGuid());
        var other = new ProfessionalId(Guid.NewGuid());
        var world = new AccessWorld(platform, territory);
        var person = await world.WriteAsync(new([new InformationRecorded(new(2026, 9, 2))], [new(nurse, LegalCase.RecognisedByPerson), new(other, LegalCase.RecognisedByPerson)]));
        var record = NodeId.Encode("CareRecord", Record.IdOf(new(territory), person).Value);
        var (reader, stranger) = (world.Subject(Role.Nurse, nurse), world.Subject(Role.Nurse, other));
        var old = await DepositedAsync(Coordinator, record, Pdf, new { kind = "PRESCRIPTION", @class = "CLINICAL", title = "Ordonnance" });
        (await StatusAsync(reader, old)).ShouldBe(HttpStatusCode.OK);
        var newer = await DepositedAsync(Coordinator, record, "nouvelle"u8.ToArray(), new { kind = "PRESCRIPTION", @class = "CLINICAL", title = "Ordonnance 2", replaces = old });
        (await StatusAsync(reader, old)).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(stranger, old)).ShouldBe(HttpStatusCode.Gone);
        (await StatusAsync(stranger, newer)).ShouldBe(HttpStatusCode.OK);
        (await ListAsync(Coordinator, record)).ShouldHaveSingleItem()!["title"]!.GetValue<string>().ShouldBe("Ordonnance 2");
        (await ListAsync(Coordinator, record, all: true)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Given_a_document_of_a_class_that_somebody_may_not_read_When_asked_Then_it_looks_like_none()
    {
        var nurse = new ProfessionalId(Guid.NewGuid());
        var world = new AccessWorld(platform, territory);
        var person = await world.WriteAsync(new([new InformationRecorded(new(2026, 9, 2))], [new(nurse, LegalCase.RecognisedByPerson)]));
        var record = NodeId.Encode("CareRecord", Record.IdOf(new(territory), person).Value);
        var hidden = await DepositedAsync(Coordinator, record, Pdf, new { kind = "REPORT", @class = "MENTAL_HEALTH", title = "Bilan" });
        var reader = world.Subject(Role.Nurse, nurse);
        (await StatusAsync(reader, hidden)).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(reader, NodeId.Encode("Document", Guid.NewGuid()))).ShouldBe(HttpStatusCode.NotFound);
        (await ListAsync(reader, record)).ShouldBeEmpty();
        using var refused = await SendAsync(reader, record, Pdf, new { kind = "REPORT", @class = "MENTAL_HEALTH", title = "Bilan" });
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        foreach (var (user, status) in new[] { ("analyst", HttpStatusCode.Unauthorized), ("admin", HttpStatusCode.NotFound), ("social-worker", HttpStatusCode.Unauthorized) })
            (await StatusAsync(DemoUsers.All[user], hidden)).ShouldBe(status, user);
        (await platform.Client(null).GetAsync($"/documents/{hidden}/content")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Given_one_deposit_When_sent_again_or_many_times_at_once_Then_it_is_one_document()
    {
        var (record, _) = await FollowAsync();
        var metadata = new { kind = "PHOTO", @class = "SOCIAL", title = "Seuil", commandId = Guid.NewGuid() };
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => DepositedAsync(Coordinator, record, Pdf, metadata)));
        answers.Distinct().ShouldHaveSingleItem();
        (await ListAsync(Coordinator, record)).Count.ShouldBe(1);
        using var other = await SendAsync(Coordinator, record, "autre"u8.ToArray(), metadata);
        other.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Given_a_person_who_is_erased_When_her_document_is_asked_Then_it_is_gone_for_good()
    {
        var (record, person) = await FollowAsync();
        var id = await DepositedAsync(Coordinator, record, Pdf, new { kind = "OTHER", @class = "SOCIAL", title = "x" });
        var erased = await platform.Client(DemoUsers.All["admin"] with { Territory = new(territory) }).AskAsync(
            "mutation($id: ID!) { erasePerson(input: { personId: $id, reason: PERSON_REQUEST }) { person { erased } errors { __typename } } }", new { id = NodeId.Encode("Person", person.Value) });
        ((bool)erased.Data!["erasePerson"]!["person"]!["erased"]!).ShouldBeTrue(erased.Text);
        (await StatusAsync(Coordinator, id)).ShouldBeOneOf(HttpStatusCode.Gone, HttpStatusCode.NotFound);
        using var again = await SendAsync(Coordinator, record, Pdf, new { kind = "OTHER", @class = "SOCIAL", title = "x" });
        ((int)again.StatusCode).ShouldBeInRange(400, 499);
    }

    private async Task<(string Record, PersonId Person)> FollowAsync()
    {
        var person = await platform.FollowAsync($"{Guid.NewGuid():N}"[..8], Story.Traits(), territory: territory);
        return (NodeId.Encode("CareRecord", Record.IdOf(new(territory), person).Value), person);
    }

    private async Task<HttpStatusCode> StatusAsync(Subject subject, string id)
    {
        using var answer = await platform.Client(subject).GetAsync($"/documents/{id}/content");
        return answer.StatusCode;
    }

    private async Task<string> DepositedAsync(Subject subject, string record, byte[] content, object metadata)
    {
        using var answer = await SendAsync(subject, record, content, metadata);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return (string)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["id"]!;
    }

    private async Task<HttpResponseMessage> SendAsync(Subject subject, string record, byte[] content, object metadata)
    {
        using var form = new MultipartFormDataContent { { JsonContent.Create(metadata), "metadata" }, { new ByteArrayContent(content), "file", "courrier.exe" } };
        return await platform.Client(subject).PostAsync($"/documents/{record}", form);
    }

    private async Task<JsonArray> ListAsync(Subject subject, string record, bool all = false) => (await platform.Client(subject).AskAsync(
        "query($id: ID!, $all: Boolean) { careRecord(id: $id) { documents(all: $all) { id title status readers { who times } } } }", new { id = record, all })).Data!["careRecord"]!["documents"]!.AsArray();
}
