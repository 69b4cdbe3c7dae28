using Coordination.Api.Security.Identity;
using Coordination.Tests.Harness;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Coordination.Tests.Security;

/// <summary>A provider that is down, or changes its keys (RELIABILITY F-30).</summary>
public sealed class ProviderMetadataSpecs : IDisposable
{
    private static readonly IdentityProvider Provider = new("structure", ClaimConvention.Keycloak, "https://idp.example", "portal", "secret", "openid", null);
    private readonly TestClock clock = new(new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
    private readonly ProviderMetadata metadata;
    private string? issuer = Provider.Issuer;
    private int reads;

    public ProviderMetadataSpecs() => metadata = new(Provider, clock, _ =>
    {
        reads++;
        return issuer is null ? throw new HttpRequestException("down") : Task.FromResult(new OpenIdConnectConfiguration { Issuer = issuer });
    });

    public void Dispose() => metadata.Dispose();

    [Fact]
    public async Task Given_keys_just_read_When_many_ask_Then_the_provider_is_asked_once_an_hour()
    {
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => AskAsync()));
        reads.ShouldBe(1);
        clock.Advance(TimeSpan.FromMinutes(59));
        await AskAsync();
        reads.ShouldBe(1);
        clock.Advance(TimeSpan.FromMinutes(1));
        await AskAsync();
        reads.ShouldBe(2);
    }

    [Fact]
    public async Task Given_a_provider_that_goes_down_Then_the_keys_read_last_serve_for_a_day_and_no_longer()
    {
        await AskAsync();
        issuer = null;
        clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        await AskAsync();
        clock.Advance(TimeSpan.FromSeconds(1));
        await Should.ThrowAsync<ProviderDownException>(AskAsync);
        issuer = Provider.Issuer;
        clock.Advance(TimeSpan.FromMinutes(5));
        await AskAsync();
    }

    [Fact]
    public async Task Given_a_provider_that_is_down_When_many_ask_Then_few_wait_for_it()
    {
        await AskAsync();
        issuer = null;
        clock.Advance(TimeSpan.FromHours(1));
        for (var i = 0; i < 20; i++) await AskAsync();
        reads.ShouldBe(2);
    }

    [Fact]
    public async Task Given_unknown_keys_one_after_the_other_Then_the_provider_is_asked_at_most_once_in_five_minutes()
    {
        await AskAsync();
        for (var second = 0; second < 600; second++)
        {
            metadata.RequestRefresh();
            await AskAsync();
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        reads.ShouldBe(2);
    }

    [Fact]
    public async Task Given_a_provider_never_reached_Then_nothing_is_trusted_until_it_answers()
    {
        issuer = null;
        await Should.ThrowAsync<ProviderDownException>(AskAsync);
        await Should.ThrowAsync<ProviderDownException>(AskAsync);
        reads.ShouldBe(1);
        issuer = Provider.Issuer;
        clock.Advance(TimeSpan.FromSeconds(5));
        await AskAsync();
    }

    [Theory]
    [InlineData("https://idp.example/")]
    [InlineData("https://elsewhere.example")]
    public async Task Given_a_document_of_another_issuer_Then_its_keys_are_not_taken(string other)
    {
        issuer = other;
        await Should.ThrowAsync<ProviderDownException>(AskAsync);
    }

    private Task<OpenIdConnectConfiguration> AskAsync() => metadata.GetConfigurationAsync(default);
}
