using System.Net;
using Coordination.Api.Exchange.Hl7.Mllp;
using Coordination.Api.Exchange.Hl7.Pam;
using Coordination.Api.Hosting;

namespace Coordination.Api.Exchange.Hl7.Intake;

/// <summary>The MLLP port: every frame goes to the intake, in the order of its connection.</summary>
public sealed class Hl7Listener(CoordinationSettings settings, Hl7Intake intake, TimeProvider clock, ILogger<Hl7Listener> logger) : IHostedService, IReadinessCheck
{
    private MllpListener? listener;

    /// <summary>Where it listens, once started.</summary>
    public IPEndPoint? EndPoint => listener?.EndPoint;

    /// <inheritdoc />
    public string Name => "mllp";

    /// <inheritdoc />
    public Task<string?> CheckAsync(CancellationToken cancellation) => Task.FromResult(listener is null ? "not listening" : null);

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var options = new MllpOptions("mllp", new(IPAddress.Loopback, settings.MllpPort));
        options = options with { OversizeAnswer = head => AckBuilder.Oversize(head.Span, options.MaximumFrame, clock.GetUtcNow()) };
        var started = new MllpListener(
            options,
            (request, cancellation) => intake.ReceiveAsync(request.Message, cancellation),
            failure => logger.LogError("mllp handler failed: {Failure}", failure.GetType().Name));
        started.Start();
        listener = started;
        logger.LogInformation("MLLP on port {Port}", started.EndPoint.Port);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (listener is { } started) await started.DisposeAsync();
    }
}
