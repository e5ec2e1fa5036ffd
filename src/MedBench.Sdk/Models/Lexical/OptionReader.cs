namespace MedBench;

/// <summary>Scores the options of a question that was read off a prompt.</summary>
internal static class OptionReader
{
    private static readonly string[] Exceptions = ["EXCEPT", " NOT ", "LEAST", "least likely", " except "];

    /// <summary>Returns the scores, by verdict cues for yes, no and maybe, by evidence otherwise.</summary>
    internal static OptionScores Score(PassageLibrary library, ReadQuestion question)
    {
        if (question.IsVerdict)
        {
            return ScoreVerdict(library, question);
        }

        var scores = EvidenceScorer.Score(library, question);
        var inverted = Exceptions.Any(words => question.Stem.Contains(words, StringComparison.Ordinal));
        var best = scores.Values.Max();
        return scores with { Values = Shares(inverted ? Array.ConvertAll(scores.Values, value => best - value) : scores.Values) };
    }

    /// <summary>Returns the sentence of a text that shares most words with a question and an option.</summary>
    internal static string BestSentence(string text, string question, string option)
    {
        var wanted = LexicalTokenizer.Tokenize(question).Where(word => !FunctionWords.Contains(word)).ToHashSet(StringComparer.Ordinal);
        var named = LexicalTokenizer.Tokenize(option).ToHashSet(StringComparer.Ordinal);
        return text.Split(". ").Select(sentence => sentence.Trim().TrimEnd('.'))
            .MaxBy(sentence => LexicalTokenizer.Tokenize(sentence).Distinct().Sum(word => (wanted.Contains(word) ? 1 : 0) + (named.Contains(word) ? 2 : 0)))!;
    }

    private static OptionScores ScoreVerdict(PassageLibrary library, ReadQuestion question)
    {
        var texts = question.Context.Select((text, i) => (Text: text, Weight: (i + 1.0) / question.Context.Count)).ToList();
        Evidence? reason = question.Context.Count == 0 ? null : new Evidence("the given text", question.Context[^1]);
        if (library.Index.Search(question.Stem, 1) is [var hit])
        {
            var passage = library.Passages[hit.Index];
            texts.Add((passage.Text, 0.5));
            reason ??= new Evidence($"\"{passage.Title}\"", passage.Text);
        }

        var values = VerdictCues.Score(question.Options, texts);
        return new OptionScores(Shares(values), [.. values.Select(_ => reason)]);
    }

    private static double[] Shares(double[] values)
    {
        var total = values.Sum();
        return total == 0 ? values : Array.ConvertAll(values, value => value / total);
    }
}
