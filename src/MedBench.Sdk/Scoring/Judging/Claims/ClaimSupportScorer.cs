using MedBench.Judging;

namespace MedBench;

/// <summary>Has a judge say of each claim of the reference whether the answer entails it, contradicts it, or neither: how complete and how false a long answer is.</summary>
/// <remarks>
/// <para>The claims are the criteria of a <see cref="RubricTarget"/>, each tagged <see cref="MustHave"/> or <see cref="NiceToHave"/>; their points do not count. A
/// <see cref="TextTarget"/> holds whole answers and no claims.</para>
/// <para>Parts, by claim counts of one sample: <c>comprehensiveness</c> = entailed must-have / must-have (K-QA, arXiv 2401.14493, and MedLFQA, arXiv 2405.12701),
/// 0 without a must-have claim as OLAPH's <c>pdata_collection.py</c> counts; <c>hallucination-count</c> = contradicted claims of both kinds, the
/// hallucination of K-QA, whose mean is a number of claims an answer; <c>hallucination-rate</c> = the same / all claims, the hallucination of MedLFQA, which is
/// printed times 100, 0 without any claim; <c>factuality</c> = comprehensiveness − hallucination-rate (OLAPH's code); <c>must-have</c>, <c>entailed</c> and <c>claims</c>; for a
/// panel <c>agreement</c> and <c>votes:FIELD:VALUE</c>.</para>
/// </remarks>
public sealed class ClaimSupportScorer : IScorer
{
    /// <summary>The tag of a claim that a good answer makes.</summary>
    public const string MustHave = "must-have";

    /// <summary>The tag of a claim that a good answer may make.</summary>
    public const string NiceToHave = "nice-to-have";

    private readonly ClaimSupportOptions options;
    private readonly IReadOnlyList<ClaimSupportPrompt> prompts;

    /// <summary>Initializes the scorer.</summary>
    /// <param name="options">Who judges, what is asked, and which measure is the value; null means the defaults.</param>
    /// <exception cref="ArgumentException">The panel cannot judge.</exception>
    public ClaimSupportScorer(ClaimSupportOptions? options = null)
    {
        this.options = options ?? new ClaimSupportOptions();
        prompts = this.options.Prompts is { } published ? [ClaimSupportPrompt.Entailment.With(published.Entailment), ClaimSupportPrompt.Contradiction.With(published.Contradiction)]
            : this.options.AsksSeparately ? [ClaimSupportPrompt.Entailment, ClaimSupportPrompt.Contradiction]
            : [ClaimSupportPrompt.OneOfThree];
        Info = new ScorerInfo
        {
            Id = "claim-support",
            Version = "2",
            Metric = Headline,
            Range = this.options.Headline is ClaimHeadline.Factuality ? new ScoreRange(-1, 1) : ScoreRange.ZeroToOne,
            DenominatorPolicy = $"{Headline} of each answer, mean over all samples - failed - unsupported; unanswered samples count as 0; without a verdict on every claim a sample fails",
            RequiredRoles = this.options.Panel.Checked().Roles,
            Parameters = new Dictionary<string, string>(this.options.Panel.Describe([.. prompts.Select(prompt => prompt.Prompt)]), StringComparer.Ordinal)
            {
                ["headline"] = Headline,
                ["questions"] = prompts.Count == 2 ? "two" : "one of three",
            },
        };
    }

    /// <inheritdoc />
    public ScorerInfo Info { get; }

    private string Headline => options.Headline == ClaimHeadline.Factuality ? "factuality" : "comprehensiveness";

    /// <inheritdoc />
    public async ValueTask<Score> ScoreAsync(Sample sample, Prediction prediction, IModelAccess models, CancellationToken cancellationToken = default)
    {
        var claims = JudgedText.Target<RubricTarget>(sample, Info).Criteria;
        if (claims.Any(claim => IsTagged(claim, MustHave) == IsTagged(claim, NiceToHave)))
        {
            throw new InvalidOperationException($"Sample '{sample.Input.Id}' has a claim that is not tagged either '{MustHave}' or '{NiceToHave}'.");
        }

        if (prediction is Unanswered unanswered)
        {
            return Score.None(unanswered.Outcome);
        }

        var (question, answer) = (JudgedText.Question(sample.Input), JudgedText.Answer(sample, prediction, Info));
        var asked = claims.SelectMany((claim, i) => prompts.Where(prompt => prompt.IsOfEveryClaim || IsTagged(claim, MustHave)).Select(prompt => prompt.Ask(question, answer, claim.Text, i))).ToList();
        var rulings = await options.Panel.AskAllAsync(models, asked, cancellationToken).ConfigureAwait(false);
        return rulings.FirstOrDefault(ruling => ruling.Verdict is null) is { } open ? open.Unscored(Info) : Grade(claims, rulings);
    }

    private static bool IsTagged(RubricCriterion claim, string tag) => claim.Tags.Contains(tag, StringComparer.Ordinal);

    private Score Grade(IReadOnlyList<RubricCriterion> claims, IReadOnlyList<JudgeRuling> rulings)
    {
        var required = claims.Count(claim => IsTagged(claim, MustHave));
        var entailed = prompts.Count == 1
            ? claims.Zip(rulings).Count(pair => IsTagged(pair.First, MustHave) && IsFound(pair.Second, ClaimSupportPrompt.Entailed))
            : rulings.Count(ruling => IsFound(ruling, ClaimSupportPrompt.Entailed));
        var contradicted = rulings.Count(ruling => IsFound(ruling, ClaimSupportPrompt.Contradicted));
        var (complete, rate) = (required == 0 ? 0 : (double)entailed / required, claims.Count == 0 ? 0 : (double)contradicted / claims.Count);
        var parts = new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["comprehensiveness"] = complete,
            ["hallucination-count"] = contradicted,
            ["hallucination-rate"] = rate,
            ["factuality"] = complete - rate,
            ["must-have"] = required,
            ["entailed"] = entailed,
            ["claims"] = claims.Count,
        };
        var value = parts[Headline];
        PanelParts.Add(parts, rulings);
        return Score.Graded(value) with { Parts = parts };
    }

    /// <summary>Tells whether the ruling is on this relation, and finds it.</summary>
    private bool IsFound(JudgeRuling ruling, string relation) => prompts.Count == 1
        ? ruling.Verdict!.GetChoice(ClaimSupportPrompt.Relation) == relation
        : ruling.Question.Purpose.EndsWith($"/{relation}", StringComparison.Ordinal) && ruling.Verdict!.GetFlag(ClaimSupportPrompt.Holds);
}
