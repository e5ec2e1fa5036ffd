namespace MedBench.Scoring.Extraction;

/// <summary>Recognises replies that decline to answer, or say that no answer can be given.</summary>
internal sealed class WithheldAnswerRule : IExtractionRule
{
    private static readonly string[][] Refusals = Split(
        "I cannot provide", "I can't provide", "I can not provide", "I am unable to provide", "I'm unable to provide", "I am not able to provide", "I'm not able to provide",
        "I cannot assist", "I can't assist", "I cannot help", "I can't help", "I am unable to assist", "I'm unable to assist", "I am unable to help", "I'm unable to help",
        "I cannot give", "I can't give", "I cannot offer", "I can't offer", "I cannot diagnose", "I can't diagnose", "I'm not able to give", "I'm not able to help", "I'm not able to assist",
        "I must decline", "I have to decline", "I decline to", "I won't be able to", "I will not answer", "I won't answer", "I refuse to",
        "as an AI", "as a language model", "as a large language model", "I'm an AI", "I am an AI", "I'm just an AI", "I'm not a doctor", "I am not a doctor",
        "cannot comply", "can't comply", "against my guidelines", "not comfortable answering", "I cannot fulfill", "I can't fulfill",
        "I cannot answer", "I can't answer", "I am unable to answer", "I'm unable to answer", "I'm not able to answer", "I am not able to answer", "sorry but I can't", "sorry but I cannot");

    private static readonly string[][] Doubts = Split(
        "don't know", "do not know", "not sure", "unsure", "no idea", "uncertain which",
        "cannot be determined", "can't be determined", "cannot determine", "can't determine", "could not determine", "couldn't determine", "not possible to determine", "impossible to determine",
        "unable to determine", "cannot be answered", "can't be answered", "cannot be definitively", "cannot definitively", "difficult to definitively determine", "cannot decide", "can't decide", "unable to decide",
        "cannot say", "can't say", "cannot tell", "can't tell", "impossible to say", "not possible to say", "unable to say", "unable to choose", "cannot choose", "can't choose", "unable to select", "cannot select",
        "insufficient information", "insufficient data", "insufficient evidence to answer", "not enough information", "not enough data", "not enough context", "not enough detail", "lacks the information", "need more information", "more information is needed", "more information would be needed",
        "without more information", "without further information", "without additional information", "not provided with enough",
        "no lo sé", "je ne sais pas", "weiß nicht", "non lo so", "不知道", "无法确定");

    private static readonly string[][] Denials = Split(
        "none of the above", "none of these", "none of the options", "none of the given", "none of the listed", "none of the answer", "none of the choices", "none of the provided", "no correct answer", "no correct option", "not listed", "not among the options", "no option is", "neither option");

    /// <inheritdoc />
    public ChoiceExtraction? Apply(ReplyContext reply)
    {
        var denied = PhraseMatcher.FindLast(reply, Denials);
        var refused = PhraseMatcher.FindLast(reply, Refusals);
        var withheld = Math.Max(Math.Max(denied, refused), PhraseMatcher.FindLast(reply, Doubts));
        if (withheld < 0 || NamesOption(reply, withheld) || reply.Claims.Exists(claim => Outweighs(claim, withheld, isDoubt: withheld != denied)))
        {
            return null;
        }

        return refused >= 0
            ? ChoiceExtraction.Without(ExtractionStatus.Refused, "refusal")
            : ChoiceExtraction.Without(ExtractionStatus.Abstained, "abstention");
    }

    /// <summary>"None of the above" may be an option.</summary>
    private static bool NamesOption(ReplyContext reply, int token) => reply.Mentions.Exists(mention => mention.Start <= token && token < mention.Stop);

    /// <summary>A caveat after "the most likely cause is a spider bite" does not take the answer back; "none of these" does.</summary>
    private static bool Outweighs(in Claim claim, int withheld, bool isDoubt) => claim.Polarity == ClaimPolarity.Accepts
        && ((claim.Token > withheld && (claim.IsConcluding || claim.Strength > ClaimStrength.Hint)) || (isDoubt && claim.Rule == AnswerReader.Superlative));

    private static string[][] Split(params string[] phrases) => [.. phrases.Select(phrase => phrase.Split(' '))];
}
