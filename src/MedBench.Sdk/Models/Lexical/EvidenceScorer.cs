namespace MedBench;

/// <summary>Scores options by the texts that speak of the question and of the option close together.</summary>
/// <remarks>
/// Candidates come by BM25 of question and option, the information-retrieval solver that Jin et al. ran on MedQA (arXiv 2009.13081);
/// within them nearness of the words decides, as in the distance baseline of MCTest (Richardson, Burges and Renshaw, EMNLP 2013).
/// A text's score for an option is the product of three shares from 0 to 1, each weighted by rarity: the option's words that it
/// holds; the question's words that it holds; and the latter again, discounted by the distance to the nearest word of the option.
/// Words that all options share do not count for any. An option's score is that of its best text.
/// </remarks>
internal sealed class EvidenceScorer
{
    private const int CandidatesPerOption = 8;
    private const double HalfDistance = 8;

    private readonly PassageLibrary library;
    private readonly ReadQuestion question;
    private readonly QueryWords words;
    private readonly int[] stem;
    private readonly int[][] options;
    private readonly OptionScores result;

    private EvidenceScorer(PassageLibrary library, ReadQuestion question)
    {
        this.library = library;
        this.question = question;
        words = new QueryWords(library.Index);
        stem = words.Encode(question.Stem);
        var all = question.Options.Select(option => words.Encode(option.Text)).ToArray();
        options = Array.ConvertAll(all, option => Distinctive(option, all));
        result = new OptionScores(new double[options.Length], new Evidence?[options.Length]);
    }

    internal static OptionScores Score(PassageLibrary library, ReadQuestion question)
    {
        var scorer = new EvidenceScorer(library, question);
        foreach (var passage in scorer.FindCandidates())
        {
            scorer.Read(new Evidence($"\"{library.Passages[passage].Title}\"", library.TextOf(passage)));
        }

        foreach (var text in question.Context.Concat(question.Background))
        {
            scorer.Read(new Evidence("the given text", text));
        }

        for (var i = 0; i < question.Examples.Count; i++)
        {
            scorer.Read(new Evidence($"worked example {i + 1}", question.Examples[i]));
        }

        return scorer.result;
    }

    private static int[] Distinctive(int[] option, int[][] all)
    {
        int[] rest = [.. option.Where(word => !all.All(other => other.Contains(word)))];
        return rest.Length == 0 ? option : rest;
    }

    private SortedSet<int> FindCandidates()
    {
        var found = new SortedSet<int>();
        foreach (var option in options)
        {
            found.UnionWith(library.Index.Search(words.Known([.. stem, .. option]), CandidatesPerOption).Select(hit => hit.Index));
        }

        return found;
    }

    private void Read(Evidence text)
    {
        var places = words.Locate(text.Text);
        var about = words.Share(stem, word => places[word].Count > 0 ? 1 : 0);
        for (var i = 0; i < options.Length && about > 0; i++)
        {
            var option = options[i];
            var support = words.Share(option, word => places[word].Count > 0 ? 1 : 0);
            if (support == 0)
            {
                continue;
            }

            int[] anchors = [.. option.SelectMany(word => places[word]).Order()];
            var near = words.Share(stem, word => places[word].Count == 0 ? 0 : HalfDistance / (HalfDistance + Distance(places[word], anchors)));
            var score = support * about * near;
            if (score > result.Values[i])
            {
                result.Values[i] = score;
                result.Reasons[i] = text;
            }
        }
    }

    private static int Distance(List<int> places, int[] anchors)
    {
        var nearest = int.MaxValue;
        foreach (var place in places)
        {
            var at = Array.BinarySearch(anchors, place);
            at = at < 0 ? ~at : at;
            nearest = at < anchors.Length ? Math.Min(nearest, anchors[at] - place) : nearest;
            nearest = at > 0 ? Math.Min(nearest, place - anchors[at - 1]) : nearest;
        }

        return nearest;
    }
}
