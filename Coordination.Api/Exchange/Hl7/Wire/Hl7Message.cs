using System.Text;

namespace Coordination.Api.Exchange.Hl7.Wire;

/// <summary>A message cut into segments and fields, over its one decoded text. Made by <see cref="Hl7Parser"/>.</summary>
public sealed class Hl7Message
{
    private readonly string text;
    private readonly List<Hl7Segment> segments = [];
    private readonly List<(int Start, int Length)> fields = [];

    internal Hl7Message(string text, Hl7Separators separators, Encoding charset) =>
        (this.text, Separators, Charset) = (text, separators, charset);

    /// <summary>What MSH-1 and MSH-2 chose.</summary>
    public Hl7Separators Separators { get; }

    /// <summary>The character set that the bytes were read with.</summary>
    public Encoding Charset { get; }

    /// <summary>Every segment in the order sent.</summary>
    public IReadOnlyList<Hl7Segment> Segments => segments;

    /// <summary>The first segment of that name; an absent one when there is none.</summary>
    public Hl7Segment this[string name]
    {
        get
        {
            foreach (var segment in segments)
            {
                if (segment.Name == name) return segment;
            }

            return default;
        }
    }

    /// <summary>The segments of that name in the order sent.</summary>
    public IEnumerable<Hl7Segment> All(string name) => segments.Where(s => s.Name == name);

    internal int FieldTotal => fields.Count;

    internal Hl7Value FieldAt(int index) =>
        new(text, fields[index].Start, fields[index].Length, Separators, Charset);

    internal void AddField(int start, int length) => fields.Add((start, length));

    internal void AddSegment(string name, int firstField) =>
        segments.Add(new Hl7Segment(this, name, firstField, fields.Count - firstField));
}
