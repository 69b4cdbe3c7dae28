using Coordination.Domain.Contacts;
using Coordination.Domain.Kernel;
using Coordination.Domain.Tasks;

namespace Coordination.Simulator.History.Stories;

/// <summary>Half a coordinator's day: calls, visits and meetings about a person, and the tasks that come of them.</summary>
public sealed class WorkStory : IStory
{
    private static readonly Guid Contacts = new("47a0b5de-6c1d-4d61-9f0f-5a2f8a8c4704"), Tasks = new("47a0b5de-6c1d-4d61-9f0f-5a2f8a8c4705");

    // Contacts a day by pace: with the tasks that follow, a complex situation has something every day.
    private static readonly double[] ADay = [0.02, 0.135, 0.62];

    /// <inheritdoc />
    public void Tell(Life life, Chronicle chronicle)
    {
        var dice = life.Dice("work");
        var number = 0;
        foreach (var phase in life.Phases)
        {
            var days = phase.To.DayNumber - phase.From.DayNumber;
            for (var n = dice.Times(ADay[(int)phase.Pace] * days); n > 0; n--)
            {
                var at = dice.AtWork(dice.Day(phase.From, phase.To));
                if (DateOnly.FromDateTime(at.DateTime) < life.Over) Contact(life, chronicle, dice, at, ++number);
            }
        }
    }

    private static void Contact(Life life, Chronicle chronicle, Territory.Dice dice, DateTimeOffset at, int number)
    {
        var id = DeterministicGuid.V5(Contacts, $"{life.Person.Id}|{number}");
        var by = Chronicle.By(life.ReferentOn(DateOnly.FromDateTime(at.DateTime)));
        var party = (ContactParty)dice.Weighted(35, 20, 35, 10);
        var facts = new ContactFacts(
            (ContactChannel)dice.Weighted(70, 10, 8, 12), (ContactDirection)dice.Weighted(65, 35), party is ContactParty.Structure ? ContactParty.Other : party, null, null,
            at.AddMinutes(-10 - dice.Roll(50)), 3 + dice.Roll(25), (ContactOutcome)dice.Weighted(70, 14, 8, 6, 2));
        chronicle.Tell<RecordedContact>(id, (state, fact) => RecordedContact.Evolve(state, (ContactEvent)fact), tale =>
        {
            tale.Run(new RecordContact(life.Person.Id, facts, new(null, dice.Pick(Words.Contacts))), by, at);
            if (dice.Chance(0.02)) tale.Run(new CorrectContact(life.Person.Id, facts with { Minutes = facts.Minutes + 5 }, new(null, dice.Pick(Words.Contacts))), by, at.AddMinutes(30));
        });
        if (dice.Chance(0.3)) Task(life, chronicle, dice, at.AddMinutes(2), id, number);
    }

    private static void Task(Life life, Chronicle chronicle, Territory.Dice dice, DateTimeOffset at, Guid contact, int number) => chronicle.Tell<WorkTask>(
        DeterministicGuid.V5(Tasks, $"{life.Person.Id}|{number}"), (state, fact) => WorkTask.Evolve(state, (TaskEvent)fact), tale =>
        {
            var owner = life.ReferentOn(DateOnly.FromDateTime(at.DateTime));
            var due = dice.AtWork(DateOnly.FromDateTime(at.DateTime).AddDays(1 + dice.Roll(20)));
            tale.Run(new CreateTask(life.Person.Id, life.Person.Id, (TaskKind)dice.Weighted(30, 10, 15, 10, 10, 5, 20), dice.Pick(Words.Tasks), owner, due, null, new(TaskOriginKind.Contact, contact)), Chronicle.By(owner), at);
            if (dice.Chance(0.15))
            {
                var moment = due.AddHours(-1) > at ? due.AddHours(-1) : at.AddHours(1);
                due = dice.AtWork(DateOnly.FromDateTime(due.DateTime).AddDays(3 + dice.Roll(10)));
                tale.Run(new PostponeTask(due, null, (PostponeReason)dice.Roll(5)), Chronicle.By(owner), moment);
            }

            // Nothing stays open of a record that is closed.
            var done = life.Ending is null ? due.AddHours(dice.Roll(60) - 20) : Earlier(due, WorkingDays.FromParis(life.Over, new(8, 0)));
            if (life.Ending is not null || dice.Chance(0.96)) tale.Run(new CompleteTask((TaskOutcome)dice.Weighted(80, 14, 6), null), Chronicle.By(owner), done);
        });

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
