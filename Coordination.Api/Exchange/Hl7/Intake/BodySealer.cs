using System.Text;
using Coordination.Api.CareRecord;
using Coordination.Domain.Kernel;
using Platform.EventStore.Protection;

namespace Coordination.Api.Exchange.Hl7.Intake;

/// <summary>
/// Seals the bodies of messages: with the person's key when the message is about a followed person, so that her erasure erases it too;
/// with the interfaces' own key in quarantine.
/// </summary>
public sealed class BodySealer(EventSealer sealer, ISubjectKeys keys, BlindIndex index)
{
    private const string Alias = "hl7_message", Field = "body", InterfaceTenant = "interfaces";
    private static readonly Guid InterfaceKey = DeterministicGuid.V5(Guid.Empty, "hl7 quarantine");

    /// <summary>The keyed hash of a body: equal bodies are told, nothing can be learned from it.</summary>
    public byte[] Hash(ReadOnlySpan<byte> body) => index.Compute("hl7-body", Convert.ToBase64String(body));

    /// <summary>The sealed body of the message with this id.</summary>
    public async Task<byte[]> SealAsync(Guid message, PersonKey? person, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        var (tenant, subject) = OwnerOf(person);
        await keys.FindManyAsync(tenant, [subject], cancellation);
        return Encoding.ASCII.GetBytes(sealer.SealedToken(body.Span, tenant, subject, message, Alias, Field));
    }

    /// <summary>The body; null once its key is gone.</summary>
    public async Task<byte[]?> OpenAsync(Guid message, PersonKey? person, byte[] sealedBody, CancellationToken cancellation)
    {
        var (tenant, subject) = OwnerOf(person);
        await keys.FindManyAsync(tenant, [subject], cancellation);
        return sealer.Open(Encoding.ASCII.GetString(sealedBody), new SealedOrigin(tenant, subject, message, Alias, Field));
    }

    private static (string Tenant, Guid Subject) OwnerOf(PersonKey? person) =>
        person is { } key ? (key.Territory.Value, key.Person.Value) : (InterfaceTenant, InterfaceKey);
}
