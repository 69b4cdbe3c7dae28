using System.Text.Json;

namespace Coordination.Simulator.Hl7;

/// <summary>The journal on disk. A lock file makes calls from several processes follow each other; a new state replaces the old one whole.</summary>
public sealed class StayJournalFile(string dataFolder)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly string path = Path.Combine(dataFolder, "hl7-journal.json");

    /// <summary>Reads, changes and writes the journal while no other call can; throws <see cref="TimeoutException"/> when the lock stays held.</summary>
    public T Change<T>(Func<StayJournal, (StayJournal Journal, T Result)> change)
    {
        Directory.CreateDirectory(dataFolder);
        using var held = Lock();
        var (journal, result) = change(Read());
        var next = path + ".next";
        File.WriteAllText(next, JsonSerializer.Serialize(journal, StayJournalJson.Default.StayJournal));
        File.Move(next, path, overwrite: true);
        return result;
    }

    private StayJournal Read() => File.Exists(path)
        ? JsonSerializer.Deserialize(File.ReadAllText(path), StayJournalJson.Default.StayJournal) ?? StayJournal.Empty
        : StayJournal.Empty;

    private FileStream Lock()
    {
        var deadline = Environment.TickCount64 + (long)Patience.TotalMilliseconds;
        while (true)
        {
            try
            {
                return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (Environment.TickCount64 < deadline)
            {
                Thread.Sleep(5);
            }
            catch (IOException e)
            {
                throw new TimeoutException("the journal of sent messages stays locked", e);
            }
        }
    }
}
