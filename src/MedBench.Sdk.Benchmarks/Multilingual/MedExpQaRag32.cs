namespace MedBench.Benchmarks;

/// <summary>MedExpQA with all thirty-two retrieved snippets (RAG-32).</summary>
public sealed class MedExpQaRag32() : MedExpQaRetrieval(32)
{
}
