using Coordination.Api.Alerts;
using Coordination.Api.GraphQL;
using Coordination.Api.Resources;
using Coordination.Api.Security;
using Coordination.Domain.Alerts;
using Coordination.Domain.Identifiers;
using Platform.GraphQL;

namespace Coordination.Api.Directory;

/// <summary>Who will be told of an announcement for a commune, and whether the DAC answers now.</summary>
public sealed record AnnouncementRoute(string Territory, IReadOnlyList<string> Recipients, bool Open, DateTimeOffset? ClosedUntil, string? Relay);

/// <summary>Queries over reference data.</summary>
public static class DirectoryQueries
{
    /// <summary>Adds them to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema
        .AddEnumType<ProviderKind>()
        .AddObjectType<ProviderEntry>(d => d.BindFieldsImplicitly().Name("Provider").Description("What provides care at home, by FINESS or RPPS."))
        .AddObjectType<CommuneEntry>(d =>
        {
            d.Name("Commune");
            d.Field(c => c.Insee);
            d.Field(c => c.Name);
        })
        .AddObjectType<AnnouncementRoute>(d => d.BindFieldsImplicitly()
            .Description("Who will be told of an announcement, and whether the DAC answers now; the relay answers while it does not."))
        .AddTypeExtension("Query", d =>
        {
            d.Field("providers").Type("[Provider!]!").Argument("text", "String!").Argument("first", "Int")
                .Description("Structures and professionals by words of their name, or by the beginning of their number.").Resolve<IReadOnlyList<ProviderEntry>>(ProvidersAsync);
            d.Field("communes").Type("[Commune!]!").Argument("text", "String!").Argument("first", "Int")
                .Description("Communes by words of their name, or by the beginning of their INSEE code.").Resolve<IReadOnlyList<CommuneEntry>>(CommunesAsync);
            d.Field("announcementRoute").Type("AnnouncementRoute").Argument("commune", "String!")
                .Description("Who will be told, before sending; null when no DAC covers the commune.").Resolve<AnnouncementRoute?>(RouteAsync);
        });

    private static Task<IReadOnlyList<ProviderEntry>> ProvidersAsync(IResolverContext context)
    {
        RequestScope.Of(context).Require(AccessAction.ReadDirectory);
        return context.Service<DirectorySearch>().ProvidersAsync(
            context.ArgumentValue<string>("text"), Keyset.PageSize(context.ArgumentValue<int?>("first") ?? 20), context.RequestAborted);
    }

    private static Task<IReadOnlyList<CommuneEntry>> CommunesAsync(IResolverContext context)
    {
        // Who asks for support says where the person lives; the list itself is public.
        var scope = RequestScope.Of(context);
        if (!scope.Decide(AccessAction.SubmitRequest, null).Permitted) scope.Require(AccessAction.ReadDirectory);
        return context.Service<DirectorySearch>().CommunesAsync(
            context.ArgumentValue<string>("text"), Keyset.PageSize(context.ArgumentValue<int?>("first") ?? 20), context.RequestAborted);
    }

    private static async Task<AnnouncementRoute?> RouteAsync(IResolverContext context)
    {
        RequestScope.Of(context).Require(AccessAction.ReadDirectory);
        var directory = context.Service<DirectoryReader>();
        if ((await directory.CommuneAsync(context.ArgumentValue<string>("commune"), context.RequestAborted))?.Territory is not { } territory) return null;
        var settings = await context.Service<TerritorySettingsReader>().ReadAsync(new TerritoryId(territory), context.RequestAborted);
        var now = context.Service<TimeProvider>().GetUtcNow();
        var closed = settings.Hours.ClosedUntil(now);
        // The same for everybody: whether somebody is followed is not told before, nor to who may not know.
        string[] recipients = [Texts.Get($"Recipient.{AlertRecipientRole.Referent}"), Texts.Get($"Recipient.{AlertRecipientRole.Duty}")];
        return new(await directory.TerritoryNameAsync(territory, context.RequestAborted), recipients, closed is null, closed, settings.Hours.RelayAt(now));
    }
}
