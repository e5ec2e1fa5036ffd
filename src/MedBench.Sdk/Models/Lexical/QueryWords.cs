namespace MedBench;

/// <summary>The content words of one question and its options, with their rarity among the passages.</summary>
internal sealed class QueryWords(Bm25Index index)
{
    private readonly Vocabulary words = new();
    private readonly List<int> known = [];
    private readonly List<float> rarity = [];

    /// <summary>Returns the distinct content words of a text, numbered across all texts given so far.</summary>
    internal int[] Encode(string text)
    {
        var found = new List<int>();
        var reader = new WordReader(text, stackalloc char[LexicalTokenizer.LongestWord]);
        while (reader.MoveNext())
        {
            if (FunctionWords.Contains(reader.Stem))
            {
                continue;
            }

            var id = words.GetOrAdd(reader.Stem);
            if (id == known.Count)
            {
                known.Add(index.FindToken(reader.Stem));
                rarity.Add(index.Idf(known[id]));
            }

            if (!found.Contains(id))
            {
                found.Add(id);
            }
        }

        return [.. found];
    }

    /// <summary>Returns the numbers by which the index knows the words.</summary>
    internal int[] Known(int[] query) => Array.ConvertAll(query, word => known[word]);

    /// <summary>Returns where each word stands in a text, counted in words.</summary>
    internal List<int>[] Locate(string text)
    {
        var places = new List<int>[words.Count];
        for (var word = 0; word < places.Length; word++)
        {
            places[word] = [];
        }

        var place = 0;
        var reader = new WordReader(text, stackalloc char[LexicalTokenizer.LongestWord]);
        for (; reader.MoveNext(); place++)
        {
            if (words.Find(reader.Stem) is >= 0 and var word)
            {
                places[word].Add(place);
            }
        }

        return places;
    }

    /// <summary>Returns the mean of something over words, weighted by rarity; 0 where there are none.</summary>
    internal double Share(int[] query, Func<int, double> measure)
    {
        var sum = 0.0;
        var total = 0.0;
        foreach (var word in query)
        {
            sum += rarity[word] * measure(word);
            total += rarity[word];
        }

        return total == 0 ? 0 : sum / total;
    }
}
