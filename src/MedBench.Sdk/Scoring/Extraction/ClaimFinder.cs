namespace MedBench.Scoring.Extraction;

/// <summary>Finds what a reply says about each option it names; for each mention the first reader that understands it speaks.</summary>
internal static class ClaimFinder
{
    private delegate Claim? ClaimReader(ReplyContext reply, in Sentence sentence, int mention);

    private static readonly ClaimReader[] Readers =
    [
        FieldReader.Read,
        LineVerdictReader.Read,
        ContrastReader.Read,
        AnswerReader.Read,
        PredicateReader.Read,
        SelectionReader.Read,
        FragmentReader.Read,
        CompletionReader.Read,
        PronounReader.Read,
        SoughtReader.Read,
        HintReader.Read,
    ];

    internal static List<Claim> Find(ReplyContext reply)
    {
        var claims = new List<Claim>(4);
        var sentence = 0;
        for (var i = 0; i < reply.Mentions.Count; i++)
        {
            while (reply.Sentences[sentence].Stop <= reply.Mentions[i].Start)
            {
                sentence++;
            }

            if (Read(reply, reply.Sentences[sentence], i) is { } claim)
            {
                claims.Add(claim);
            }
        }

        return claims;
    }

    private static Claim? Read(ReplyContext reply, Sentence sentence, int mention)
    {
        foreach (var reader in Readers)
        {
            if (reader(reply, sentence, mention) is not { } claim)
            {
                continue;
            }

            var wavers = claim.Polarity == ClaimPolarity.Accepts
                && (reply.Mentions[mention].Option < 0 || Alternatives.Surround(reply, mention));
            return claim with
            {
                Polarity = wavers ? ClaimPolarity.Wavers : claim.Polarity,
                IsConcluding = sentence.IsConcluding,
            };
        }

        return null;
    }
}
