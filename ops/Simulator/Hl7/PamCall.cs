using System.Globalization;
using Coordination.Domain.Identifiers;
using Coordination.Simulator.Territory;

namespace Coordination.Simulator.Hl7;

/// <summary>One call: the message and the journal after it.</summary>
internal sealed class PamCall(DemoPerson person, DemoHospital hospital, PamOrder order, DateTimeOffset now, StayJournal journal)
{
    private long counter = journal.Counter;
    private SentPerson sent = journal.Of(person.Number);

    public StayJournal Journal => new(counter, new Dictionary<int, SentPerson>(journal.Persons) { [person.Number] = sent });

    private Ins CurrentIns => sent.Matricule is { } changed && Ins.TryParse(changed, person.Ins.Oid, out var ins) ? ins : person.Ins;

    private DateTimeOffset? Asked => order.InHours is { } hours ? now.AddHours(hours) : null;

    public string Make() => order.Trigger switch
    {
        "A01" => Open("I", now, null),
        "A04" => Open("E", now, null),
        "A05" => Open("I", now.AddDays(2), now.AddDays(2)),
        "A02" => Insert(Stay(), "A02", "ADT_A02", now, null),
        "A16" => Pending(Stay()),
        "A03" => Insert(Stay() with { DischargedAt = now }, "A03", "ADT_A03", now, null),
        "A13" => Cancel(Stay() with { DischargedAt = null }, "A03", "ADT_A01"),
        "A25" => Cancel(Stay() with { ExpectedDischargeAt = null }, "A16", "ADT_A21"),
        "Z99" => Correct(Stay()),
        "A47" => ChangeIns(),
        _ => throw new PamOrderException($"unknown event; one of {string.Join(", ", PamOrder.Triggers)} expected"),
    };

    private string Open(string patientClass, DateTimeOffset admittedAt, DateTimeOffset? planned)
    {
        var stay = New(patientClass, admittedAt) with { ExpectedDischargeAt = Asked };
        return Insert(stay, order.Trigger, order.Trigger == "A05" ? "ADT_A05" : "ADT_A01", admittedAt, planned);
    }

    private string Pending(SentStay stay)
    {
        var expected = Asked ?? PamMessageFactory.NextFriday(now);
        return Insert(stay with { ExpectedDischargeAt = expected }, "A16", "ADT_A16", now, expected);
    }

    private string Insert(SentStay stay, string trigger, string structure, DateTimeOffset startedAt, DateTimeOffset? planned)
    {
        var movement = new SentMovement(Next("M"), trigger, startedAt);
        Keep(stay with { Movements = [.. stay.Movements, movement] });
        return Text(structure, stay, new(movement.Id, startedAt, "INSERT", ""), planned);
    }

    private string Cancel(SentStay stay, string original, string structure)
    {
        var movement = stay.Standing(original)
            ?? throw new PamOrderException($"nothing to cancel: no standing {original} in stay {stay.Number} of person {person.Number}");
        Keep(stay.Without(movement));
        return Text(structure, stay, new(movement.Id, movement.StartedAt, "CANCEL", original), null);
    }

    private string Correct(SentStay stay)
    {
        var movement = stay.Movements.LastOrDefault(m => !m.Cancelled)
            ?? throw new PamOrderException($"nothing to correct in stay {stay.Number} of person {person.Number}");
        stay = stay with { ExpectedDischargeAt = Asked ?? stay.ExpectedDischargeAt };
        Keep(stay);
        var planned = movement.Trigger == "A16" ? stay.ExpectedDischargeAt : null;
        return Text("ADT_A01", stay, new(movement.Id, movement.StartedAt, "UPDATE", movement.Trigger), planned);
    }

    private string ChangeIns()
    {
        var previous = CurrentIns;
        var next = PamMessageFactory.Renumbered(previous);
        sent = sent with { Matricule = next.Matricule };
        return PamText.Identity(person, hospital, order.Trigger, Next("D"), now, next, previous);
    }

    private string Text(string structure, SentStay stay, PamText.MovementFields movement, DateTimeOffset? planned) =>
        PamText.Movement(person, hospital, order.Trigger, structure, Next("D"), now, CurrentIns, stay, movement, planned);

    // Without a stay of its own, a later event opens one of two days ago: an A16 of an unknown stay is what a new link often sees first.
    private SentStay Stay() => order.Stay is { } number
        ? sent.Stays.FirstOrDefault(s => s.Number == number) ?? throw new PamOrderException($"person {person.Number} has no stay {number}")
        : sent.Stays.Count > 0 ? sent.Stays[^1] : Implied();

    private SentStay Implied()
    {
        var admittedAt = now.AddDays(-2);
        var stay = New("I", admittedAt);
        return stay with { Movements = [new SentMovement(Next("M"), "A01", admittedAt)] };
    }

    private SentStay New(string patientClass, DateTimeOffset admittedAt) =>
        new(sent.Stays.Count + 1, Next("D"), Next("V"), patientClass, admittedAt, null, null, []);

    private void Keep(SentStay stay) =>
        sent = sent with { Stays = [.. sent.Stays.Where(s => s.Number != stay.Number).Append(stay).OrderBy(s => s.Number)] };

    // The time makes a number fresh even when the journal was erased while the platform kept its data.
    private string Next(string prefix) =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}{now.ToUnixTimeMilliseconds():X}{++counter:0000}");
}
