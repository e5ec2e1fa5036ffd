using System.Globalization;

namespace MedBench.Benchmarks;

/// <summary>Base of MedExpQA with retrieved snippets: those that the authors publish with the cases (MedCorp by BM25 and MedCPT, reciprocal rank fusion), English in every language.</summary>
public abstract class MedExpQaRetrieval : MedExpQaBenchmark
{
    private readonly int snippets;

    private protected MedExpQaRetrieval(int snippets)
        : base(
            string.Create(CultureInfo.InvariantCulture, $"medexpqa-rag-{snippets}"),
            string.Create(CultureInfo.InvariantCulture, $"with {snippets} retrieved snippets"),
            "rag",
            "Whole snippets are shown by rank. The authors show as many as fit 2,048 tokens of the model (RAG-7: up to seven) or 8,000 (RAG-32), so that their number differs from model to model.")
        => this.snippets = snippets;

    private protected override IReadOnlyList<string> Ground(DatasetRow row)
        => [.. row.GetRow("rag").GetRow("clinical_case_options").GetRow("MedCorp").GetRows("RRF-2").Take(snippets).Select(snippet => snippet.GetString("content"))];
}
