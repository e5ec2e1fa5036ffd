namespace MedBench;

/// <summary>How a search cuts text into words.</summary>
public enum WordAnalysis
{
    /// <summary>Letters and digits, light English endings taken off, no stop words; Chinese characters and kana singly.</summary>
    Plain,

    /// <summary>As Lucene's analyser of English in Anserini's order: words by Unicode's rules, possessives and 33 stop words taken off, Porter's stems.</summary>
    LuceneEnglish,
}
