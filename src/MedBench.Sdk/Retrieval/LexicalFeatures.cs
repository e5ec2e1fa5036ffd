namespace MedBench;

/// <summary>Takes a text apart into hashed features: its words, and the runs of four letters within them.</summary>
internal static class LexicalFeatures
{
    private const int GramLength = 4;
    private const ulong GramSeed = 0x6772616D;

    /// <summary>Returns each feature once, by ascending hash, with how often it occurs and how much one occurrence weighs.</summary>
    /// <remarks>Runs of letters let "hyperkalemia" and "hypokalemia" meet; together they weigh as much as half their word, so that length brings no advantage.</remarks>
    internal static List<LexicalFeature> Of(string text)
    {
        var found = new List<LexicalFeature>();
        Span<char> padded = stackalloc char[LexicalTokenizer.LongestWord + 2];
        var reader = new WordReader(text, stackalloc char[LexicalTokenizer.LongestWord]);
        while (reader.MoveNext())
        {
            var word = reader.Stem;
            if (FunctionWords.Contains(word))
            {
                continue;
            }

            found.Add(new LexicalFeature(StableHash.Of(word), 1, 1, word.Length));
            padded[0] = '^';
            word.CopyTo(padded[1..]);
            padded[word.Length + 1] = '$';
            var grams = word.Length + 2 - GramLength + 1;
            for (var i = 0; i < grams; i++)
            {
                var gram = StableHash.Of(padded.Slice(i, GramLength), GramSeed);
                found.Add(new LexicalFeature(gram, 1, 0.5 / Math.Sqrt(grams), GramLength));
            }
        }

        return Merge(found);
    }

    private static List<LexicalFeature> Merge(List<LexicalFeature> found)
    {
        // Sorted by everything, so that the first of equal features is the same one wherever the sort leaves it.
        found.Sort(static (a, b) => a.Hash != b.Hash ? a.Hash.CompareTo(b.Hash) : b.Weight.CompareTo(a.Weight));
        var kept = 0;
        for (var i = 0; i < found.Count; i++)
        {
            if (kept > 0 && found[kept - 1].Hash == found[i].Hash)
            {
                found[kept - 1] = found[kept - 1] with { Count = found[kept - 1].Count + 1 };
            }
            else
            {
                found[kept++] = found[i];
            }
        }

        found.RemoveRange(kept, found.Count - kept);
        return found;
    }
}
