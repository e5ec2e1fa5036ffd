using System.Text.RegularExpressions;

namespace MedBench.Benchmarks;

/// <summary>CareMedEval's way of asking: one message with the article, the question and its options, answered by letters that commas separate.</summary>
/// <remarks>
/// From bonzid/CareMedEval, src/prompt_utils.py, src/model_utils.py and src/evaluate.py: temperature 0, 8,000 tokens. There the text is
/// continued without a chat template, and <c>/no_think</c> stands before it for Qwen3 without reasoning; here it is a message. Only
/// the French wording with an article is the authors'.
/// </remarks>
public static partial class CareMedEvalPrompting
{
    /// <summary>Id of the rule that counts every letter a to e that stands alone anywhere in the reply, its reasoning included: the French "a" and the d of "d'une" are answers there.</summary>
    public const string LettersAnywhere = "letters-anywhere";

    private static readonly ChoiceSetExtractor Extractor = new();

    /// <summary>Creates the strategy.</summary>
    /// <param name="isEnglish">Whether it asks in English.</param>
    /// <param name="compat">The defects of the published code to reproduce: <see cref="LettersAnywhere"/> or none.</param>
    /// <exception cref="ArgumentException">There is no such rule.</exception>
    public static TextStrategy Create(bool isEnglish = false, params IReadOnlyList<string> compat)
    {
        ArgumentNullException.ThrowIfNull(compat);
        return compat.FirstOrDefault(rule => rule != LettersAnywhere) is { } unknown
            ? throw new ArgumentException($"There is no compat rule '{unknown}' for CareMedEval. Choose {LettersAnywhere}, or none.", nameof(compat))
            : new TextStrategy(new TextPrompting
            {
                Id = "caremedeval",
                Version = "1",
                Description = "One question about an article, answered by letters (CareMedEval).",
                Parameters = new Dictionary<string, string>(StringComparer.Ordinal) { ["language"] = isEnglish ? "en" : "fr", ["reader"] = compat.Count > 0 ? LettersAnywhere : Extractor.Id },
                Compose = input => TextPrompting.Ask(input, isEnglish ? WriteEnglish(input) : WriteFrench(input)),
                Read = compat.Count > 0 ? ReadAnywhere : Extractor.Read,
                Sampling = SamplingOptions.Unset with { Temperature = 0, TopP = 1, MaxOutputTokens = 8000 },
                Compat = compat,
            });
    }

    private static string WriteFrench(SampleInput input)
        => $"Vous êtes un médecin capable d'interpréter rigoureusement les données d'études médicales. {(input.Context.Count > 0 ? "À partir de l'article donné, répondez" : "Répondez")} à la question à choix multiples suivante. "
            + "Indiquez uniquement la ou les lettres correspondant aux bonnes réponses parmi : A, B, C, D, E. "
            + "Votre réponse doit respecter le format exact suivant : une ou plusieurs lettres, séparées par des virgules (ex. : B, E)."
            + $"{WriteArticle("Article :", input)}\n\nQuestion :\n{input.Stem}\n\nChoix de réponses :\n{WriteOptions(input)}\n\nVotre réponse : ";

    private static string WriteEnglish(SampleInput input)
        => $"You are a physician able to interpret data from medical studies rigorously. {(input.Context.Count > 0 ? "Based on the given article, answer" : "Answer")} the following multiple-choice question. "
            + "Give only the letter or letters of the right answers among: A, B, C, D, E. "
            + "Your answer must follow this exact format: one or more letters, separated by commas (e.g. B, E)."
            + $"{WriteArticle("Article:", input)}\n\nQuestion:\n{input.Stem}\n\nAnswer choices:\n{WriteOptions(input)}\n\nYour answer: ";

    private static string WriteArticle(string heading, SampleInput input) => input.Context.Count == 0 ? "" : $"\n{heading}\n{string.Join('\n', input.Context.Select(section => section.Text))}";

    private static string WriteOptions(SampleInput input) => string.Join('\n', input.Options.Select(option => $"{option.Label}) {option.Text}"));

    /// <summary>Reads as <c>clean_model_answer</c> of src/metrics.py does; a letter that no option has is a wrong choice, as there.</summary>
    private static Prediction ReadAnywhere(SampleInput input, string reply)
    {
        string[] labels = [.. Letter().Matches(reply).Select(match => match.Value.ToUpperInvariant()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return labels.Length > 0 ? new ChoicePrediction { Labels = labels, Reply = reply } : new Unanswered(Outcome.Unparsed) { Reply = reply };
    }

    [GeneratedRegex(@"\b[a-eA-E]\b", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Letter();
}
