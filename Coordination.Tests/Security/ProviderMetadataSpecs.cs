using Coordination.Api.Security.Identity;
using Coordination.Tests.Harness;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Coordination.Tests.Security;

/// <summary>Keys of a provider that is down, changes its keys, or is not who it says (RELIABILITY F-30).</summary>
public sealed class ProviderMetadataSpecs : IDisposable
{
    private static readonly IdentityProvider Provider = new("p", ClaimConvention.Keycloak, "https://idp.example", "c", "s", "openid", null);
    private readonly TestClock clock = new(new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
    private readonly ProviderMetadata metadata;
    private int asked;
    private bool down;
    private string issuer = "https://idp.example";

    public ProviderMetadataSpecs() => metadata = new(Provider, clock, _ =>
    {
        asked++;
        return down ? throw new HttpRequestException("down") : Task.FromResult(new OpenIdConnectConfiguration { Issuer = issuer });
    });

    public void Dispose() => metadata.Dispose();

    [Fact]
    public async Task Given_keys_read_When_the_provider_goes_down_Then_they_serve_for_24_hours_and_no_longer()
    {
        await metadata.GetConfigurationAsync(default);
        down = true;
        clock.Advance(TimeSpan.FromHours(23));
        (await metadata.GetConfigurationAsync(default)).ShouldNotBeNull();
        clock.Advance(TimeSpan.FromHours(1));
        await Should.ThrowAsync<ProviderDownException>(() => metadata.GetConfigurationAsync(default));
    }

    [Fact]
    public async Task Given_a_provider_that_was_never_up_Then_nothing_is_trusted_until_it_is()
    {
        down = true;
        await Should.ThrowAsync<ProviderDownException>(() => metadata.GetConfigurationAsync(default));
        down = false;
        clock.Advance(TimeSpan.FromSeconds(5));
        (await metadata.GetConfigurationAsync(default)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Given_unknown_keys_When_many_ask_Then_they_are_read_again_once_in_five_minutes()
    {
        await metadata.GetConfigurationAsync(default);
        clock.Advance(TimeSpan.FromMinutes(5));
        for (var i = 0; i < 50; i++)
        {
            metadata.RequestRefresh();
            await metadata.GetConfigurationAsync(default);
        }

        asked.ShouldBe(2);
        clock.Advance(TimeSpan.FromMinutes(5));
        metadata.RequestRefresh();
        await metadata.GetConfigurationAsync(default);
        asked.ShouldBe(3);
    }

    [Fact]
    public async Task Given_keys_read_When_many_ask_Then_the_provider_is_asked_once_an_hour_And_while_it_is_down_few_wait_for_it()
    {
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => metadata.GetConfigurationAsync(default)));
        clock.Advance(TimeSpan.FromMinutes(59));
        await metadata.GetConfigurationAsync(default);
        asked.ShouldBe(1);
        down = true;
        clock.Advance(TimeSpan.FromMinutes(1));
        for (var i = 0; i < 20; i++) await metadata.GetConfigurationAsync(default);
        asked.ShouldBe(2);
    }

    [Theory]
    [InlineData("https://other.example")]
    [InlineData("https://idp.example/")]
    public async Task Given_a_document_that_names_another_issuer_Then_it_is_not_trusted(string other)
    {
        issuer = other;
        await Should.ThrowAsync<ProviderDownException>(() => metadata.GetConfigurationAsync(default));
    }
}
