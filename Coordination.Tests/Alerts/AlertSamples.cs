using Coordination.Domain.Alerts;
using Coordination.Domain.Discharge;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Coordination.Tests.Kernel;

namespace Coordination.Tests.Alerts;

/// <summary>Invented facts that the specs of alerts share.</summary>
internal static class AlertSamples
{
    public static readonly PersonId Person = new(new Guid("b0000000-0000-4000-8000-000000000001"));
    public static readonly DischargeId Stay = new(new Guid("c0000000-0000-4000-8000-000000000001"));
    public static readonly ProfessionalId Me = new(new Guid("a0000000-0000-4000-8000-000000000001"));
    public static readonly ProfessionalId Other = new(new Guid("a0000000-0000-4000-8000-000000000002"));
    public static readonly Finess Hospital = new("470000019");
    public static readonly CommuneCode Commune = new("47001");
    public static readonly DateTimeOffset Friday = new(2026, 11, 20, 15, 0, 0, TimeSpan.FromHours(1));
    public static readonly DateTimeOffset Saturday = Friday.AddDays(1);
    public static readonly AlertCause Announced = Cause(1, "discharge_announced");
    public static readonly AlertCause Rescheduled = Cause(2, "discharge_rescheduled");
    public static readonly AlertCause Withdrawn = Cause(3, "discharge_announcement_withdrawn");
    public static readonly AlertCause AnnouncedAgain = Cause(4, "discharge_announced");

    public static readonly AlertFinding ForFriday = Finding(AlertSeverity.Vigilance, Friday);
    public static readonly AlertFinding ForSaturday = Finding(AlertSeverity.Vigilance, Saturday);
    public static readonly AlertFinding FridayUrgent = Finding(AlertSeverity.Urgent, Friday);
    public static readonly AlertRaised Raised = new(ForFriday, Announced);
    public static readonly AlertTaken Taken = new(Me);
    public static readonly AlertAcknowledged Acknowledged = new(Me, Protected<string>.Of(Person, "known to the team"));
    public static readonly AlertResolved Resolved = new(Withdrawn);

    public static CommandContext ByMe => Specification<Alert, AlertEvent>.Context;

    public static CommandContext ByOther => ByMe with { Actor = Actor.Of(Other) };

    public static CommandContext ByPlatform => ByMe with { Actor = Actor.Platform };

    public static DischargeSituation Situation => new(Stay, OfFriday, Commune, true, false, Me, TerritorySettings.Default, []);

    public static Domain.Discharge.Discharge OfFriday =>
        new(Person, Hospital, Friday.AddDays(-4), DischargeStatus.Announced, Friday, DateReliability.Announced, new MovementId("1001^CH"));

    public static AlertFinding Finding(AlertSeverity severity, DateTimeOffset expected) => new(
        "AL47", 1, severity, Person, new AlertFacts(Stay, Hospital, expected, Commune), expected,
        [new AlertRecipient(AlertRecipientRole.Referent, Me, null), new AlertRecipient(AlertRecipientRole.AnnouncingSocialWorker, null, Hospital)]);

    private static AlertCause Cause(byte number, string alias) => new(
        new Guid(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]), alias, Friday.AddDays(-3), Friday.AddDays(-3).AddSeconds(1), "interface:ch-agen");
}
