using System.Collections.Immutable;
using Coordination.Api.Directory;
using Coordination.Api.GraphQL;
using Coordination.Api.Hosting.Commands;
using Coordination.Api.Indicators;
using Coordination.Api.Resources;
using Coordination.Api.Security;
using Coordination.Domain.Directory;
using Coordination.Domain.Identifiers;
using Coordination.Domain.Indicators;
using Platform.GraphQL;

namespace Coordination.Api.Administration;

/// <summary>Input of <c>attachCommunes</c>: INSEE codes.</summary>
public sealed record AttachCommunesInput(string Area, IReadOnlyList<string> Communes, DateOnly From, Guid? CommandId = null);

/// <summary>Input of <c>detachCommunes</c>: <paramref name="Until"/> is the first day on which they no longer belong to it.</summary>
public sealed record DetachCommunesInput(string Area, IReadOnlyList<string> Communes, DateOnly Until, Guid? CommandId = null);

/// <summary>Input of <c>defineHealthCommunity</c>: a code of small letters, digits and hyphens, which tells a command sent again too.</summary>
public sealed record DefineHealthCommunityInput(string Code, string Name, Guid? CommandId = null);

/// <summary>No such area, or none that this territory administers.</summary>
public sealed record AreaNotFoundError(string Code, string Message);

/// <summary>Another territory administers a CPTS of this code.</summary>
public sealed record AreaCodeTakenError(string Code, string Message, string Field);

/// <summary>The list of communes does not allow it: which commune, and why.</summary>
public sealed record CommuneListError(string Code, string Message, string Field, string Insee);

/// <summary>Mutations of dated lists of communes.</summary>
public static class AreaMutations
{
    private const int LongestName = 120;

