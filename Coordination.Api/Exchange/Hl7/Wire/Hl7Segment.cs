namespace Coordination.Api.Exchange.Hl7.Wire;

/// <summary>One segment of a message; an absent one has only empty fields.</summary>
public readonly struct Hl7Segment
{
    private readonly Hl7Message? message;
    private readonly string? name;
    private readonly int firstField;

    internal Hl7Segment(Hl7Message message, string name, int firstField, int fieldCount) =>
        (this.message, this.name, this.firstField, FieldCount) = (message, name, firstField, fieldCount);

    /// <summary>Three characters; empty for an absent segment.</summary>
    public string Name => name ?? "";

    /// <summary>How many fields were sent; MSH-1 and MSH-2 count.</summary>
    public int FieldCount { get; }

    /// <summary>The segment is in the message.</summary>
    public bool IsPresent => message is not null;

    /// <summary>Field by its number of the standard, from 1; empty when not sent. MSH-1 is the separator, MSH-2 the encoding characters.</summary>
    public Hl7Value Field(int number) =>
        message is null || number < 1 || number > FieldCount ? default : message.FieldAt(firstField + number - 1);
}
