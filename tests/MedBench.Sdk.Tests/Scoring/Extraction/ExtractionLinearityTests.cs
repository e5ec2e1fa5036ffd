using MedBench.Scoring.Extraction;

namespace MedBench.Tests.Scoring.Extraction;

/// <summary>Bounds the work on hostile replies by counting how often a token is read: no clock, so no flaky build.</summary>
[TestFixture]
public sealed class ExtractionLinearityTests
{
    private const double MostGrowthPerTenfold = 12;
    private const int MostReadsPerCharacter = 400;
    private const int Small = 1_000;

    private static readonly string[] Patterns =
    [
        "answer ", "answer is ", "the answer is not ", "((((", "))))", "\\boxed{", "<answer>", "{\"answer\":", "A ", "A or ", "A, ", "(A) ", "A)\n", "A. ", "B\nA\n", "the : A ", "Answer: A\n", "Answer:\n", "**", "....", "? ", "\n", "I ", "most likely ", "Deficiency in protein ", "Deficiency in protein C ",
        "Deficiency ", "if ", "not ", "wait ", "therefore ", "A is correct ", "A) This is correct. ", "答案", "é", "\ud83d\ude00", "\u200b", "'a", "a-", "1. ", "I don't ", "as an ", "because ", "[THINK", "<think></think>", "A but ", "A, not ", ":\n", "#*-_>", "A) x\n", "B) x ", "A) x\nB) ", "A, B, ", "other options ", "\"? ", "\"a? \"", "if choose, A", "if choose consider A ", "suggests A ", "step is ", ", which is A", "| A | no |\n", "a:\n\nA) ",
    ];

    [TestCaseSource(nameof(Patterns))]
    public void Ten_times_the_text_costs_about_ten_times_the_work(string pattern)
    {
        var small = Work(Repeat(pattern, Small));
        var medium = Work(Repeat(pattern, 10 * Small));
        var large = Work(Repeat(pattern, 60 * Small));

        Assert.That(medium, Is.LessThanOrEqualTo((MostGrowthPerTenfold * small) + Small));
        Assert.That(large, Is.LessThanOrEqualTo((MostGrowthPerTenfold * 6 / 10 * medium) + Small));
        Assert.That(large, Is.LessThanOrEqualTo(MostReadsPerCharacter * 60L * Small));
    }

    [TestCaseSource(nameof(Patterns))]
    public void Text_beyond_the_cap_costs_nothing(string pattern) =>
        Assert.That(Work(Repeat(pattern, 400 * Small)), Is.LessThanOrEqualTo((2 * Work(Repeat(pattern, 64 * Small))) + Small));

    private static long Work(string reply)
    {
        var reading = new ReplyContext(ReplyNormalizer.Normalize(reply) ?? "", new OptionSet(QuestionOptions.Thrombosis));
        ChoiceExtractor.Decide(reading);
        return reading.Tokens.Reads;
    }

    private static string Repeat(string pattern, int length) => string.Concat(Enumerable.Repeat(pattern, length / pattern.Length));
}
