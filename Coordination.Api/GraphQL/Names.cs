using Coordination.Api.Directory;
using Coordination.Api.Resources;
using Coordination.Domain.Identifiers;
using Platform.GraphQL;

namespace Coordination.Api.GraphQL;

/// <summary>An establishment outside itself: its number and its name, never a ward.</summary>
public sealed record EstablishmentNode(string Finess, string Name);

/// <summary>Names of the directory for resolvers; what the directory does not have is shown by its number.</summary>
public static class Names
{
    /// <summary>An establishment.</summary>
    public static async Task<EstablishmentNode> EstablishmentAsync(IResolverContext context, Finess finess) =>
        new(finess.Value, (await context.Service<DirectoryReader>().OrganizationAsync(finess.Value, context.RequestAborted))?.Name ?? $"FINESS {finess}");

    /// <summary>A professional.</summary>
    public static async Task<ProfessionalEntry> ProfessionalAsync(IResolverContext context, ProfessionalId id) =>
        await context.Service<DirectoryReader>().ProfessionalAsync(id.Value, context.RequestAborted)
        ?? new(id.Value, null, Texts.Get("Author.unknown"), "", "", null);

    /// <summary>A provider of care at home.</summary>
    public static async Task<ProviderEntry> ProviderAsync(IResolverContext context, ProviderNumber number)
    {
        var directory = context.Service<DirectoryReader>();
        if (number.Rpps is { } rpps)
        {
            var professional = await directory.ProfessionalByRppsAsync(rpps.Value, context.RequestAborted);
            return new(number.Value, ProviderKind.Professional, professional?.DisplayName, professional?.Function, professional?.Phone);
        }

        var structure = await directory.OrganizationAsync(number.Value, context.RequestAborted);
        return new(number.Value, ProviderKind.Structure, structure?.Name, structure?.Category, null);
    }

    /// <summary>The author of an event, from its actor id.</summary>
    public static async Task<string> AuthorAsync(IResolverContext context, string? actor) => actor switch
    {
        null or "platform" => Texts.Get("Author.platform"),
        _ when actor.StartsWith("interface:", StringComparison.Ordinal) => Texts.Get("Author.interface"),
        _ when Guid.TryParse(actor, out var id) => (await ProfessionalAsync(context, new(id))).DisplayName,
        _ => Texts.Get("Author.unknown"),
    };
}
