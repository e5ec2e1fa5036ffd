using System.Security.Cryptography;

namespace MedBench.Benchmarks.Tests;

/// <summary>The files that a machine may have beside the repository, by their bytes.</summary>
internal static class PublishedFiles
{
    private static readonly Lazy<IReadOnlyDictionary<string, string>> Hashes = new(Read);

    /// <summary>Gets the repository's root.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Gets the SHA-256 of every file by its path below the folder; none where the folder is absent.</summary>
    public static IReadOnlyDictionary<string, string> Sha256 => Hashes.Value;

    private static string Folder => Path.Combine(Root, "..", "shared", "data");

    /// <summary>Returns the file that a published path names: its own folder is written like the benchmark's id, and slashes may have become underscores. Null for none.</summary>
    public static string? FindByName(BenchmarkCard card, DataDownload download)
    {
        var wanted = "_" + Flat(download.Path);
        return Sha256.Keys.FirstOrDefault(path => path.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash
            && IsSame(path[..slash], card.Id) && wanted.EndsWith("_" + Flat(path[(slash + 1)..]), StringComparison.Ordinal));
    }

    private static bool IsSame(string folder, string id) => Letters(folder) is var own && Letters(id) is var other
        && (own.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(own, StringComparison.Ordinal) || (own.StartsWith("mmlu", StringComparison.Ordinal) && other.StartsWith("mmlu", StringComparison.Ordinal)));

    private static string Letters(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();

    private static string Flat(string path) => path.Replace('/', '_').Replace("%20", "_", StringComparison.Ordinal);

    private static Dictionary<string, string> Read() => !Directory.Exists(Folder) ? [] : Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
        .Where(file => Path.GetFileName(file) is not ("PROVENANCE.txt" or "README.md"))
        .ToDictionary(file => Path.GetRelativePath(Folder, file).Replace('\\', '/'), file => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))), StringComparer.Ordinal);

    private static string FindRoot()
    {
        var root = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "MedBench.Sdk.sln")))
        {
            root = root.Parent;
        }

        return root?.FullName ?? throw new InvalidOperationException("The tests do not run below the repository.");
    }
}
