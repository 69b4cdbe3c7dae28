using System.Net;
using System.Net.Http.Headers;
using Coordination.Api.Security.Development;
using Coordination.Tests.Exchange.Hl7.BadInput;
using Coordination.Tests.Exchange.Hl7.Intake;
using Coordination.Tests.Security;

namespace Coordination.Tests.Exchange.Hl7.Http;

/// <summary>HL7 over HTTP outside Development: no token, no message.</summary>
public sealed class Hl7HttpProductionSpecs(ProductionFixture platform) : IClassFixture<ProductionFixture>
{
    private readonly DemoMessage message = new("A01", HospitalFeed.NextIpp());

    [Theory]
    [InlineData(null)]
    [InlineData("coordination=abc")]
    public async Task Given_production_When_a_message_comes_without_a_token_Then_401_and_nothing_is_kept(string? cookie)
    {
        using var request = Request();
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        using var client = platform.Client(null);
        using var response = await client.SendAsync(request);
        await Hl7HttpSpecs.ShouldBeProblemAsync(response, HttpStatusCode.Unauthorized, "UNAUTHENTICATED");
        response.Headers.WwwAuthenticate.ShouldHaveSingleItem().Scheme.ShouldBe("Bearer");
        (await platform.KeptAsync(message.ControlId)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Given_production_When_a_token_of_development_comes_Then_401()
    {
        using var request = Request();
        request.Headers.Authorization = new("Bearer", platform.Token(DemoUsers.All["interface"]));
        using var client = platform.Client(null);
        using var response = await client.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await platform.KeptAsync(message.ControlId)).ShouldBeEmpty();
    }

    private HttpRequestMessage Request()
    {
        var content = new ByteArrayContent(message.Bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/hl7-v2");
        return new(HttpMethod.Post, "/hl7v2") { Content = content };
    }
}
