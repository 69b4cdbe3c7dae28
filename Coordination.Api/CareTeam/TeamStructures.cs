using Coordination.Api.Directory;
using Coordination.Api.GraphQL;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Platform.GraphQL;

namespace Coordination.Api.CareTeam;

/// <summary>Structures as the directory has them, for teams.</summary>
internal static class TeamStructures
{
    /// <summary>A FINESS number; what is none becomes one that nothing has.</summary>
    public static Finess Number(string text) => Finess.TryParse(text, out var number) ? number : new("");

    /// <summary>What is wrong with a number as a member; null when nothing is.</summary>
    public static async Task<InvalidInputError?> ProblemAsync(IResolverContext context, Finess number) => number.Value.Length == 0
        ? CommandErrors.Invalid("structure", "FINESS")
        : await context.Service<DirectoryReader>().OrganizationAsync(number.Value, context.RequestAborted) is null ? CommandErrors.Invalid("structure", "UNKNOWN_STRUCTURE") : null;

    /// <summary>Where a professional works today, as far as the directory knows.</summary>
    public static async Task<IReadOnlyList<Finess>> OfAsync(IResolverContext context, ProfessionalId professional)
    {
        var entry = await context.Service<DirectoryReader>().ProfessionalAsync(professional.Value, context.RequestAborted);
        if (!Rpps.TryParse(entry?.Rpps, out var rpps)) return [];
        var today = DateOnly.FromDateTime(WorkingDays.ToParis(context.Service<TimeProvider>().GetUtcNow()).DateTime);
        var activities = await context.Service<ProfessionalActivities>().OfAsync(rpps, context.RequestAborted);
        return [.. activities.Where(a => a.From <= today && !(a.Until <= today)).Select(a => Number(a.Structure)).Where(n => n.Value.Length > 0).Distinct()];
    }
}
