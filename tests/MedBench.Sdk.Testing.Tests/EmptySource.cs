namespace MedBench.Testing.Tests;

/// <summary>For benchmarks that carry their own data.</summary>
internal sealed class EmptySource : IDatasetSource
{
    public string Location => "nowhere";

    public DatasetFile? Find(string split, IReadOnlyList<string> patterns) => null;
}
