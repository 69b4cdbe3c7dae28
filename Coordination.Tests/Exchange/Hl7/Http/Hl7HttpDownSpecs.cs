using System.Net;
using System.Net.Http.Headers;
using Coordination.Api.Exchange.Hl7.Mllp;
using Coordination.Tests.Exchange.Hl7.BadInput;
using Coordination.Tests.Exchange.Hl7.Intake;
using Coordination.Tests.Harness;
using Platform.EventStore;

namespace Coordination.Tests.Exchange.Hl7.Http;

/// <summary>When nothing can be stored, nothing is acknowledged.</summary>
public sealed class Hl7HttpDownSpecs(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    [Fact]
    public async Task Given_a_table_that_cannot_be_written_When_messages_come_Then_503_or_a_close_and_they_are_received_when_it_can()
    {
        var message = new DemoMessage("A01", HospitalFeed.NextIpp());
        using var client = platform.Client(null);
        await RenameAsync("hl7_message", "hl7_away");
        try
        {
            using var response = await PostAsync();
            await Hl7HttpSpecs.ShouldBeProblemAsync(response, HttpStatusCode.ServiceUnavailable, "NOT_STORED");
            response.Headers.RetryAfter.ShouldNotBeNull();
            await Should.ThrowAsync<MllpClosedException>(() => platform.SendAsync(message.Bytes));
        }
        finally
        {
            await RenameAsync("hl7_away", "hl7_message");
        }

        using var again = await PostAsync();
        (await again.Content.ReadAsStringAsync()).ShouldContain("MSA|AA|");
        (await platform.KeptAsync(message.ControlId)).ShouldBe(["trace A01"]);

        Task<HttpResponseMessage> PostAsync()
        {
            var content = new ByteArrayContent(message.Bytes);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/hl7-v2");
            return client.PostAsync("/hl7v2", content);
        }
    }

    private async Task RenameAsync(string from, string to)
    {
        await using var command = platform.Get<Database>().Owner.CreateCommand($"alter table {from} rename to {to}");
        await command.ExecuteNonQueryAsync();
    }
}
