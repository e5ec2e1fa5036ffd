using static MedBench.Scoring.Extraction.ClaimPolarity;
using static MedBench.Scoring.Extraction.WordClass;

namespace MedBench.Scoring.Extraction;

/// <summary>Takes the option that the reply opens with, unless it opens a list of all options.</summary>
internal sealed class OpeningOptionRule : IExtractionRule
{
    private const int LongestPrelude = 5;
    private const int LongestPredicate = 6;
    private const int LongestSupposition = 16;

    /// <inheritdoc />
    public ChoiceExtraction? Apply(ReplyContext reply)
    {
        if (reply.Mentions.Count == 0 || !Opens(reply, reply.Mentions[0]))
        {
            return null;
        }

        var opening = reply.Mentions[0];
        if (opening.Option < 0)
        {
            return ChoiceExtraction.Without(ExtractionStatus.Unparsed, "label-contradicts-text");
        }

        if (ListsOptions(reply.Mentions) || Alternatives.Surround(reply, 0))
        {
            return null;
        }

        return IsContradicted(reply, opening)
            ? ChoiceExtraction.Without(ExtractionStatus.Unparsed, "opening-contradicted")
            : ChoiceExtraction.Answered(reply.Options.LabelOf(opening.Option), "opening-option");
    }

    private static bool Opens(ReplyContext reply, Mention opening)
    {
        var tokens = reply.Tokens;
        if (opening.Start > LongestPrelude || IsKey(tokens, opening) || IsSupposed(tokens, opening) || reply.Sentences[0].IsQuestion)
        {
            return false;
        }

        for (var i = 0; i < opening.Start; i++)
        {
            if (tokens[i].IsWordOrNumber && !tokens[i].Is(OptionNoun))
            {
                return false;
            }
        }

        for (var i = opening.Stop; i < opening.Stop + LongestPredicate && !tokens[i].IsBreak && !tokens[i].IsSign('.'); i++)
        {
            if (tokens[i].Is(Negation | Rejection | Hedge) && !opening.IsCommonWord)
            {
                return false;
            }
        }

        return opening.HasLabel
            ? opening.IsDelimited || opening.HasText || LabelShape.IsFollowedByPause(tokens, opening.Stop) || IsReasoned(tokens, opening)
            : LabelShape.IsFollowedByPause(tokens, opening.Stop);
    }

    /// <summary>Recognises a JSON key, a cell of a table and an empty check box.</summary>
    private static bool IsKey(TokenList tokens, Mention opening) => tokens[opening.Stop].IsSign('|')
        || (tokens[opening.Start - 1].IsSign(']') && tokens[opening.Start - 2].IsSign('['))
        || (tokens[opening.Stop].IsSignOf("\"'") && tokens[opening.Stop + 1].IsSign(':'));

    /// <summary>"B would be right if": the first option is not the answer but a supposition.</summary>
    private static bool IsSupposed(TokenList tokens, Mention opening)
    {
        for (var i = opening.Stop + 1; i < opening.Stop + LongestSupposition && tokens[opening.Stop].Is(Modal) && !tokens[i].IsBreak; i++)
        {
            if (tokens[i].Is(Condition))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsReasoned(TokenList tokens, Mention opening) => tokens.TextOf(opening.Stop) is "because" or "since" or "as" or "due";

    /// <summary>An answer may be followed by a discussion of the other options from the first on; a list goes on with the next.</summary>
    private static bool ListsOptions(List<Mention> mentions)
    {
        var opening = mentions[0].Option;
        var next = mentions.Find(mention => mention is { HasLabel: true, StartsLine: true } && mention.Option >= 0 && mention.Option != opening);
        return next is not null && (opening == 0 || next.Option > opening);
    }

    /// <summary>"B) … Actually, C) …": a word of correction opens a sentence that names another option.</summary>
    private static bool IsReconsidered(ReplyContext reply, Mention opening)
    {
        var sentence = 0;
        foreach (var other in reply.Mentions)
        {
            while (reply.Sentences[sentence].Stop <= other.Start)
            {
                sentence++;
            }

            var start = reply.Sentences[sentence].Start;
            var corrects = reply.Tokens[start].Is(Correction) || reply.Tokens[start + 1].Is(Correction);
            if (corrects && other.Start > opening.Stop && other.Option != opening.Option)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsContradicted(ReplyContext reply, Mention opening)
    {
        var rejected = reply.Claims.Exists(claim => claim.Option == opening.Option && claim is { Polarity: Rejects, Strength: >= ClaimStrength.Stated });
        var last = reply.Claims.FindLastIndex(claim => claim is { Polarity: Accepts, Strength: >= ClaimStrength.Weak });
        return rejected || IsReconsidered(reply, opening) || (last >= 0 && reply.Claims[last].IsConcluding && reply.Claims[last].Option != opening.Option);
    }
}
