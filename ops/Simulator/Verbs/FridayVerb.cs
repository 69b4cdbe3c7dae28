using System.CommandLine;
using System.Globalization;
using Coordination.Simulator.Hl7;

namespace Coordination.Simulator.Verbs;

/// <summary>
/// <c>demo friday</c>: plays the story of a discharge on the running platform, through its own doors: the hospital's feed over MLLP, its
/// social worker and the coordinator over GraphQL. Each step waits for what it should show, and fails when that does not come.
/// </summary>
public static class FridayVerb
{
    private static readonly TimeSpan Shown = TimeSpan.FromHours(48);

    /// <summary>The command, under <c>demo</c>.</summary>
    public static Command Create(string dataFolder)
    {
        var person = new Option<int>("--person") { Description = "First of the two demo persons it is about, 1–49", DefaultValueFactory = _ => 11 };
        var hours = new Option<double?>("--in") { Description = "Hours to the discharge, at most 47; by default Friday 15:00 when that is near enough, else 46 h" };
        var pause = new Option<double>("--pause") { Description = "Seconds between the steps, to watch the screens", DefaultValueFactory = _ => 0 };
        hours.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<double?>() is { } value && value is not (>= 1 and <= 47)) r.AddError("--in: 1 to 47 hours expected, so that the 48-hour alert shows at once");
        });
        person.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<int>() is not (>= 1 and <= 49)) r.AddError("--person: a number from 1 to 49 expected");
        });
        var command = new Command("friday", "Plays the story of a Friday discharge: announced, alerted, confirmed, moved, done.") { person, hours, pause };
        command.SetAction((result, cancellation) => PlayAsync(
            new(dataFolder, TimeSpan.FromSeconds(Math.Clamp(result.GetValue(pause), 0, 600)), cancellation),
            result.GetValue(person), result.GetValue(hours)));
        return command;
    }

    private static async Task PlayAsync(StoryPlayer player, int number, double? inHours)
    {
        using (player)
        {
            var now = TimeProvider.System.GetUtcNow();
            var friday = PamMessageFactory.NextFriday(now);
            var expected = inHours is { } hours ? now.AddHours(hours) : friday - now <= Shown ? friday : now.AddHours(46);
            var ahead = (expected - now).TotalHours;
            var first = player.Person(number);
            var second = player.Person(number + 1);

            await player.SayAsync($"The hospital admits {first.BirthName} (A01).");
            await player.SendAsync(first, "A01");
            await player.ExpectAsync(first, "AL05 VIGILANCE RAISED");

            await player.SayAsync($"It announces the discharge for {expected.ToLocalTime():ddd HH:mm} (A16): nobody knows yet what is needed at home.");
            await player.SendAsync(first, "A16", ahead);
            await player.ExpectAsync(first, ahead <= 24 ? "AL47 URGENT RAISED" : "AL47 VIGILANCE RAISED");

            await player.SayAsync("Its social worker fills the form: nursing and meals. Under 48 h, nursing is not confirmed: AL01.");
            await player.AnnounceAsync(first, expected, ["NURSING", "MEALS"]);
            await player.ExpectAsync(first, "AL47 RESOLVED", "AL01 URGENT RAISED");

            await player.SayAsync("The coordinator reads it and takes charge: the hospital sees by whom.");
            await player.SeeAndTakeAsync(first, "AL01");

            await player.SayAsync("The nurse she calls can only come two days later: « confirmé trop tard », the alert stays.");
            await player.ConfirmAsync(first, "NURSING", expected.AddHours(47));
            await player.ExpectAsync(first, "AL01 URGENT TAKEN");

            await player.SayAsync("Another one comes the same evening: AL01 resolves on every screen.");
            await player.ConfirmAsync(first, "NURSING", expected.AddHours(3));
            await player.ExpectAsync(first, "AL01 RESOLVED");

            await player.SayAsync("The hospital moves the date by two hours: AL09, until the nurse confirms again.");
            await player.AnnounceAsync(first, expected.AddHours(2), ["NURSING", "MEALS"]);
            await player.ExpectAsync(first, "AL09 VIGILANCE RAISED");
            await player.ConfirmAsync(first, "NURSING", expected.AddHours(4));
            await player.ExpectAsync(first, "AL09 RESOLVED");

            await player.SayAsync("She leaves earlier than announced (A03), and nobody has confirmed the meals: AL02, critical, which cites the others. The fact is never refused.");
            await player.SendAsync(first, "A03");
            await player.ExpectAsync(first, "AL02 CRITICAL RAISED");
            if (ahead > 20) await player.ExpectAsync(first, "AL01 URGENT RAISED");

            await player.SayAsync($"{second.BirthName} was announced with nursing needed, and stays in the inbox for you.");
            await player.SendAsync(second, "A01");
            await player.SendAsync(second, "A16", ahead);
            await player.AnnounceAsync(second, expected, ["NURSING"]);
            await player.ExpectAsync(second, "AL01 URGENT RAISED");

            await player.SayAsync("Somebody without a record is announced: a request for support in the DAC's queue, and no record.");
            await player.RequestAsync(expected);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Done: {player.Address} – coordinatrice DAC: inbox and « Demandes d'appui »; assistante sociale: her discharges."));
        }
    }
}
