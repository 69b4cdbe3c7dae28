using Coordination.Api.CareRecord;
using Coordination.Api.Hosting;
using Coordination.Api.Resources;

namespace Coordination.Tests.GraphQL;

public sealed class TextsSpecs
{
    [Fact]
    public void Given_a_key_without_words_When_looked_for_Then_none_and_when_needed_Then_a_fault()
    {
        Texts.Find("Closure.no_such_event").ShouldBeNull();
        Should.Throw<InvalidOperationException>(() => Texts.Get("Closure.no_such_event"));
        Texts.Find("Closure.Other").ShouldNotBeNull();
    }

    [Fact]
    public void Given_every_event_Then_it_is_said_in_words_and_every_stream_of_a_person_is_named()
    {
        StoreRegistrations.Create(TimeProvider.System).Events.All.Select(m => $"Event.{m.Alias}")
            .Concat(PersonStreams.All.Select(s => $"Stream.{s.Type}"))
            .Where(key => Texts.Find(key, "", "") is null).ShouldBeEmpty();
    }
}
