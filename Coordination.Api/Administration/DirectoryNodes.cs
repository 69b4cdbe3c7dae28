using Coordination.Api.Directory;
using Coordination.Domain.Identifiers;
using Platform.GraphQL;

namespace Coordination.Api.Administration;

/// <summary>A structure as the national directory has it.</summary>
public sealed record StructureNode(string Finess, string Name, string Category, string? LegalEntity, string? CommuneName, DateOnly? OpenedOn, DateOnly? ClosedOn);

/// <summary>A professional as the national directory has her; without activity she cannot act.</summary>
public sealed record RegisteredProfessionalNode(string Rpps, string DisplayName, string Function);

/// <summary>An import in numbers.</summary>
public sealed record DirectoryImportNode(
    Guid Id, string Kind, DateOnly AsOf, DateTimeOffset ImportedAt, bool Complete, int Lines, int Refused, int Added, int Changed, int Closed);

/// <summary>A refused line: its number, field and rule, never its content.</summary>
public sealed record ImportRefusalNode(int Line, string Field, string Rule);

/// <summary>Types of the directory that administration reads.</summary>
public static class DirectoryNodes
{
    /// <summary>Adds them to the schema.</summary>
    public static void Add(SchemaBuilder schema) => schema
        .AddObjectType<ProfessionalActivity>(d =>
        {
            d.Name("Activity").Description("A professional in a structure; `until` is the first day on which it no longer holds.");
            d.Field(a => a.Rpps);
            d.Field(a => a.Structure);
            d.Field(a => a.StructureName);
            d.Field(a => a.Mode);
            d.Field(a => a.Role);
            d.Field(a => a.From);
            d.Field(a => a.Until);
        })
        .AddObjectType<StructureNode>(d =>
        {
            d.BindFieldsImplicitly().Name("Structure");
            d.Field("activities").Type("[Activity!]!").Description("Who works there, 200 at most; ended ones last.").Resolve<IReadOnlyList<ProfessionalActivity>>(c =>
                c.Service<ProfessionalActivities>().InAsync(c.Parent<StructureNode>().Finess, c.RequestAborted));
        })
        .AddObjectType<RegisteredProfessionalNode>(d =>
        {
            d.BindFieldsImplicitly().Name("RegisteredProfessional");
            d.Field("activities").Type("[Activity!]!").Resolve<IReadOnlyList<ProfessionalActivity>>(c =>
                c.Service<ProfessionalActivities>().OfAsync(new Rpps(c.Parent<RegisteredProfessionalNode>().Rpps), c.RequestAborted));
        })
        .AddObjectType<ImportRefusalNode>(d => d.BindFieldsImplicitly().Name("ImportRefusal"))
        .AddObjectType<DirectoryImportNode>(d =>
        {
            d.BindFieldsImplicitly().Name("DirectoryImport");
            d.Field("refusals").Type("[ImportRefusal!]!").Description("The first 200 refused lines.").Resolve<IReadOnlyList<ImportRefusalNode>>(c =>
                c.Service<ImportLog>().RefusalsAsync(c.Parent<DirectoryImportNode>().Id, c.RequestAborted));
        });
}
