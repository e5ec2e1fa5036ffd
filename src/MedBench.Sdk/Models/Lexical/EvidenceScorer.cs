namespace MedBench;

/// <summary>Scores options by the texts that speak of the question and of the option at once.</summary>
/// <remarks>
/// The idea is the information-retrieval solver of Clark et al. (AAAI 2016), which Jin et al. ran on MedQA: the best BM25 hit of
/// question and option together. Here the two parts are multiplied after each is divided by the most it could reach, so that a
/// text must match both and long options have no advantage. Words of an option that all options share do not count.
/// </remarks>
internal sealed class EvidenceScorer
{
    private readonly PassageLibrary library;
    private readonly ReadQuestion question;
    private readonly int[] stem;
    private readonly int[][] options;
    private readonly Vocabulary words = new();
    private readonly List<float> idf = [];
    private readonly List<int> known = [];
    private readonly OptionScores result;

    private EvidenceScorer(PassageLibrary library, ReadQuestion question)
    {
        this.library = library;
        this.question = question;
        stem = Encode(question.Stem);
        options = [.. question.Options.Select(option => Encode(option.Text))];
        options = [.. options.Select(Distinctive)];
        result = new OptionScores(new double[options.Length], new Evidence?[options.Length]);
    }

    internal static OptionScores Score(PassageLibrary library, ReadQuestion question)
    {
        var scorer = new EvidenceScorer(library, question);
        scorer.ReadLibrary();
        foreach (var text in question.Context)
        {
            scorer.ReadText(new Evidence("the given text", text));
        }

        for (var i = 0; i < question.Examples.Count; i++)
        {
            scorer.ReadText(new Evidence($"worked example {i + 1}", question.Examples[i]));
        }

        return scorer.result;
    }

    private int[] Encode(string text)
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
            if (id == idf.Count)
            {
                known.Add(library.Index.FindToken(reader.Stem));
                idf.Add(library.Index.Idf(known[id]));
            }

            if (!found.Contains(id))
            {
                found.Add(id);
            }
        }

        return [.. found];
    }

    private int[] Distinctive(int[] option)
    {
        int[] rest = [.. option.Where(word => !options.All(other => other.Contains(word)))];
        return rest.Length == 0 ? option : rest;
    }

    private void ReadLibrary()
    {
        var about = Scores(stem);
        var supports = Array.ConvertAll(options, Scores);
        for (var passage = 0; passage < about.Length; passage++)
        {
            for (var option = 0; option < options.Length; option++)
            {
                Offer(option, about[passage], supports[option][passage], () => Name(passage));
            }
        }
    }

    private Evidence Name(int passage) => new($"\"{library.Passages[passage].Title}\"", library.Passages[passage].Text);

    private float[] Scores(int[] query)
    {
        var scores = new float[library.Index.Count];
        library.Index.Accumulate([.. query.Select(word => known[word])], scores);
        return scores;
    }

    private void ReadText(Evidence text)
    {
        var counts = new int[words.Count];
        var length = 0;
        var reader = new WordReader(text.Text, stackalloc char[LexicalTokenizer.LongestWord]);
        while (reader.MoveNext())
        {
            length++;
            if (words.Find(reader.Stem) is >= 0 and var id)
            {
                counts[id]++;
            }
        }

        double Match(int[] query) => query.Sum(word => counts[word] == 0 ? 0 : library.Index.Weigh(idf[word], counts[word], length));
        var about = Match(stem);
        for (var option = 0; option < options.Length && about > 0; option++)
        {
            Offer(option, about, Match(options[option]), () => text);
        }
    }

    private void Offer(int option, double about, double support, Func<Evidence> name)
    {
        if (about <= 0 || support <= 0)
        {
            return;
        }

        var score = about / Most(stem) * (support / Most(options[option]));
        if (score > result.Values[option])
        {
            result.Values[option] = score;
            result.Reasons[option] = name();
        }
    }

    private double Most(int[] query) => query.Sum(word => (double)idf[word]);
}
