using Coordination.Tests.Harness;
using Platform.EventStore;

namespace Coordination.Tests.Exchange.Hl7.BadInput;

/// <summary>For as long as it lives the demo link carries one sender only; before and after, any.</summary>
internal sealed class StrictSenders(PlatformFixture platform) : IAsyncDisposable
{
    public Task EnterAsync() => SetAsync("GAM", "CHD");

    public async ValueTask DisposeAsync() => await SetAsync("*", "*");

    private async Task SetAsync(string application, string facility)
    {
        await using var command = platform.Get<Database>().Worker.CreateCommand(
            $"update interface_link set sending_application = '{application}', sending_facility = '{facility}' where id = 'demo'");
        await command.ExecuteNonQueryAsync();
    }
}
