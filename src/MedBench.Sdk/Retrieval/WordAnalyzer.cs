namespace MedBench;

/// <summary>Takes one word of a text.</summary>
internal delegate void WordHandler(ReadOnlySpan<char> word);

/// <summary>Cuts text into the words of an index; each instance serves one thread.</summary>
internal abstract class WordAnalyzer
{
    public static WordAnalyzer Create(WordAnalysis words) => words switch
    {
        WordAnalysis.Plain => new PlainWords(),
        WordAnalysis.LuceneEnglish => new LuceneEnglishWords(),
        _ => throw new ArgumentOutOfRangeException(nameof(words), words, "No such way of cutting text into words is known."),
    };

    /// <summary>Hands on the words of a text in order.</summary>
    public abstract void Read(string text, WordHandler handle);
}
