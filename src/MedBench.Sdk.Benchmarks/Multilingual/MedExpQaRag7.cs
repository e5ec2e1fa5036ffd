namespace MedBench.Benchmarks;

/// <summary>MedExpQA with the first seven retrieved snippets (RAG-7).</summary>
public sealed class MedExpQaRag7() : MedExpQaRetrieval(7)
{
}
