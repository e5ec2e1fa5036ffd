namespace MedBench;

/// <summary>What a character does at the border of words.</summary>
internal enum WordBreak
{
    Other,
    Letter,
    Numeric,
    Katakana,

    /// <summary>A script written without blanks between words that is kept in runs: Thai, Lao, Khmer, Myanmar.</summary>
    Complex,

    /// <summary>A word by itself: Chinese characters and hiragana.</summary>
    Single,
    Connector,
    MidLetter,
    MidNumber,
    MidBoth,
    Extend,
}
