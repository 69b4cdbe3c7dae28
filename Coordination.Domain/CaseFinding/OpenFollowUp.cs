using Coordination.Domain.CareRecord;
using Coordination.Domain.Kernel;

namespace Coordination.Domain.CaseFinding;

/// <summary>What an accepted request does to the person's record: it is opened, with what the request knows, at the intensity decided.</summary>
/// <param name="NoPhysician">She has no médecin traitant; otherwise she has one, told or not.</param>
public sealed record OpenFollowUp(OpenCareRecord Opening, RecordInformation Information, FollowUpIntensity Intensity, bool NoPhysician)
{
    /// <summary>Each part as its own command decides it, on what the one before left; all of them or none.</summary>
    public static Decision Decide(OpenFollowUp command, CareRecord.CareRecord? state, CommandContext context)
    {
        Func<CareRecord.CareRecord?, Decision>[] parts =
        [
            record => OpenCareRecord.Decide(command.Opening, record, context),
            record => RecordInformation.Decide(command.Information, record, context),
            record => command.NoPhysician ? StatePhysicianAbsence.Decide(new(context.Today, HasPhysician: false), record, context) : Decision.Nothing,
            record => ChangeIntensity.Decide(new(command.Intensity, HasPhysician: !command.NoPhysician), record, context),
        ];
        var facts = new List<IDomainEvent>();
        foreach (var part in parts)
        {
            var decision = part(facts.Cast<CareRecordEvent>().Aggregate(state, CareRecord.CareRecord.Evolve));
            if (decision.IsRefused) return decision;
            facts.AddRange(decision.Events);
        }

        return Decision.Accept([.. facts]);
    }
}
