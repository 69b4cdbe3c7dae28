using Coordination.Api.Security.Development;
using Coordination.Domain.Identifiers;
using Coordination.Tests.Exchange.Hl7.Intake;
using Coordination.Tests.GraphQL;
using Coordination.Tests.Harness;

namespace Coordination.Tests.Security;

/// <summary>A platform that logs everything it can.</summary>
public sealed class LoggingFixture : PlatformFixture
{
    /// <inheritdoc />
    protected override string LogLevel => "Verbose";
}

/// <summary>No sink holds a name, a matricule or the body of a message, whatever happens.</summary>
public sealed class LogSpecs(LoggingFixture platform) : IClassFixture<LoggingFixture>
{
    [Fact]
    public async Task Given_a_whole_story_with_canaries_When_every_log_is_read_Then_none_holds_them()
    {
        var matricule = $"2420647995{123:000}";
        var ins = $"{matricule}{Ins.Key(matricule):00}";
        Ins.TryParse(ins, "1.2.250.1.213.1.4.10", out var parsed).ShouldBeTrue();
        await platform.FollowAsync("CANARYIPP1", Story.Traits("CANARYNAME", "Canarygiven") with { Ins = parsed });
        var message = new DemoMessage("A16", "CANARYIPP1") { Visit = "V1", Ins = ins, Expected = "20261127150000" };
        await platform.SendAsync(message.Bytes);
        await platform.SendAsync((message with { ControlId = "C2", WithMovement = false }).Bytes);
        await platform.SettleAsync();
        using var client = platform.Client(DemoUsers.All["coordinator"]);
        (await client.AskAsync("{ alerts { nodes { id subject { birthName insMasked } } } }")).Text.ShouldContain("CANARYNAME");
        (await client.AskAsync("query($t: String) { alerts(where: { text: $t }) { totalCount nodes { nope } } }", new { t = "CANARYNAME" })).Text.ShouldNotContain("CANARYNAME");

        var logs = await platform.ReadLogsAsync();
        logs.ShouldContain("hl7 A16");
        foreach (var canary in new[] { "CANARYNAME", "Canarygiven", "CANARYIPP1", ins, matricule, "DURAND", "PID|" })
        {
            logs.ShouldNotContain(canary);
            (await platform.ScalarAsync<long>("select count(*) from audit.reading r where strpos(r::text, $1) > 0", canary)).ShouldBe(0);
            (await platform.ScalarAsync<long>("select count(*) from wolverine_dead_letters d where strpos(d::text, $1) > 0 or strpos(encode(d.body, 'escape'), $1) > 0", canary)).ShouldBe(0);
        }
    }
}
