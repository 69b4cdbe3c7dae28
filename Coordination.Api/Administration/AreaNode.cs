using Coordination.Api.Directory;
using Coordination.Api.GraphQL;
using Coordination.Api.Indicators;
using Coordination.Domain.Directory;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Kernel;
using Platform.GraphQL;

namespace Coordination.Api.Administration;

/// <summary>A commune of an area with its days, and what it became.</summary>
public sealed record AreaCommune(string Insee, string Name, DateOnly From, DateOnly? Until, string? MergedInto);

/// <summary>The territory or a CPTS that it administers.</summary>
public sealed record AreaNode(TerritoryId Territory, AreaKind Kind, string Code, string Name)
{
    /// <summary>Adds it to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema
        .AddEnumType<AreaKind>()
        .AddObjectType<AreaCommune>(d => d.BindFieldsImplicitly().Description("`until` is the first day on which the commune no longer belongs to the area."))
        .AddObjectType<AreaNode>(d =>
        {
            d.Name("Area").Description("A dated list of communes: figures count a commune on the days on which it belonged to the area.");
            d.Field("id").Type("ID!").Resolve(c => NodeId.Encode("Area", Area.IdOf(Node(c).Kind, Node(c).Code)));
            d.Field(a => a.Kind);
            d.Field(a => a.Code);
            d.Field(a => a.Name);
            d.Field("communes").Type("[AreaCommune!]!").Argument("on", "Date").Description("Those of a day, today unless given.").Resolve<IReadOnlyList<AreaCommune>>(CommunesAsync);
            d.Field("history").Type("[HistoryEntry!]!").Resolve<IReadOnlyList<HistoryEntry>>(c =>
                AdministrationHistory.ReadAsync(c, Node(c).Territory, Area.IdOf(Node(c).Kind, Node(c).Code)));
        });

    /// <summary>The areas of an administration, the territory first.</summary>
    public static async Task<IReadOnlyList<AreaNode>> AllAsync(IResolverContext context)
    {
        var territory = context.Parent<TerritoryAdministration>().Territory;
        var name = await context.Service<DirectoryReader>().TerritoryNameAsync(territory.Value, context.RequestAborted);
        var communities = await context.Service<HealthCommunities>().OfAsync(territory, context.RequestAborted);
        return [new(territory, AreaKind.Territory, territory.Value, name), .. communities.Select(c => new AreaNode(territory, AreaKind.HealthCommunity, c.Id, c.Name))];
    }

    /// <summary>The area of an id that this territory administers; null when there is none.</summary>
    public static async Task<AreaNode?> FindAsync(IResolverContext context, TerritoryId territory, Guid id)
    {
        if (Area.IdOf(AreaKind.Territory, territory.Value) == id)
            return new(territory, AreaKind.Territory, territory.Value, await context.Service<DirectoryReader>().TerritoryNameAsync(territory.Value, context.RequestAborted));
        var communities = await context.Service<HealthCommunities>().OfAsync(territory, context.RequestAborted);
        return communities.Where(c => Area.IdOf(AreaKind.HealthCommunity, c.Id) == id).Select(c => new AreaNode(territory, AreaKind.HealthCommunity, c.Id, c.Name)).FirstOrDefault();
    }

    private static AreaNode Node(IResolverContext context) => context.Parent<AreaNode>();

    private static async Task<IReadOnlyList<AreaCommune>> CommunesAsync(IResolverContext context)
    {
        var day = context.ArgumentValue<DateOnly?>("on") ?? DateOnly.FromDateTime(WorkingDays.ToParis(context.Service<TimeProvider>().GetUtcNow()).DateTime);
        var area = await context.Service<CommuneCover>().FindAsync(Node(context).Kind, Node(context).Code, context.RequestAborted);
        var held = area?.Attachments.Where(a => a.HoldsOn(day)).ToList() ?? [];
        var named = await context.Service<DirectoryRegister>().CommunesAsync(held.Select(a => a.Commune.Value), context.RequestAborted);
        return
        [
            .. held.Select(a => named.TryGetValue(a.Commune.Value, out var n) ? new AreaCommune(a.Commune.Value, n.Name, a.From, a.Until, n.MergedInto) : new(a.Commune.Value, a.Commune.Value, a.From, a.Until, null))
                .OrderBy(c => c.Name, StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo("fr-FR"), ignoreCase: true)).ThenBy(c => c.Insee, StringComparer.Ordinal),
        ];
    }
}
