using Coordination.Api.CareRecord;
using Coordination.Api.Exchange.Hl7.Pam;
using Coordination.Api.Resources;
using Coordination.Domain.Identifiers;
using Npgsql;
using Platform.EventStore;

namespace Coordination.Api.Exchange.Hl7.Intake;

/// <summary>
/// What happens to a message between its arrival and its acknowledgement (E14, E15). An acknowledgement leaves only after everything
/// that is to be kept is stored; when the database is down there is none, and the sender sends again.
/// </summary>
public sealed class Hl7Intake(
    InterfaceLinks links, MessageLog log, PersonMatcher matcher, AdtCommands commands, BodySealer sealer, DocumentStore store, TimeProvider clock,
    ILogger<Hl7Intake> logger)
{
    private const int Attempts = 5;

    /// <summary>Receives one message; null when nothing could be stored and so nothing may be said.</summary>
    public async Task<ReadOnlyMemory<byte>?> ReceiveAsync(ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        try
        {
            return await ReceiveOnceAsync(body, cancellation);
        }
        catch (Exception e) when (e is NpgsqlException { IsTransient: true } or TimeoutException or IOException or CommitOutcomeUnknownException)
        {
            logger.LogError("hl7 message not stored: {Failure}; no acknowledgement", e.GetType().Name);
            return null;
        }
    }

    private async Task<ReadOnlyMemory<byte>?> ReceiveOnceAsync(ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        var header = Hl7Header.Of(body.Span);
        var link = await links.FindAsync(header.SendingApplication, header.SendingFacility, cancellation);
        if (link is null)
        {
            // Without a header there is no sender to be unknown.
            if (header == Hl7Header.Unknown) return AckBuilder.Build(PamReader.Read(body.Span, LinkProfile.Of("", LinkMode.Production), clock.GetUtcNow()), clock.GetUtcNow());
            var unknown = new PamProblem("204", PamSeverity.Error, "MSH^1^3", "UNKNOWN_SENDER", Texts.Get("Hl7.UNKNOWN_SENDER"));
            return AckBuilder.Build(header, AckCode.AE, [unknown], clock.GetUtcNow());
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TreatAsync(link, header, body, cancellation);
            }
            catch (Exception e) when (e is ConcurrencyException or CommitLostException)
            {
                // Another message about the same stay, or this one on another connection, came first: look again. When that does not end,
                // the message is sound and the sender sends it again.
                if (attempt < Attempts) continue;
                logger.LogError("hl7 {Message} of {Link} not stored: {Failure}; no acknowledgement", header, link.Id, e.GetType().Name);
                return null;
            }
            catch (Exception e) when (e is not OperationCanceledException and not NpgsqlException { IsTransient: true }
                and not TimeoutException and not IOException and not CommitOutcomeUnknownException)
            {
                // Its text may repeat what the message says of a person: the place is enough.
                logger.LogError("hl7 {Message} of {Link} failed: {Failure}, quarantined\n{Place}", header, link.Id, e.GetType().Name, e.StackTrace);
                var failure = new PamProblem("207", PamSeverity.Error, "MSH^1^10", "INTERNAL", Texts.Get("Hl7.INTERNAL"));
                return await QuarantineAsync(link, new(PamDisposition.Quarantine, header, null, [failure]), body, cancellation);
            }
        }
    }

    private async Task<ReadOnlyMemory<byte>> TreatAsync(InterfaceLink link, Hl7Header header, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (header.HasKey && await log.FindAsync(link.Id, header.Sender, header.ControlId, cancellation) is { } earlier
            && earlier.Disposition is not Disposition.Trace)
        {
            if (earlier.BodyHash.AsSpan().SequenceEqual(sealer.Hash(body.Span))) return earlier.Ack;
            logger.LogWarning("hl7 {Message} of {Link}: control id used again for another content, refused", header, link.Id);
            var reused = new PamProblem("205", PamSeverity.Error, "MSH^1^10", "CONTROL_ID_REUSED", Texts.Get("Hl7.CONTROL_ID_REUSED"));
            return AckBuilder.Build(header, AckCode.AE, [reused], now);
        }

        var profile = LinkProfile.Of(link.Id, link.Test ? LinkMode.Test : LinkMode.Production);
        var reading = PamReader.Read(body.Span, profile, now);
        return reading.Disposition switch
        {
            PamDisposition.Quarantine => await QuarantineAsync(link, reading, body, cancellation),
            PamDisposition.Readable => await ApplyAsync(link, reading, body, cancellation),
            _ => await TraceAsync(link, reading, body, cancellation),
        };
    }

    private async Task<ReadOnlyMemory<byte>> ApplyAsync(InterfaceLink link, PamReading reading, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        var message = reading.Message!;
        var establishment = EstablishmentOf(link, message);
        var match = await matcher.MatchAsync(establishment, message.Person, cancellation);
        if (match.Contradictory)
        {
            var problem = new PamProblem("204", PamSeverity.Error, "PID^1^3", "IDENTIFIERS_CONTRADICT", Texts.Get("Hl7.IDENTIFIERS_CONTRADICT"));
            return await QuarantineAsync(link, reading with { Disposition = PamDisposition.Quarantine, Problems = [.. reading.Problems, problem] }, body, cancellation);
        }

        if (match.Eligible.Count == 0 || message.Person.IsProtected) return await TraceAsync(link, reading, body, cancellation);
        ReadOnlyMemory<byte> answer = default;
        // The message is kept with the last territory: a crash between two makes the sender's repetition complete the work.
        for (var i = 0; i < match.Eligible.Count; i++)
            answer = await ApplyToAsync(match.Eligible[i], i == match.Eligible.Count - 1, link, establishment, reading, body, cancellation);
        return answer;
    }

    private async Task<ReadOnlyMemory<byte>> ApplyToAsync(
        FollowedPerson followed, bool keep, InterfaceLink link, Finess establishment, PamReading reading, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        var person = followed.Key;
        await using var session = store.LightweightSession(new Platform.EventStore.SessionOptions(person.Territory.Value)
        {
            Role = DatabaseRole.Worker,
            UserName = Domain.Kernel.Actor.Interface(link.Id).Id,
            OccurredAt = (reading.Message!.OccurredAt ?? reading.Message.Movement?.StartedAt)?.Instant,
            CorrelationId = $"hl7:{link.Id}:{reading.Header.ControlId}",
        });
        var disposition = await commands.StageAsync(session, reading.Message!, establishment, followed, link.Id, cancellation);
        var message = await ReceivedAsync(link, reading, body, disposition, cancellation, person);
        if (keep) MessageLog.Enlist(session, message);
        await session.SaveChangesAsync(cancellation);
        logger.LogInformation("hl7 {Message} of {Link}: {Disposition}", reading.Header, link.Id, disposition);
        return message.Ack;
    }

    private Task<ReadOnlyMemory<byte>> TraceAsync(InterfaceLink link, PamReading reading, ReadOnlyMemory<byte> body, CancellationToken cancellation) =>
        KeepAsync(link, reading, body, Disposition.Trace, cancellation);

    private Task<ReadOnlyMemory<byte>> QuarantineAsync(InterfaceLink link, PamReading reading, ReadOnlyMemory<byte> body, CancellationToken cancellation) =>
        KeepAsync(link, reading, body, Disposition.Quarantined, cancellation);

    private async Task<ReadOnlyMemory<byte>> KeepAsync(
        InterfaceLink link, PamReading reading, ReadOnlyMemory<byte> body, Disposition disposition, CancellationToken cancellation)
    {
        var message = await ReceivedAsync(link, reading, body, disposition, cancellation);
        await log.KeepAsync(message, cancellation);
        logger.LogInformation("hl7 {Message} of {Link}: {Disposition}", reading.Header, link.Id, disposition);
        return message.Ack;
    }

    private async Task<ReceivedMessage> ReceivedAsync(
        InterfaceLink link, PamReading reading, ReadOnlyMemory<byte> body, Disposition disposition, CancellationToken cancellation, PersonKey? person = null)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var (header, keyed) = (reading.Header, reading.Header.HasKey);
        return new(id, link.Id, keyed ? header.Sender : "", keyed ? header.ControlId : "", sealer.Hash(body.Span), now,
            PamTriggers.IsEvent(header.Trigger) ? header.Trigger : "", disposition,
            reading.Ack.ToString(), AckBuilder.Build(reading, now), person, reading.Problems.Count == 0 ? null : string.Join("; ", reading.Problems.Select(p => $"{p.Code} {p.Location} {p.ApplicationCode}")),
            disposition is Disposition.Trace ? null : await sealer.SealAsync(id, person, body, cancellation));
    }

    /// <summary>The establishment a message comes from: the link's; on a test link that carries any sender, the one that the message names.</summary>
    public static Finess EstablishmentOf(InterfaceLink link, AdtMessage message) =>
        link.AnySender && new[] { message.Stay?.Facility?.AuthorityId, message.Person.Identifiers.Ipp?.AuthorityId }
            .Select(id => Finess.TryParse(id, out var finess) ? finess : (Finess?)null).FirstOrDefault(f => f is not null) is { } named
            ? named
            : link.Establishment;
}
