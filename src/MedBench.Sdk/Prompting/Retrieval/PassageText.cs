namespace MedBench;

/// <summary>Writes a document for a prompt.</summary>
internal static class PassageText
{
    /// <summary>Returns the first words of a document on one line, after its title where it has one.</summary>
    public static string Cut(Document document, int words)
    {
        var all = $"{document.Title} {document.Text}".Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', all.Length > words ? all[..words] : all);
    }
}
