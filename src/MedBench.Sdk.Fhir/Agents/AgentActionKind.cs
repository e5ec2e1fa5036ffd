namespace MedBench.Benchmarks;

/// <summary>The actions that MedAgentBench knows.</summary>
internal enum AgentActionKind
{
    Get,
    Post,
    Finish,
    Invalid,
}
