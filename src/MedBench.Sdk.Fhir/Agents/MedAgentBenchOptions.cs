namespace MedBench.Benchmarks;

/// <summary>Where MedAgentBench's records are and by whose rules it is graded.</summary>
public sealed record MedAgentBenchOptions
{
    /// <summary>Gets the base address that the prompt names; <c>http://localhost:8080/fhir/</c>, as published. No request goes there: it only stands for the record server.</summary>
    public Uri ApiBase { get; init; } = new("http://localhost:8080/fhir/");

    /// <summary>Gets the address of a FHIR server with the full records, for instance the authors' image; null means a server within this process over the files of the data folder. A plan that gives the role <c>records</c> to somebody goes before either.</summary>
    public Uri? ServerAddress { get; init; }

    /// <summary>Gets the defects of the published code that are reproduced; none unless given.</summary>
    public MedAgentBenchDefects Defects { get; init; }
}
