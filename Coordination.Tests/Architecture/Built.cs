namespace Coordination.Tests.Architecture;

/// <summary>The assemblies under test, as built beside the tests.</summary>
internal static class Built
{
    public static byte[] Bytes(string assembly) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, assembly + ".dll"));
}
