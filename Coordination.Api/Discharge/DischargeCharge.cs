using Coordination.Api.Hosting.Commands;
using Coordination.Domain.Alerts;
using Coordination.Domain.Discharge;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Platform.Messaging;
using Stay = Coordination.Domain.Discharge.Discharge;

namespace Coordination.Api.Discharge;

/// <summary>Who takes an alert about a discharge takes care of the discharge: the establishment sees it.</summary>
public sealed class DischargeCharge(UnitOfWork work)
{
    /// <summary>An alert was taken.</summary>
    public async Task HandleAsync(DischargeAlertTaken message, MessageContext context, CancellationToken cancellation)
    {
        await using var session = context.OpenSession();
        var request = new CommandRequest(new TerritoryId(session.TenantId), Actor.Of(message.By), message.Discharge.Value);
        await work.StageAsync<TakeDischarge, Stay>(session, request, new TakeDischarge(message.By), cancellation);
        await session.SaveChangesAsync(cancellation);
    }
}
