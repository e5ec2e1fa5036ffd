using System.Collections.Concurrent;
using System.Text.Json;
using MedBench.Running;

namespace MedBench;

/// <summary>An exemplar bank in a JSON Lines file: <c>{"t":"rationale","key":…,"text":… or null,"x":checksum}</c>, append-only and readable.</summary>
public sealed class FileExemplarBank : IExemplarBank, IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<Task<string?>>> rationales;
    private readonly DurableFile file;
    private readonly FileLock? ownership;

    private FileExemplarBank(DurableFile file, FileLock? ownership, IEnumerable<KeyValuePair<string, Lazy<Task<string?>>>> rationales)
    {
        (this.file, this.ownership) = (file, ownership);
        this.rationales = new ConcurrentDictionary<string, Lazy<Task<string?>>>(rationales, StringComparer.Ordinal);
    }

    /// <summary>Opens a bank, creating the file where it is missing and dropping a line that a crash cut off.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">A line is damaged.</exception>
    /// <exception cref="RunConflictException">Another run uses the file.</exception>
    public static FileExemplarBank Open(string path) => Open(path, Disk.Default, isShared: true);

    /// <param name="path">The file.</param>
    /// <param name="disk">What writes it.</param>
    /// <param name="isShared">Whether other runs may know the file; one in a run folder is protected by the folder's own lock.</param>
    internal static FileExemplarBank Open(string path, Disk disk, bool isShared)
    {
        var ownership = isShared ? FileLock.Take($"The exemplar bank {path}", path) : null;
        try
        {
            var (rationales, length) = Read(path);
            return new FileExemplarBank(DurableFile.Open(path, length, disk), ownership, rationales);
        }
        catch
        {
            ownership?.Dispose();
            throw;
        }
    }

    /// <inheritdoc />
    /// <remarks>Where somebody else's attempt fails, whoever waited for it makes an attempt of their own, so that nobody fails for another's limits.</remarks>
    public async Task<string?> GetOrCreateAsync(string key, Func<CancellationToken, Task<string?>> create, CancellationToken cancellationToken = default)
    {
        var own = new Lazy<Task<string?>>(() => CreateAsync(key, create, cancellationToken));
        while (true)
        {
            var entry = rationales.GetOrAdd(key, own);
            try
            {
                return await entry.Value.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception) when (entry != own && !cancellationToken.IsCancellationRequested)
            {
                rationales.TryRemove(KeyValuePair.Create(key, entry));
            }
            catch
            {
                rationales.TryRemove(KeyValuePair.Create(key, own));
                throw;
            }
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        file.Dispose();
        ownership?.Dispose();
    }

    private async Task<string?> CreateAsync(string key, Func<CancellationToken, Task<string?>> create, CancellationToken cancellationToken)
    {
        var text = await create(cancellationToken).ConfigureAwait(false);
        file.Append(JournalFormat.Line("rationale", (key, text), static (json, state) =>
        {
            json.WriteString("key"u8, state.key);
            json.WriteString("text"u8, state.text);
        }));
        return text;
    }

    private static (Dictionary<string, Lazy<Task<string?>>> Rationales, long Length) Read(string path)
    {
        var rationales = new Dictionary<string, Lazy<Task<string?>>>(StringComparer.Ordinal);
        var bytes = File.Exists(path) ? File.ReadAllBytes(path) : [];
        var start = 0;
        for (var number = 1; Array.IndexOf(bytes, (byte)'\n', start) is >= 0 and var end; number++, start = end + 1)
        {
            var line = bytes.AsMemory(start, end - start);
            if (!JournalFormat.IsIntact(line.Span))
            {
                throw new InvalidDataException($"{path}, line {number}: the record is damaged. Delete that line to have its rationale written again.");
            }

            using var document = JsonDocument.Parse(line);
            var text = document.RootElement.GetProperty("text"u8).GetString();
            rationales[document.RootElement.GetProperty("key"u8).GetString()!] = new Lazy<Task<string?>>(Task.FromResult(text));
        }

        return (rationales, start);
    }
}
