using System.Text;
using Coordination.Api.Exchange.Hl7.Pam;
using Coordination.Simulator.Load;
using Coordination.Simulator.Territory;

namespace Coordination.Tests.Ops;

public sealed class CrowdTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
    private readonly Crowd crowd = new();

    [Fact]
    public void Given_the_whole_crowd_When_looked_at_Then_nobody_shares_an_identifier_with_another_or_with_the_demo()
    {
        var all = Enumerable.Range(0, Crowd.Most).Select(crowd.Person).Concat(DemoTerritory.Create().Persons).ToList();
        all.Select(p => p.Ins.Matricule).Distinct().Count().ShouldBe(all.Count);
        all.Select(p => p.Ipp).Distinct().Count().ShouldBe(all.Count);
        all.Select(p => p.Number).Distinct().Count().ShouldBe(all.Count);
    }

    [Fact]
    public void Given_announcements_of_one_instant_When_made_Then_each_is_applicable_and_has_ids_of_its_own()
    {
        var announcements = Enumerable.Range(0, 200).Select(i => crowd.Announce(i, Now)).ToList();
        announcements.Select(a => a.ControlId).Distinct().Count().ShouldBe(200);
        announcements.Select(a => a.Person).Distinct().Count().ShouldBe(200);
        foreach (var announcement in announcements)
        {
            var reading = PamReader.Read(announcement.Body.Span, LinkProfile.Of("demo", LinkMode.Test), Now);
            reading.Disposition.ShouldBe(PamDisposition.Readable, Encoding.UTF8.GetString(announcement.Body.Span));
            reading.Header.ControlId.ShouldBe(announcement.ControlId);
        }
    }

    [Fact]
    public void Given_a_number_beyond_the_crowd_When_asked_for_Then_it_is_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => crowd.Person(Crowd.Most));
    }
}
