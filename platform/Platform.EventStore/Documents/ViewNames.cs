using System.Text.RegularExpressions;

namespace Platform.EventStore;

/// <summary>Names and types that may be written into SQL as they are.</summary>
internal static partial class ViewNames
{
    internal static string Checked(string name) =>
        Names().IsMatch(name) ? name : throw new StoreConfigurationException($"'{name}' is not a lower snake case name.");

    internal static string CheckedType(string type) =>
        SqlTypes().IsMatch(type) ? type : throw new StoreConfigurationException($"'{type}' is not a column type.");

    [GeneratedRegex("^[a-z][a-z0-9_]{0,50}$")]
    private static partial Regex Names();

    [GeneratedRegex("^[a-z ]+(\\[\\])?$")]
    private static partial Regex SqlTypes();
}
