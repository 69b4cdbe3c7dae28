using System.Text;
using Coordination.Api.Exchange.Hl7.Mllp;
using Coordination.Tests.Exchange.Hl7.Intake;
using Coordination.Tests.Security;

namespace Coordination.Tests.Exchange.Hl7.BadInput;

/// <summary>Every message of this repository, and a followed person's, spoilt in every way, sent over one connection to a platform that logs all it can.</summary>
public sealed class SweepSpecs(LoggingFixture platform) : IClassFixture<LoggingFixture>
{
    private static readonly string[] Canaries = ["MARTEAU", "LE GALL", "HÉLÈNE", "DURAND", "JEANNE", "19420519", "242054700104273", "900017"];
    private readonly List<string> wrong = [];

    public static TheoryData<string> Names => [.. Er7.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Given_a_message_cut_anywhere_When_sent_Then_it_is_answered_by_the_rule_and_the_connection_lives(string name)
    {
        var bytes = Encoding.UTF8.GetBytes(Er7.Text(name));
        var cuts = Enumerable.Range(0, bytes.Length).Where(i => i % 13 == 0 || bytes[i] is (byte)'|' or (byte)'\r');
        await SendAllAsync(cuts.Select(length => bytes[..length]));
    }

    [Fact]
    public async Task Given_a_field_emptied_repeated_or_swapped_When_sent_Then_it_is_answered_and_nothing_of_it_is_logged_or_kept_open()
    {
        var message = new DemoMessage("A16", HospitalFeed.NextIpp()) { Expected = "20261127150000" };
        await platform.FollowAsync(message.Ipp, HospitalFeed.Traits());
        await SendAllAsync(Spoilt.All(Encoding.UTF8.GetString(message.Bytes)).Select(HospitalFeed.Utf8));

        var logs = await platform.ReadLogsAsync();
        foreach (var canary in Canaries) logs.ShouldNotContain(canary);
        foreach (var column in (string[])["trigger", "coalesce(problem, '')", "encode(coalesce(body, ''), 'escape')"])
            (await platform.CountAsync<long>($"select count(*) from hl7_message where {column} ~ '{string.Join('|', Canaries)}'")).ShouldBe(0, column);
        (await platform.AskAsync((message with { ControlId = HospitalFeed.NextIpp() }).Bytes)).Verdict().ShouldBe("AA");
    }

    private async Task SendAllAsync(IEnumerable<byte[]> messages)
    {
        using var client = await MllpClient.ConnectAsync(platform.Mllp.Address.ToString(), platform.Mllp.Port);
        var number = 0;
        foreach (var message in messages)
        {
            var ack = HospitalFeed.Parse(await client.SendAsync(message, MllpPeer.Patience));
            var said = ack.Verdict();
            number++;
            var explained = said == "AA" || ack["ERR"].IsPresent;
            if (said[..2] is not ("AA" or "AE" or "AR") || !explained || ack["MSH"].Field(9).Component(1).Text != "ACK") wrong.Add($"{number}: {said}");
            if (ack.All("ERR").Any(e => Canaries.Any(c => $"{e.Field(2).Text}{e.Field(5).Text}{e.Field(8).Text}".Contains(c, StringComparison.Ordinal)))) wrong.Add($"{number}: content in ERR");
        }

        wrong.ShouldBeEmpty();
        number.ShouldBeGreaterThan(50);
    }
}
