namespace Coordination.Api.Security.Audit;

/// <summary>What a row of the read audit says was done; stored, so never renamed.</summary>
public static class AuditActions
{
    /// <summary>Persons shown by an answer.</summary>
    public const string Read = "read";

    /// <summary>One record opened.</summary>
    public const string OpenRecord = "open-record";

    /// <summary>Persons told of by a subscription, once an hour each.</summary>
    public const string Subscribe = "subscribe";

    /// <summary>Somebody known asked for in vain.</summary>
    public const string Refused = "refused";

    /// <summary>Content of a message in quarantine.</summary>
    public const string OpenMessage = "open-message";

    /// <summary>The audit itself.</summary>
    public const string Consult = "consult";

    /// <summary>All that is held about one person, given out.</summary>
    public const string Export = "export";

    /// <summary>The content of a document, given out.</summary>
    public const string OpenDocument = "open-document";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Read, OpenRecord, Subscribe, Refused, OpenMessage, Consult, Export, OpenDocument];
}
