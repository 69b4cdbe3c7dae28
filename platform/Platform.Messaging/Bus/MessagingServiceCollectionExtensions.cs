using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Platform.EventStore;

namespace Platform.Messaging;

/// <summary>Registration in the host's services.</summary>
public static class MessagingServiceCollectionExtensions
{
    /// <summary>
    /// Adds the runtime as a hosted service, with <see cref="OutboxWriter"/>, <see cref="DeadLetters"/> and a scoped
    /// <see cref="IMessageBus"/>; a <see cref="DocumentStore"/> must be registered. Wrong registrations fail the start.
    /// </summary>
    public static IServiceCollection AddMessaging(
        this IServiceCollection services, Action<IServiceProvider, MessagingOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        services.AddSingleton(provider =>
        {
            var options = new MessagingOptions();
            configure(provider, options);
            return new MessagingRuntime(
                provider.GetRequiredService<DocumentStore>(), options, provider.GetService<ILoggerFactory>());
        });
        services.AddSingleton(provider => provider.GetRequiredService<MessagingRuntime>().Outbox);
        services.AddSingleton(provider => provider.GetRequiredService<MessagingRuntime>().DeadLetters);
        services.AddScoped(provider => provider.GetRequiredService<MessagingRuntime>().CreateBus());
        services.AddHostedService(provider => provider.GetRequiredService<MessagingRuntime>());
        return services;
    }
}
