using System.Text;

namespace MedBench;

/// <summary>A question as lower-case words with single blanks between them, and the hashes of its distinct runs of words.</summary>
internal sealed class NormalizedStem
{
    /// <summary>How many words make a run.</summary>
    internal const int RunLength = 5;

    private NormalizedStem(string text, int wordCount, ulong[] runs)
    {
        Text = text;
        WordCount = wordCount;
        Runs = runs;
    }

    internal string Text { get; }

    internal int WordCount { get; }

    /// <summary>Gets the distinct runs, ascending by hash; none where the stem is shorter than one.</summary>
    internal ulong[] Runs { get; }

    internal static NormalizedStem Of(string stem)
    {
        var text = new StringBuilder(stem.Length);
        var hashes = new List<ulong>();
        var reader = new WordReader(stem, stackalloc char[LexicalTokenizer.LongestWord]);
        while (reader.MoveNext())
        {
            text.Append(text.Length == 0 ? "" : " ").Append(reader.Word);
            hashes.Add(StableHash.Of(reader.Word));
        }

        return new NormalizedStem(text.ToString(), hashes.Count, FindRuns(hashes));
    }

    /// <summary>Returns whether the other stem's words occur here side by side.</summary>
    internal bool Contains(NormalizedStem other)
    {
        for (var at = Text.IndexOf(other.Text, StringComparison.Ordinal); at >= 0; at = Text.IndexOf(other.Text, at + 1, StringComparison.Ordinal))
        {
            var end = at + other.Text.Length;
            if ((at == 0 || Text[at - 1] == ' ') && (end == Text.Length || Text[end] == ' '))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Returns how many distinct runs two stems share.</summary>
    internal int CountCommonRuns(NormalizedStem other)
    {
        var common = 0;
        for (int i = 0, j = 0; i < Runs.Length && j < other.Runs.Length;)
        {
            var order = Runs[i].CompareTo(other.Runs[j]);
            common += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return common;
    }

    private static ulong[] FindRuns(List<ulong> hashes)
    {
        var runs = new ulong[Math.Max(0, hashes.Count - RunLength + 1)];
        for (var i = 0; i < runs.Length; i++)
        {
            for (var j = i; j < i + RunLength; j++)
            {
                runs[i] = StableHash.Combine(runs[i], hashes[j]);
            }
        }

        Array.Sort(runs);
        var kept = 0;
        foreach (var run in runs)
        {
            if (kept == 0 || runs[kept - 1] != run)
            {
                runs[kept++] = run;
            }
        }

        return runs[..kept];
    }
}
