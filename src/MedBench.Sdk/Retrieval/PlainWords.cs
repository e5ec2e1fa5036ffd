namespace MedBench;

/// <summary>Cuts text as <see cref="LexicalTokenizer"/> does.</summary>
internal sealed class PlainWords : WordAnalyzer
{
    public override void Read(string text, WordHandler handle)
    {
        var reader = new WordReader(text, stackalloc char[LexicalTokenizer.LongestWord]);
        while (reader.MoveNext())
        {
            handle(reader.Stem);
        }
    }
}
