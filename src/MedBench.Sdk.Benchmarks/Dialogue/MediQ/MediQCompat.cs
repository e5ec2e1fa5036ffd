namespace MedBench.Benchmarks;

/// <summary>The defects of MediQ's published code (stellalisy/mediQ at faa2ce6), each by the name under which it is reproduced; without it the correct rule applies.</summary>
public static class MediQCompat
{
    /// <summary>The patient looks for <c>atomic_facts</c>, which the files call <c>facts</c>, and so has a model break every record up (<c>patient.py</c>). Correct: the published facts.</summary>
    public const string FactsKey = "mediq-facts-key";

    /// <summary>The limits of 50 and 1000 tokens never reach the model, which stops at its default of 256 (<c>helper.py</c>, <c>max_length</c> for <c>max_tokens</c>). Correct: the limits that are set.</summary>
    public const string ReplyLimit = "mediq-reply-limit";

    /// <summary>The threshold 0.8 of probabilities is handed to the scale from 1 to 5, so that the doctor asks only after a rating that cannot be read (<c>args.py</c>). Correct: 4.0, as <c>expert_functions.py</c> has it.</summary>
    public const string ScaleThreshold = "mediq-scale-threshold";

    /// <summary>A letter standing anywhere is the answer, the article <c>A</c> too, and an option's text within a longer word (<c>parse_choice</c>). Correct: the reading of <see cref="ChoiceExtractor"/>.</summary>
    public const string LetterAnywhere = "mediq-letter-anywhere";

    /// <summary><c>yes</c> anywhere is YES, the reason included, for the reply is put in lower case before <c>DECISION:</c> is looked for (<c>parse_yes_no</c>). Correct: the word after the label.</summary>
    public const string YesAnywhere = "mediq-yes-anywhere";

    /// <summary>Only numbers with decimals are read, also beyond 1; any other reply is a random number about 0.2 (<c>parse_confidence_score</c>). Correct: a number from 0 to 1 or a percentage; what cannot be read has no weight.</summary>
    public const string DecimalScore = "mediq-decimal-score";

    /// <summary>The rating is looked for in the reason too, the surest first, and what cannot be read is 0 (<c>parse_likert_scale</c>). Correct: the last rating after the label; what cannot be read has no weight.</summary>
    public const string RatingAnywhere = "mediq-rating-anywhere";

    /// <summary>A question is cut at its last colon, loses every quote and apostrophe, and where none is found the patient is asked <c>None</c> (<c>parse_atomic_question</c>). Correct: the label is removed; a request without a question mark is a question too.</summary>
    public const string QuestionCut = "mediq-question-cut";

    /// <summary>The fixed strategy asks for a question without putting the doctor's answer between the two user turns (<c>fixed_abstention_decision</c>). Correct: the answer stands between them.</summary>
    public const string FixedTurns = "mediq-fixed-turns";

    /// <summary>Gets the defects of the doctor: those that <see cref="MediQExpertOptions.Compat"/> takes.</summary>
    public static IReadOnlyList<string> Expert { get; } = [ScaleThreshold, LetterAnywhere, YesAnywhere, DecimalScore, RatingAnywhere, QuestionCut, FixedTurns];

    /// <summary>Gets the defects of the patient: those that <see cref="MediQPatientOptions.Compat"/> takes.</summary>
    public static IReadOnlyList<string> Patient { get; } = [FactsKey, ReplyLimit];

    internal static void Require(IReadOnlyList<string> asked, IReadOnlyList<string> known, string parameter)
    {
        if (asked.Except(known, StringComparer.Ordinal).FirstOrDefault() is { } stranger)
        {
            throw new ArgumentException($"There is no defect '{stranger}' here. Known are {string.Join(", ", known)}.", parameter);
        }
    }
}
