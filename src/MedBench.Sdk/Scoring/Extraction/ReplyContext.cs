namespace MedBench.Scoring.Extraction;

/// <summary>One reply, scanned once, as the rules see it.</summary>
internal sealed class ReplyContext
{
    internal ReplyContext(string text, OptionSet options)
    {
        Options = options;
        Tokens = Tokenizer.Tokenize(text);
        Sentences = SentenceSplitter.Split(Tokens);
        Mentions = MentionFinder.Find(Tokens, options);
        NamesOneOption = Mentions.Count > 0 && Mentions.TrueForAll(mention => mention.Option == Mentions[0].Option);
        Claims = ClaimFinder.Find(this);
    }

    internal OptionSet Options { get; }

    internal TokenList Tokens { get; }

    internal List<Sentence> Sentences { get; }

    /// <summary>Gets the options named, in reading order.</summary>
    internal List<Mention> Mentions { get; }

    /// <summary>Gets a value indicating whether all mentions name the same option.</summary>
    internal bool NamesOneOption { get; }

    /// <summary>Gets what is said about them, in reading order.</summary>
    internal List<Claim> Claims { get; }
}
