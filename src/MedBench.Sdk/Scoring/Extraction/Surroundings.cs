using static MedBench.Scoring.Extraction.WordClass;

namespace MedBench.Scoring.Extraction;

/// <summary>What the words before an option say, walking back from it to the start of its sentence.</summary>
internal readonly record struct Surroundings
{
    private const int LongestBridge = 14;
    private const int LongestSubject = 40;
    private const int HedgeReach = 3;

    /// <summary>Gets the parts of the words between the connecting verb or colon and the option.</summary>
    internal WordClass Bridge { get; private init; }

    /// <summary>Gets the parts of all words of the sentence before that connection.</summary>
    internal WordClass Subject { get; private init; }

    /// <summary>Gets the parts of the words of the last clause before that connection.</summary>
    internal WordClass Clause { get; private init; }

    /// <summary>Gets the connecting token: a verb, a colon or the noun itself; -1 when the option is not connected.</summary>
    internal int Connector { get; private init; }

    /// <summary>Gets a value indicating whether "most" stands before an adjective that picks an option.</summary>
    internal bool HasSuperlative { get; private init; }

    /// <summary>Gets a value indicating whether the option ends a relative clause: "I would choose the fastest drug, which is B".</summary>
    internal bool IsRelative { get; private init; }

    /// <summary>Gets a value indicating whether one of the last words before the connection weakens it: "could be", "one possibility is".</summary>
    private bool IsHedged { get; init; }

    /// <summary>Reads the words before a mention; unknown words are allowed up to a number in between.</summary>
    internal static Surroundings Before(TokenList tokens, in Sentence sentence, Mention mention, int unknownWords)
    {
        var bridge = None;
        var i = mention.Start - 1;
        var connector = -1;
        for (; i >= sentence.Start && i >= mention.Start - LongestBridge; i--)
        {
            ref readonly var token = ref tokens[i];
            if (IsConnector(token))
            {
                connector = i;
                break;
            }

            if ((token.IsSignOf(",;.?!") && !IsAbbreviatedAnswer(tokens, i)) || (token.IsWordOrNumber && !MayBridge(token) && --unknownWords < 0))
            {
                break;
            }

            bridge |= token.Parts;
        }

        return connector < 0
            ? new() { Connector = -1, Bridge = bridge }
            : ReadSubject(tokens, sentence, connector, bridge);
    }

    internal bool Denies => ((Bridge | Clause) & (Negation | Rejection)) != 0;

    internal bool Wavers => (Bridge & (Hedge | Several)) != 0 || IsHedged;

    /// <summary>Reads on from "Ans. B".</summary>
    private static bool IsAbbreviatedAnswer(TokenList tokens, int index) => tokens[index].IsSign('.') && tokens[index - 1].Is(Answer);

    private static bool IsConnector(in Token token) => token.Is(Copula) || token.IsSignOf(":=") || (token.Is(Answer) && token.Length > 1);

    private static bool MayBridge(in Token token) => token.Is(
        Filler | OptionNoun | Negation | Rejection | Several | Hedge | Conclusion | Correct | Best | Most | Fitting | Final | Markup | Modal | Select);

    private static Surroundings ReadSubject(TokenList tokens, in Sentence sentence, int connector, WordClass bridge)
    {
        var subject = tokens[connector].Parts & (Answer | Negation);
        var clause = subject;
        var superlative = false;
        var hedged = false;
        var inClause = true;
        var hasWords = false;
        var isRelative = tokens.TextOf(connector - 1) is "which" && tokens[connector - 2].IsSign(',');
        for (var i = isRelative ? connector - 3 : connector - 1; i >= sentence.Start && i >= connector - LongestSubject; i--)
        {
            ref readonly var token = ref tokens[i];
            var isBoundary = token.IsSignOf(",;") || token.Is(Conclusion) || (token.Is(Continuation) && EndsClause(tokens, i));
            inClause &= !isBoundary || !hasWords;
            hasWords |= token.IsWordOrNumber;
            var parts = IsEmphatic(tokens, i) ? token.Parts & ~Negation : token.Parts;
            subject |= parts;
            clause |= inClause ? parts : None;
            hedged |= i >= connector - HedgeReach && token.Is(Hedge | Several);
            superlative |= token.Is(Best) || (token.Is(Most) && tokens[i + 1].Is(Fitting));
        }

        superlative |= (bridge & Best) != 0;
        return new() { Bridge = bridge, Subject = subject, Clause = clause, Connector = connector, HasSuperlative = superlative, IsRelative = isRelative, IsHedged = hedged };
    }

    /// <summary>"No doubt" affirms.</summary>
    private static bool IsEmphatic(TokenList tokens, int index) => tokens.TextOf(index + 1) is "doubt" || (tokens[index + 1].Is(Article) && tokens.TextOf(index + 2) is "doubt");

    private static bool EndsClause(TokenList tokens, int index) => tokens.TextOf(index) is "because" or "since" or "but" or "while" or "so" or "although" or "though" or "and";
}
