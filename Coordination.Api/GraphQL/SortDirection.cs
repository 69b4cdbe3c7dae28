namespace Coordination.Api.GraphQL;

/// <summary>Ascending or descending.</summary>
public enum SortDirection
{
    /// <summary>Smallest first.</summary>
    Asc,

    /// <summary>Largest first.</summary>
    Desc,
}
