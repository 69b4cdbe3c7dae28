using System.Collections.Immutable;
using Coordination.Domain.CareRecord;

namespace Coordination.Api.CareRecord;

/// <summary>One line of what goes along to be read, in words: the territory that receives it writes its own plan, team and assessments.</summary>
public sealed record ExportedLine(TransferPart Part, DataClass Class, string Text);

/// <summary>What was agreed to go along with a record. It exists sealed only, with the key of the person where it arrives.</summary>
public sealed record TransferExport(
    PersonTraits Traits, ReceivedWill Will, ImmutableArray<ReceivedHeading> Situation, ImmutableArray<ReceivedContact> Contacts, ImmutableArray<ExportedLine> Lines)
{
    /// <summary>Never content: it must not reach a log.</summary>
    public override string ToString() => "***";
}
