using Platform.Messaging;

namespace Coordination.Tests.Platform.Messaging;

public sealed class DeadLetterTests(MessagingDatabase database) : IClassFixture<MessagingDatabase>
{
    private bool _healthy;

    [Fact]
    public async Task Given_a_dead_letter_When_listed_Then_it_tells_type_and_place_but_nothing_of_the_contents()
    {
        await using var node = Failing();
        await SendAsync(node, 4711);

        var letter = (await node.Runtime.DeadLetters.ListAsync(node.Tenant)).Single();

        letter.MessageType.ShouldBe("count");
        letter.ExceptionType.ShouldBe(typeof(InvalidOperationException).FullName);
        letter.ExceptionMessage.ShouldNotBeNull().ShouldContain(nameof(DeadLetterTests));
        letter.ToString().ShouldNotContain("4711");
        letter.Readable.ShouldBeTrue();
    }

    [Fact]
    public async Task Given_a_dead_letter_When_replayed_after_the_cause_is_gone_Then_it_is_handled_once()
    {
        await using var node = Failing();
        await SendAsync(node, 1);
        var ids = (await node.Runtime.DeadLetters.ListAsync(node.Tenant)).Select(letter => letter.Id).ToArray();

        _healthy = true;
        (await node.Runtime.DeadLetters.ReplayAsync(ids, "operator-1")).ShouldBe(1);
        (await node.Runtime.DeadLetters.ReplayAsync(ids, "operator-1")).ShouldBe(0);
        await node.Runtime.DrainAsync();

        (await node.EffectsAsync()).ShouldBe([1]);
        (await node.Runtime.DeadLetters.ListAsync(node.Tenant)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Given_a_dead_letter_When_replayed_in_vain_Then_it_is_listed_again_once()
    {
        await using var node = Failing();
        await SendAsync(node, 1);
        var first = (await node.Runtime.DeadLetters.ListAsync(node.Tenant)).Single();

        await node.Runtime.DeadLetters.ReplayAsync([first.Id], "operator-1");
        await node.Runtime.DrainAsync();

        (await node.Runtime.DeadLetters.ListAsync(node.Tenant)).Single().Id.ShouldBe(first.Id);
    }

    [Fact]
    public async Task Given_a_discarded_dead_letter_When_the_same_id_is_sent_again_Then_nothing_happens()
    {
        await using var node = Failing();
        var id = Guid.NewGuid();
        await SendAsync(node, 1, id);
        var letter = (await node.Runtime.DeadLetters.ListAsync(node.Tenant)).Single();

        (await node.Runtime.DeadLetters.DiscardAsync([letter.Id], "operator-1", "sent in error")).ShouldBe(1);
        _healthy = true;
        await SendAsync(node, 1, id);

        (await node.EffectsAsync()).ShouldBeEmpty();
        (await node.Runtime.DeadLetters.ListAsync(node.Tenant)).ShouldBeEmpty();
        (await node.InboxAsync()).ShouldBe(["Handled:1"]);
    }

    [Fact]
    public async Task Given_one_damaged_row_among_many_When_listed_and_replayed_Then_all_others_work_and_the_bad_one_is_shown()
    {
        await using var node = Failing();
        for (var number = 0; number < 5; number++)
        {
            await SendAsync(node, number);
        }

        var damaged = (await node.Runtime.DeadLetters.ListAsync(node.Tenant))[2].Id;
        await database.ExecuteAsSuperuserAsync(
            "update wolverine_dead_letters set message_type = null, message_version = null, body = '\\x00ff', headers = '[1]', " +
            $"sent_at = null, attempts = null, exception_type = null where id = '{damaged.MessageId}'");

        var letters = await node.Runtime.DeadLetters.ListAsync(node.Tenant);
        letters.Count.ShouldBe(5);
        letters.Where(letter => !letter.Readable).Select(letter => letter.Id).ShouldBe([damaged]);

        _healthy = true;
        await node.Runtime.DeadLetters.ReplayAsync([.. letters.Select(letter => letter.Id)], "operator-1");
        await node.Runtime.DrainAsync();
        (await node.EffectsAsync()).Count.ShouldBe(4);
        (await node.Runtime.DeadLetters.ListAsync(node.Tenant)).Single().ExceptionType.ShouldBe(typeof(UnreadableMessageException).FullName);
    }

    [Fact]
    public async Task Given_an_unreadable_message_in_the_inbox_When_leased_with_others_Then_only_it_becomes_a_dead_letter()
    {
        _healthy = true;
        await using var node = Failing();
        await node.Bus.SendAsync(new Count(1));
        await node.Bus.SendAsync(new Count(2));
        await node.Bus.SendAsync(new Count(3));
        await database.ExecuteAsSuperuserAsync(
            "update wolverine_incoming_envelopes set body = convert_to('{\"number\":\"SECRET\"}', 'UTF8'), headers = '[1]' " +
            $"where tenant_id = '{node.Tenant}' and convert_from(body, 'UTF8') like '%2%'");

        await node.Runtime.DrainAsync();

        (await node.EffectsAsync()).ShouldBe([1, 3]);
        var letter = (await node.Runtime.DeadLetters.ListAsync(node.Tenant)).Single();
        letter.Readable.ShouldBeFalse();
        letter.ExceptionMessage.ShouldNotBeNull().ShouldNotContain("SECRET");
    }

    [Fact]
    public async Task Given_a_dead_letter_table_that_refuses_When_a_message_fails_for_good_Then_the_message_is_not_lost()
    {
        var clock = new TestClock();
        await using var node = Failing(clock);
        await database.ExecuteAsSuperuserAsync(
            $"alter table wolverine_dead_letters add constraint broken check (tenant_id <> '{node.Tenant}') not valid");
        await SendAsync(node, 1);
        (await node.Runtime.DeadLetters.ListAsync(node.Tenant)).ShouldBeEmpty();

        await database.ExecuteAsSuperuserAsync("alter table wolverine_dead_letters drop constraint broken");
        clock.Advance(TimeSpan.FromMinutes(2));
        await node.Runtime.DrainAsync();

        (await node.Runtime.DeadLetters.ListAsync(node.Tenant)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Given_dead_letters_When_listed_in_pages_Then_each_is_seen_once()
    {
        await using var node = Failing();
        for (var number = 0; number < 5; number++)
        {
            await SendAsync(node, number);
        }

        var all = new List<DeadLetterId>();
        for (DeadLetter? last = null; ;)
        {
            var page = await node.Runtime.DeadLetters.ListAsync(node.Tenant, 2, last);
            if (page.Count == 0)
            {
                break;
            }

            all.AddRange(page.Select(letter => letter.Id));
            last = page[^1];
        }

        all.Count.ShouldBe(5);
        all.Distinct().Count().ShouldBe(5);
    }

    private static async Task SendAsync(TestNode node, int number, Guid? id = null)
    {
        await node.Bus.SendAsync(new Count(number), new DeliveryOptions { MessageId = id });
        await node.Runtime.DrainAsync();
    }

    private TestNode Failing(TimeProvider? clock = null) => database.Node(
        options =>
        {
            options.Policies.OnException<InvalidOperationException>().MoveToErrorQueue();
            options.CountInto((message, _) => _healthy ? Task.CompletedTask : throw new InvalidOperationException($"number {message.Number}"));
        },
        clock);
}
