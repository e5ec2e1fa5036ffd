namespace MedBench.Tests.Scoring.Extraction;

/// <summary>Replies to questions whose options are yes, no and maybe.</summary>
internal static class YesNoReplies
{
    internal static LabelledReply[] All { get; } =
    [
        new("A", "Yes"), new("A", "yes"), new("A", "YES."), new("A", "**Yes**"), new("A", "Yes!"), new("B", "No"), new("B", "no."), new("C", "Maybe"), new("C", "maybe."), new("A", "A"), new("A", "A) yes"), new("B", "B. no"), new("C", "(C) maybe"),
        new("A", "The answer is yes."), new("A", "Answer: Yes"), new("B", "Answer: no"), new("C", "Final answer: maybe"), new("B", "The answer is no."), new("B", "The answer is \"no\"."), new("C", "The answer is 'maybe'."), new("A", "The correct answer is A (yes)."), new("A", "**Answer:** yes"), new("B", "Answer: **No**"),
        new("A", "Yes, the trial shows a significant reduction in mortality."), new("B", "No, the study found no difference between the groups."), new("C", "Maybe, since the evidence is mixed."), new("A", "Yes. The authors report that patients improved, although no difference was found in children."), new("B", "No. The results do not support the hypothesis."), new("C", "Maybe. The sample was small and no conclusion is possible."), new("A", "Yes - the effect was consistent."), new("B", "No; the effect was not significant."), new("A", "Yes\n\nThe abstract reports a benefit."),
        new("A", "The abstract reports a benefit in both arms. Therefore, the answer is yes."), new("B", "There is no evidence of benefit. So the answer is no."), new("C", "The data conflict. The answer is maybe."), new("A", "In conclusion, yes."), new("B", "Therefore: no."), new("A", "Based on the abstract, the answer is yes."), new("B", "Based on the results, the answer would be no."), new("A", "So, yes."), new("C", "The findings are inconclusive. Final answer: Maybe."), new("A", "There was no difference at baseline. The answer is: yes"),
        new(LabelledReply.Unparsed, "yes or no"), new(LabelledReply.Unparsed, "Yes/No/Maybe"), new(LabelledReply.Unparsed, "The answer is yes or no."), new(LabelledReply.Unparsed, "The answer is either yes or maybe."), new(LabelledReply.Unparsed, "No evidence was presented in the abstract about this"), new(LabelledReply.Unparsed, "There was no difference between the groups."), new(LabelledReply.Unparsed, "Answer with yes, no or maybe."),
    ];

    static YesNoReplies()
    {
        for (var i = 0; i < All.Length; i++)
        {
            All[i] = All[i] with { Options = QuestionOptions.YesNoMaybe };
        }
    }
}
