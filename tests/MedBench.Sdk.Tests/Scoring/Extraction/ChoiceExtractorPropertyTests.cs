using CsCheck;

namespace MedBench.Tests.Scoring.Extraction;

/// <summary>States what holds for every label, every phrase and every string.</summary>
[TestFixture]
public sealed class ChoiceExtractorPropertyTests
{
    private const int Iterations = 1_000;

    private static readonly ChoiceExtractor Extractor = new();

    private static readonly string[] Templates =
    [
        "{0}", "({0})", "{0})", "{0}.", "**{0}**", "[{0}]", "Answer: {0}", "ANSWER: ${0}$", "The answer is {0}.", "The answer is ({0}).", "The correct answer is {0}.", "The best option is {0}.",
        "Option {0}", "Option {0} is correct.", "I would go with {0}.", "I choose option {0}.", "\\boxed{{{0}}}", "<answer>{0}</answer>", "{{\"answer\": \"{0}\"}}", "### Answer: {0}", "Therefore, the answer is {0}.", "Final answer: {0}", "The most likely answer is {0}.",
    ];

    private static readonly string[] Denials =
    [
        "It is not {0}.", "Option {0} is incorrect.", "The answer is not {0}.", "({0}) can be ruled out.", "I would not choose {0}.", "Option {0} does not fit.",
    ];

    private static readonly string[] Fragments =
    [
        "A", "B", "(C)", "answer", "is", "not", "or", "the", "correct", "\\boxed{", "}", "<think>", "</think>", ":", ".", "\n", "**", "{\"answer\":", "option", "both", "\ud83d", "É", "答案", "most likely", "Heparin", "wait", "if", "?", ",",
    ];

    private static readonly Gen<int> AnyLabel = Gen.Int[0, QuestionOptions.Ten.Length - 1];

    private static readonly Gen<string> AnyTemplate = Gen.OneOf(Templates);

    [Test]
    public void Every_label_is_read_in_every_phrase() => Gen.Select(AnyLabel, AnyTemplate).Sample((label, template) =>
        Read(Fill(template, label)) == LabelOf(label), iter: Iterations);

    [Test]
    public void Denying_another_option_before_changes_nothing() => Gen.Select(AnyLabel, AnyLabel, AnyTemplate, Gen.OneOf(Denials))
        .Where((label, other, _, _) => label != other)
        .Sample((label, other, template, denial) => Read($"{Fill(denial, other)}\n\n{Fill(template, label)}") == LabelOf(label), iter: Iterations);

    [Test]
    public void Denying_another_option_after_changes_nothing() => Gen.Select(AnyLabel, AnyLabel, AnyTemplate, Gen.OneOf(Denials))
        .Where((label, other, _, _) => label != other)
        .Sample((label, other, template, denial) => Read($"{Fill(template, label)}\n\n{Fill(denial, other)}") == LabelOf(label), iter: Iterations);

    [Test]
    public void A_denied_option_is_never_the_answer() => Gen.Select(AnyLabel, Gen.OneOf(Denials)).Sample((label, denial) =>
        Read(Fill(denial, label)) is null, iter: Iterations);

    [Test]
    public void Two_different_options_without_a_choice_yield_none() => Gen.Select(AnyLabel, AnyLabel, Gen.OneOf("{0} or {1}", "({0}) or ({1})", "The answer is {0} or {1}.", "Both {0} and {1} are correct.", "Answer: {0}, {1}"))
        .Where((label, other, _) => label != other)
        .Sample((label, other, template) => Read(Format(template, LabelOf(label), LabelOf(other))) is null, iter: Iterations);

    [Test]
    public void Any_string_is_read_without_error_and_any_label_comes_from_the_options() => Gen.String.Sample(IsSound, iter: Iterations);

    [Test]
    public void Any_mixture_of_telling_words_is_read_without_error() => Gen.OneOf(Fragments).Array[0, 40].Sample(parts =>
        IsSound(string.Join(' ', parts)) && IsSound(string.Concat(parts)), iter: Iterations);

    [Test]
    public void Options_of_any_text_do_no_harm() => Gen.Select(Gen.String, Gen.String.Array[0, 6]).Sample((reply, texts) =>
    {
        var options = texts.Select((text, index) => new ChoiceOption(LabelOf(index), text)).ToArray();
        var extraction = Extractor.Extract(reply, options);
        return extraction.Label is null || options.Any(option => option.Label == extraction.Label);
    }, iter: Iterations);

    [Test]
    public void Surrounding_blanks_change_nothing() => Gen.Select(AnyLabel, AnyTemplate, Gen.OneOf(" ", "\n", "\r\n\r\n", "\t")).Sample((label, template, blank) =>
        Read(blank + Fill(template, label) + blank) == LabelOf(label), iter: Iterations);

    private static bool IsSound(string reply)
    {
        var extraction = Extractor.Extract(reply, QuestionOptions.Ten);
        return extraction.Status == ExtractionStatus.Answered
            ? QuestionOptions.Ten.Any(option => option.Label == extraction.Label)
            : extraction.Label is null;
    }

    private static string? Read(string reply) => Extractor.Extract(reply, QuestionOptions.Ten).Label;

    private static string LabelOf(int index) => ((char)('A' + index)).ToString();

    private static string Fill(string template, int label) => Format(template, LabelOf(label));

    private static string Format(string template, params object[] labels) => string.Format(System.Globalization.CultureInfo.InvariantCulture, template, labels);
}
