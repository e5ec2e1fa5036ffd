using static MedBench.Scoring.Extraction.WordClass;

namespace MedBench.Scoring.Extraction;

/// <summary>Reads an option in the place reserved for the answer: \boxed{B}, &lt;answer&gt;B&lt;/answer&gt;, {"answer": "B"}.</summary>
internal static class FieldReader
{
    private const int LongestOpening = 8;

    internal static Claim? Read(ReplyContext reply, in Sentence sentence, int mention)
    {
        var named = reply.Mentions[mention];
        var tokens = reply.Tokens;
        var field = FindField(tokens, sentence, named.Start);
        if (field < 0 || !(IsBox(tokens, field) || IsTag(tokens, field) || IsKey(tokens, field)) || !IsClosed(tokens, named))
        {
            return null;
        }

        return new(named.Option, ClaimPolarity.Accepts, ClaimStrength.Final, named.Start, "answer-field");
    }

    /// <summary>Walks back over quotes, brackets and TeX commands to the word that names the field.</summary>
    private static int FindField(TokenList tokens, in Sentence sentence, int start)
    {
        for (var i = start - 1; i >= sentence.Start && i >= start - LongestOpening; i--)
        {
            ref readonly var token = ref tokens[i];
            if (token.Is(Field) && token.Length > 1)
            {
                return i;
            }

            var mayOpen = token.IsSignOf("\"'{}[]()<>:=\\*$") || token.Kind == TokenKind.LineBreak || token.Is(Markup | OptionNoun);
            if (!mayOpen)
            {
                return -1;
            }
        }

        return -1;
    }

    private static bool IsBox(TokenList tokens, int field) => tokens[field].Is(Markup) && tokens[field - 1].IsSign('\\') && tokens[field + 1].IsSign('{');

    private static bool IsTag(TokenList tokens, int field) => tokens[field - 1].IsSign('<') && tokens[field + 1].IsSign('>');

    private static bool IsKey(TokenList tokens, int field) =>
        tokens[field - 1].IsSignOf("\"'") && tokens[field + 1].IsSign(tokens[field - 1].Sign) && tokens[field + 2].IsSign(':');

    private static bool IsClosed(TokenList tokens, Mention named) =>
        tokens[named.Stop].Kind != TokenKind.Word && !(tokens[named.Stop].IsSign(',') && tokens[named.Stop + 1].Kind == TokenKind.Word);
}
