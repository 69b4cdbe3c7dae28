using Coordination.Api.Security;
using Coordination.Domain.CareRecord;
using Platform.GraphQL;

namespace Coordination.Api.CareRecord;

/// <summary>Input of <c>stateSituation</c>.</summary>
public sealed record StateSituationInput(string RecordId, SituationTopic Topic, string Text, Guid? CommandId = null, int? ExpectedVersion = null) : RecordInput(RecordId, CommandId, ExpectedVersion);

/// <summary>Input of <c>maskSituation</c> and <c>unmaskSituation</c>.</summary>
public sealed record SituationMaskInput(string RecordId, SituationTopic Topic, string Professional, Guid? CommandId = null, int? ExpectedVersion = null) : RecordInput(RecordId, CommandId, ExpectedVersion);

/// <summary>Mutations of a person's situation; who may state a heading is who may read its class.</summary>
public static class SituationMutations
{
    /// <summary>Adds them to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema.AddTypeExtension("Mutation", d => d
        .Mutation<StateSituationInput, CareRecordNode>("stateSituation", "record",
            (c, i) => RecordCommands.RunAsync(c, AccessAction.StateSituation, i, new StateSituation(i.Topic, i.Text), SituationTopics.ClassOf(i.Topic)),
            m => m.Description("State what is known under one heading; what stood there before stays in the history.").Input(i => i.DescribeVersioned()).RecordErrors())
        .Mutation<SituationMaskInput, CareRecordNode>("maskSituation", "record",
            (c, i) => RecordCommands.RunAsync(c, AccessAction.ChangeRights, i, new MaskSituation(i.Topic, RecordCommands.Professional(i.Professional, "professional"))),
            m => m.Description("The person keeps a heading from one professional.").Input(Describe).RecordErrors().Error<SituationNotStatedError>())
        .Mutation<SituationMaskInput, CareRecordNode>("unmaskSituation", "record",
            (c, i) => RecordCommands.RunAsync(c, AccessAction.ChangeRights, i, new UnmaskSituation(i.Topic, RecordCommands.Professional(i.Professional, "professional"))),
            m => m.Description("The person keeps a heading from a professional no longer.").Input(Describe).RecordErrors()));

    private static void Describe(IInputObjectTypeDescriptor input) => input.DescribeVersioned().Field("professional", sdlType: "ID!");
}