    /// <summary>Adds them to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema.AddTypeExtension("Mutation", d => d
        .Mutation<AttachCommunesInput, AreaNode>("attachCommunes", "area", AttachAsync,
            m => m.Description("Let communes belong to the territory or to a CPTS from a day on; announcements follow within a minute, figures by the day of each fact.")
                .Input(i => i.Field("area", sdlType: "ID!")).Error<AreaNotFoundError>().Error<CommuneListError>().CommonErrors())
        .Mutation<DetachCommunesInput, AreaNode>("detachCommunes", "area", DetachAsync,
            m => m.Description("Let communes belong to it no longer from a day on; what was true before stays.")
                .Input(i => i.Field("area", sdlType: "ID!")).Error<AreaNotFoundError>().Error<CommuneListError>().CommonErrors())
        .Mutation<DefineHealthCommunityInput, AreaNode>("defineHealthCommunity", "area", DefineAsync,
            m => m.Description("Set up a CPTS that this territory administers, or rename it.").Error<AreaCodeTakenError>().CommonErrors()));

    private static async Task<MutationResult<AreaNode>> AttachAsync(IResolverContext context, AttachCommunesInput input)
    {
        var (territory, area) = await FindAsync(context, input.Area);
        if (area is null) return Refused(NotFound());
        if (Parse(input.Communes) is not { } communes) return Refused(CommandErrors.Invalid("communes", "INSEE_CODE"));
        if (await ObstacleAsync(context, area, communes, input.From) is { } obstacle) return Refused(obstacle);
        return await RunAsync(context, territory, area, input.CommandId, new AttachCommunes(area.Kind, area.Code, communes, input.From));
    }

    private static async Task<MutationResult<AreaNode>> DetachAsync(IResolverContext context, DetachCommunesInput input)
    {
        var (territory, area) = await FindAsync(context, input.Area);
        if (area is null) return Refused(NotFound());
        return Parse(input.Communes) is { } communes
            ? await RunAsync(context, territory, area, input.CommandId, new DetachCommunes(communes, input.Until))
            : Refused(CommandErrors.Invalid("communes", "INSEE_CODE"));
    }

    private static async Task<MutationResult<AreaNode>> DefineAsync(IResolverContext context, DefineHealthCommunityInput input)
    {
        var territory = RequestScope.Of(context).Require(AccessAction.Administer);
        var name = input.Name.Trim();
        if (!TerritoryId.TryParse(input.Code, out var code)) return Refused(CommandErrors.Invalid("code", "AREA_CODE"));
        if (name.Length == 0) return Refused(CommandErrors.Invalid("name", "REQUIRED"));
        if (name.Length > LongestName || name.Any(char.IsControl)) return Refused(CommandErrors.Invalid("name", "SHORT_TEXT"));
        var communities = context.Service<HealthCommunities>();
        var limit = (await communities.FindAsync(code.Value, context.RequestAborted))?.SmallCellLimit ?? SmallCells.Limit;
        return await communities.SaveAsync(new(code.Value, name, limit, []), territory, context.RequestAborted)
            ? new AreaNode(territory, AreaKind.HealthCommunity, code.Value, name)
            : Refused(new AreaCodeTakenError("AREA_CODE_TAKEN", Texts.Get("Error.AREA_CODE_TAKEN"), "code"));
    }

    // A commune is followed by one DAC at a time; several CPTS may count it. A code that the COG does not have is a slip of the pen.
    private static async Task<CommuneListError?> ObstacleAsync(IResolverContext context, AreaNode area, ImmutableArray<CommuneCode> communes, DateOnly from)
    {
        var known = await context.Service<DirectoryRegister>().CommunesAsync(communes.Select(c => c.Value), context.RequestAborted);
        foreach (var commune in communes)
        {
            if (!known.ContainsKey(commune.Value)) return Error("COMMUNE_UNKNOWN", "communes", commune);
            if (area.Kind is AreaKind.Territory
                && await context.Service<CommuneCover>().TerritoryOfAsync(commune.Value, from, context.RequestAborted) is { } other && other.Value != area.Code)
                return Error("COMMUNE_COVERED_ELSEWHERE", "communes", commune);
        }

        return null;
    }

    private static async Task<(TerritoryId Territory, AreaNode? Area)> FindAsync(IResolverContext context, string id)
    {
        var territory = RequestScope.Of(context).Require(AccessAction.Administer);
        return (territory, await AreaNode.FindAsync(context, territory, NodeId.Decode("Area", id, "area")));
    }

    private static async Task<MutationResult<AreaNode>> RunAsync<TCommand>(IResolverContext context, TerritoryId territory, AreaNode area, Guid? commandId, TCommand command)
        where TCommand : notnull
    {
        var request = new CommandRequest(territory, RequestScope.Of(context).Subject.ToActor(), Area.IdOf(area.Kind, area.Code)) { CommandId = commandId };
        var outcome = await context.Service<UnitOfWork>().ExecuteAsync<TCommand, Area>(request, command, context.RequestAborted);
        return outcome.Error switch
        {
            null => area,
            CommuneAttachedLater later => Refused(Error(later.Code, "from", later.Commune)),
            CommuneNotAttached absent => Refused(Error(absent.Code, "communes", absent.Commune)),
            { } error => Refused(CommandErrors.Find(error) ?? throw new InvalidOperationException($"no words for {error.Code}")),
        };
    }

    private static ImmutableArray<CommuneCode>? Parse(IReadOnlyList<string> codes)
    {
        var parsed = ImmutableArray.CreateBuilder<CommuneCode>(codes.Count);
        foreach (var code in codes)
        {
            if (!CommuneCode.TryParse(code, out var commune)) return null;
            parsed.Add(commune);
        }

        return parsed.DrainToImmutable();
    }

    private static CommuneListError Error(string code, string field, CommuneCode commune) => new(code, Texts.Get($"Error.{code}", commune.Value), field, commune.Value);

    private static AreaNotFoundError NotFound() => new("AREA_NOT_FOUND", Texts.Get("Error.AREA_NOT_FOUND"));

    private static MutationResult<AreaNode> Refused(object error) => MutationResult<AreaNode>.Failure([error]);
}
