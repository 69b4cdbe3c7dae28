namespace Coordination.Api.Exchange.Hl7.Pam;

/// <summary>What an event is about.</summary>
public enum TriggerKind
{
    /// <summary>ITI-30: identity, merge, change of identifier.</summary>
    Identity,

    /// <summary>ITI-31: a movement of a stay; PV1 and ZBE are required.</summary>
    Movement,

    /// <summary>ITI-31 without a movement: a file or a visit given to another person (A44).</summary>
    FileMove,

    /// <summary>A08, which PAM-FR excludes and the field still sends: identity fields only, never a movement.</summary>
    Tolerated,
}
