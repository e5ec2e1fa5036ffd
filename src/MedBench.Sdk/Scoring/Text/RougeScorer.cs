using MedBench.Metrics;

namespace MedBench;

/// <summary>Scores a text by the F measures of ROUGE; of several references the best counts, for each measure by itself.</summary>
/// <remarks>
/// Equals google-research's <c>rouge_score</c> with <c>use_stemmer=True</c>, as HELM calls it; the package's own default is not to stem, which is
/// <see cref="TextTokenizer.Rouge"/>. Both give 0 for scripts other than Latin: take <see cref="TextTokenizer.Multilingual"/> there.
/// </remarks>
public sealed class RougeScorer : IScorer
{
    private readonly RougeMeasure headline;
    private readonly TextTokenizer tokenizer;

    /// <summary>Initializes the scorer.</summary>
    /// <param name="headline">The measure that becomes the value; all four stand among the parts.</param>
    /// <param name="tokenizer">Splits the texts; <see cref="TextTokenizer.RougeStemmed"/> where null.</param>
    public RougeScorer(RougeMeasure headline = RougeMeasure.RougeL, TextTokenizer? tokenizer = null)
    {
        (this.headline, this.tokenizer) = (headline, tokenizer ?? TextTokenizer.RougeStemmed);
        Info = new ScorerInfo
        {
            Id = "rouge",
            Version = "1",
            Metric = $"{headline} F1",
            Range = ScoreRange.ZeroToOne,
            DenominatorPolicy = TextVerdict.Denominator,
            Parameters = new Dictionary<string, string>(StringComparer.Ordinal) { ["headline"] = headline.ToString(), ["tokenizer"] = this.tokenizer.Name },
        };
    }

    /// <inheritdoc />
    public ScorerInfo Info { get; }

    /// <inheritdoc />
    /// <returns>The headline from 0 to 1, with the parts <c>rouge1</c>, <c>rouge2</c>, <c>rougeL</c> and <c>rougeLsum</c>.</returns>
    public ValueTask<Score> ScoreAsync(Sample sample, Prediction prediction, IModelAccess models, CancellationToken cancellationToken = default)
        => TextVerdict.Grade(sample, prediction, Info.Id, (text, references) =>
        {
            var best = new double[4];
            var tokens = tokenizer.Tokenize(text);
            foreach (var reference in references)
            {
                var expected = tokenizer.Tokenize(reference);
                Raise(best, RougeMeasure.Rouge1, Rouge.OfOrder(tokens, expected, 1));
                Raise(best, RougeMeasure.Rouge2, Rouge.OfOrder(tokens, expected, 2));
                Raise(best, RougeMeasure.RougeL, Rouge.OfLongestSubsequence(tokens, expected));
                Raise(best, RougeMeasure.RougeLsum, Rouge.OfSummary(text, reference, tokenizer));
            }

            return Score.Graded(best[(int)headline]) with
            {
                Parts = new Dictionary<string, double>(StringComparer.Ordinal)
                {
                    ["rouge1"] = best[(int)RougeMeasure.Rouge1],
                    ["rouge2"] = best[(int)RougeMeasure.Rouge2],
                    ["rougeL"] = best[(int)RougeMeasure.RougeL],
                    ["rougeLsum"] = best[(int)RougeMeasure.RougeLsum],
                },
            };
        });

    private static void Raise(double[] best, RougeMeasure measure, OverlapScore overlap) => best[(int)measure] = Math.Max(best[(int)measure], overlap.F1);
}
