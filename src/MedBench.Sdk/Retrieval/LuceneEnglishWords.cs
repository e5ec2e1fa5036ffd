using System.Collections.Frozen;
using System.Text;
using MedBench.Metrics;

namespace MedBench;

/// <summary>Cuts text as Anserini's and Pyserini's default analyser does: standard words, possessives off, lower case, stop words out, Porter's stems.</summary>
/// <remarks>Source: castorini/anserini, <c>DefaultEnglishAnalyzer.java</c>, over Lucene's <c>StandardTokenizer</c>, <c>EnglishPossessiveFilter</c>, <c>StopFilter</c> and <c>PorterStemFilter</c>. Emoji, which newer versions keep, are no words here.</remarks>
internal sealed class LuceneEnglishWords : WordAnalyzer
{
    private const string Stopped = "";

    private static readonly FrozenSet<string> StopWords = FrozenSet.ToFrozenSet(
        "a an and are as at be but by for if in into is it no not of on or such that the their then there these they this to was will with".Split(' '), StringComparer.Ordinal);

    private readonly Dictionary<string, string> stems = new(StringComparer.Ordinal);

    public override void Read(string text, WordHandler handle)
    {
        var known = stems.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> buffer = stackalloc char[StandardWords.LongestWord];
        for (var reader = new StandardWords(text); reader.MoveNext();)
        {
            var word = ToLower(WithoutPossessive(reader.Current), buffer);
            if (!known.TryGetValue(word, out var stem))
            {
                var whole = word.ToString();
                stem = StopWords.Contains(whole) ? Stopped : PorterStemmer.StemAsPorter(whole);
                stems[whole] = stem;
            }

            if (stem.Length > 0)
            {
                handle(stem);
            }
        }
    }

    private static ReadOnlySpan<char> WithoutPossessive(ReadOnlySpan<char> word)
        => word is [.., '\'' or '\u2019' or '\uFF07', 's' or 'S'] ? word[..^2] : word;

    private static ReadOnlySpan<char> ToLower(ReadOnlySpan<char> word, Span<char> buffer)
    {
        var length = 0;
        foreach (var rune in word.EnumerateRunes())
        {
            length += Rune.ToLowerInvariant(rune).EncodeToUtf16(buffer[length..]);
        }

        return buffer[..length];
    }
}
