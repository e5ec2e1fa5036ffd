namespace MedBench;

/// <summary>The files of a folder and of the folders in it.</summary>
internal sealed class FolderDatasetSource(string path) : IDatasetSource
{
    private static readonly EnumerationOptions Enumeration = new() { AttributesToSkip = FileAttributes.System | FileAttributes.Hidden };

    public string Location => $"the folder {path}";

    public static DatasetFile CreateFile(string path, string name, bool isExplicit)
        => new(name, () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan)) { IsExplicit = isExplicit, Path = Path.GetFullPath(path) };

    public DatasetFile? Find(string split, IReadOnlyList<string> patterns)
    {
        if (!Directory.Exists(path))
        {
            throw new DatasetException("the folder does not exist", "Check the path", file: path);
        }

        var depth = 2 + patterns.Select(pattern => pattern.Count(character => character == '/')).DefaultIfEmpty().Max();
        return PatternMatch.Best(List(path, "", depth), patterns) is { } name ? CreateFile(Path.Combine(path, name), name, isExplicit: false) : null;
    }

    /// <summary>Lists files by path from the folder, with slashes.</summary>
    private static IEnumerable<string> List(string folder, string prefix, int depth)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", Enumeration))
        {
            yield return prefix + Path.GetFileName(file);
        }

        foreach (var child in depth > 1 ? Directory.EnumerateDirectories(folder, "*", Enumeration) : [])
        {
            foreach (var file in List(child, $"{prefix}{Path.GetFileName(child)}/", depth - 1))
            {
                yield return file;
            }
        }
    }
}
