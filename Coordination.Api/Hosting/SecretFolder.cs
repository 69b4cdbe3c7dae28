namespace Coordination.Api.Hosting;

/// <summary>Keys of this installation: one file each, readable by their owner alone, made at the first need and never logged.</summary>
public sealed class SecretFolder(string path)
{
    /// <summary>Reads a secret, making it once when it is missing; two processes that start together agree on one.</summary>
    public byte[] GetOrCreate(string name, Func<byte[]> create)
    {
        var file = Path.Combine(path, name);
        if (File.Exists(file)) return File.ReadAllBytes(file);
        System.IO.Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var mine = $"{file}.{Environment.ProcessId}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead };
        using (var stream = new FileStream(mine, options)) stream.Write(create());
        try
        {
            File.Move(mine, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(mine);
        }

        return File.ReadAllBytes(file);
    }
}
