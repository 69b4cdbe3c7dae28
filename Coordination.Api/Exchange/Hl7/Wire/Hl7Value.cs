using System.Text;

namespace Coordination.Api.Exchange.Hl7.Wire;

/// <summary>
/// A field, a repetition, a component or a subcomponent: a slice of the message, decoded only when its text is asked for.
/// What is absent reads as empty, at any depth; nothing here throws.
/// </summary>
public readonly struct Hl7Value
{
    private readonly string? source;
    private readonly int start;
    private readonly int length;
    private readonly Hl7Separators separators;
    private readonly Encoding? charset;

    internal Hl7Value(string source, int start, int length, Hl7Separators separators, Encoding charset) =>
        (this.source, this.start, this.length, this.separators, this.charset) = (source, start, length, separators, charset);

    /// <summary>The slice as sent, escapes included.</summary>
    public ReadOnlySpan<char> Raw => source.AsSpan(start, length);

    /// <summary>Nothing was sent: unknown.</summary>
    public bool IsEmpty => length == 0;

    /// <summary><c>""</c> was sent: the value is to be deleted.</summary>
    public bool IsDelete => Raw is "\"\"";

    /// <summary>The text with its escapes decoded; empty when absent or <c>""</c>.</summary>
    public string Text => IsEmpty || IsDelete ? "" : Hl7Escape.Decode(Raw, separators, charset!);

    /// <summary>Number of repetitions; 0 when empty.</summary>
    public int RepetitionCount => IsEmpty ? 0 : Raw.Count(separators.Repetition) + 1;

    /// <summary>The repetitions in their order; none when empty.</summary>
    public IEnumerable<Hl7Value> Repetitions
    {
        get
        {
            var count = RepetitionCount;
            var rest = this;
            for (var i = 0; i < count; i++)
            {
                var end = rest.Raw.IndexOf(separators.Repetition);
                yield return end < 0 ? rest : rest.Slice(0, end);
                rest = end < 0 ? default : rest.Slice(end + 1, rest.length - end - 1);
            }
        }
    }

    /// <summary>Repetition by its place, from 0.</summary>
    public Hl7Value Rep(int index) => Part(separators.Repetition, index);

    /// <summary>Component by its number, from 1; of the first repetition when asked of a field.</summary>
    public Hl7Value Component(int number) => Rep(0).Part(separators.Component, number - 1);

    /// <summary>Subcomponent by its number, from 1.</summary>
    public Hl7Value Subcomponent(int number) => Part(separators.Subcomponent, number - 1);

    /// <summary>The decoded text.</summary>
    public override string ToString() => Text;

    private Hl7Value Part(char separator, int index)
    {
        var rest = this;
        for (; index > 0; index--)
        {
            var end = rest.Raw.IndexOf(separator);
            if (end < 0) return default;
            rest = rest.Slice(end + 1, rest.length - end - 1);
        }

        var close = index < 0 ? 0 : rest.Raw.IndexOf(separator);
        return close < 0 ? rest : rest.Slice(0, close);
    }

    private Hl7Value Slice(int from, int count) => source is null ? default : new(source, start + from, count, separators, charset!);
}
