using System.Text.Json;

namespace MedBench;

/// <summary>The reader's own passages and the index over them.</summary>
internal sealed class PassageLibrary
{
    private static readonly Lazy<PassageLibrary> EmbeddedLibrary = new(() => new PassageLibrary(LoadEmbedded()));

    internal PassageLibrary(IReadOnlyList<LexicalPassage> passages)
    {
        Passages = passages;
        Index = Bm25Index.Build(Enumerable.Range(0, passages.Count).Select(TextOf));
        Identity = passages.Aggregate(0UL, static (hash, passage) => StableHash.Combine(hash, StableHash.Of(passage.Title + "\n" + passage.Text)));
    }

    /// <summary>Gets the passages that come with the package, in the order of file names and lines.</summary>
    internal static PassageLibrary Embedded => EmbeddedLibrary.Value;

    internal IReadOnlyList<LexicalPassage> Passages { get; }

    internal Bm25Index Index { get; }

    /// <summary>Gets a hash of all texts: other passages make other answers.</summary>
    internal ulong Identity { get; }

    /// <summary>Returns title and text of a passage.</summary>
    internal string TextOf(int passage) => $"{Passages[passage].Title}. {Passages[passage].Text}";

    private static List<LexicalPassage> LoadEmbedded()
    {
        var assembly = typeof(PassageLibrary).Assembly;
        var passages = new List<LexicalPassage>();
        foreach (var name in assembly.GetManifestResourceNames().Where(IsPassageFile).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            for (var line = reader.ReadLine(); line is not null; line = reader.ReadLine())
            {
                if (!string.IsNullOrWhiteSpace(line))
                {
                    passages.Add(JsonSerializer.Deserialize(line, LexicalPassageJson.Default.LexicalPassage)!);
                }
            }
        }

        return passages;
    }

    private static bool IsPassageFile(string name)
        => name.StartsWith("passages/", StringComparison.Ordinal) && name.EndsWith(".jsonl", StringComparison.Ordinal);
}
