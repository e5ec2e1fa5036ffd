using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;

namespace MedBench.Benchmarks;

/// <summary>MediConfusion's four ways of asking: a letter (MC), an open answer that a judge places (FF), the likelihood of the letters (GD), and of the options' texts (PS).</summary>
/// <remarks>
/// From MShahabSepehri/MediConfusion, configs/prompts/answering.json (the wordings for GPT-4o, Gemini and Claude, else the default) and
/// utils/answering.py. The two by likelihood need a model that scores continuations after an image (<see cref="ModelCapabilities.ChatLogLikelihood"/>);
/// as published, Models/llava.py ends its own run of PS by an error. GPT-4o and Gemini are shown the text before the image, as here, Claude the image first.
/// </remarks>
public static partial class MediConfusionPrompting
{
    /// <summary>Id of the rule that reads A or B where it is a word of the reply, with few marks around it, and nothing where both are.</summary>
    public const string LetterWord = "letter-word";

    private const string System = "You are a helpful assitant expert in medical domain.";
    private const string Choose = "Based on the image, choose the correct option for the following question.\nQuestion: {question}Answer with the option's letter from the given choices directly.";
    private const int Lead = 3;

    private const string Feedback = "We would like to request your feedback on the performance of an AI assistant in response to the user question displayed above. The user asks the question on observing an image. We have provided two possible answers, [Answer A] and [Answer B] to the question. Your job is to evaluate how close the AI assistant's answer is to each of the answers. You don't have to decide whether the answers are correct or not. Each answer should receive an overall score on a scale of 1 to 10, where a higher score indicates the AI assistant's answer is closer to the specific answer. After providing the scores, concisely provide your explanation for the given scores. Remember, you don't need to comment on the correctness of the answers. Please provide your answer in the following format:\nA: <SCORE>\nB: <SCORE>\nYour explanation: <EXPLANATION>";

    private static readonly PromptProtocol Letter = new()
    {
        Id = "mediconfusion",
        Version = "1",
        Form = "mc",
        Opening = [PromptTurn.System(System)],
        Closing = [PromptTurn.User(Choose + " Your answer should be just one letter.\nAnswer: ")],
        Question = "{stem}\n{options}",
        StemRule = TextRule.AsPublished,
        OptionList = "{options}",
        Option = "{label}: {text}\n",
        OptionRule = TextRule.AsPublished,
    };

    /// <summary>Creates the strategy that asks for one letter (MC), at temperature 0.</summary>
    /// <param name="compat">The defects of the published code to reproduce: <see cref="LetterWord"/> or none.</param>
    /// <exception cref="ArgumentException">There is no such rule.</exception>
    public static ChoiceStrategy MultipleChoice(params IReadOnlyList<string> compat)
    {
        ArgumentNullException.ThrowIfNull(compat);
        return compat.FirstOrDefault(rule => rule != LetterWord) is { } unknown
            ? throw new ArgumentException($"There is no compat rule '{unknown}' for MediConfusion. Choose {LetterWord}, or none.", nameof(compat))
            : Create("mc", Letter, new ChoicePrompting { Protocol = Letter, Extractor = compat.Count > 0 ? new MediConfusionExtractor() : new ChoiceExtractor(), Compat = compat });
    }

    /// <summary>Creates the strategy that compares the likelihoods of the two letters (GD).</summary>
    public static ChoiceStrategy Greedy() => Create("greedy", Letter with { Form = "greedy", Opening = [], Closing = [PromptTurn.User(Choose + "\nAnswer: ")], Continuation = "{label}" });

    /// <summary>Creates the strategy that compares the likelihoods of the two options' texts, each its tokens' geometric mean (PS).</summary>
    public static ChoiceStrategy Prefix() => Create("prefix", Letter with { Form = "prefix", Opening = [], Closing = [PromptTurn.User("Question: {question} Answer:")], Question = "{stem}", Continuation = " {text}" });

    /// <summary>Creates the strategy of an open answer (FF), of which the model of the role <see cref="ModelRole.Judge"/> says from 1 to 10 how close it is to each option; one is chosen that leads by 3.</summary>
    /// <remarks>The authors' judge is GPT-4o at temperature 0.7, which is the temperature of GPT-4o's own answers too; Gemini and Claude answer at 0.2.</remarks>
    public static ReaderStrategy FreeForm() => new(new ReaderPrompting
    {
        Asking = new TextPrompting
        {
            Id = "mediconfusion-free-form",
            Version = "1",
            Description = "An open answer, placed between the options by a judge (MediConfusion).",
            Compose = static input => TextPrompting.Ask(input, $"Based on the image, answer following question.\n{input.Stem}", System),
            Sampling = SamplingOptions.Unset with { Temperature = 0.7f },
        },
        Role = ModelRole.Judge,
        Compose = static (input, reply) =>
        [
            new ChatMessage(ChatRole.System, "You are a helpful and precise assistant for checking the quality of the answer."),
            new ChatMessage(ChatRole.User, $"[Question]\n{input.Stem}\n\n[Answer A]\n{input.Options[0].Text}\n\n[Answer B]\n{input.Options[1].Text}\n\n[AI Assistant]\n{reply}\n\n[End of AI Assistant]\n\n[System]\n{Feedback}\n\n"),
        ],
        Read = static (input, _, verdict) => Place(input, verdict),
        Sampling = SamplingOptions.Unset with { Temperature = 0.7f },
    });

    private static ChoiceStrategy Create(string form, PromptProtocol protocol, ChoicePrompting? parts = null) => new(
        $"mediconfusion-{form}",
        "1",
        "Zero-shot in the words of MediConfusion.",
        (parts ?? new ChoicePrompting { Protocol = protocol, Normalization = form == "prefix" ? LikelihoodNormalization.Tokens : LikelihoodNormalization.None }) with { Sampling = SamplingOptions.Unset with { Temperature = 0 }, MaxTrials = 1 });

    private static Prediction Place(SampleInput input, string verdict)
    {
        var scores = Score().Matches(verdict.Length > 4096 ? verdict[..4096] : verdict).GroupBy(match => match.Groups[1].Value).ToDictionary(group => group.Key, group => int.Parse(group.First().Groups[2].ValueSpan, CultureInfo.InvariantCulture), StringComparer.Ordinal);
        return !scores.TryGetValue("A", out var first) || !scores.TryGetValue("B", out var second) || Math.Abs(first - second) < Lead
            ? new Unanswered(Outcome.Unparsed)
            : new ChoicePrediction { Labels = [input.Options[first > second ? 0 : 1].Label] };
    }

    [GeneratedRegex(@"^[ *]*([AB])[ *]*:[ *]*([0-9]{1,2})\b", RegexOptions.NonBacktracking | RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Score();
}
