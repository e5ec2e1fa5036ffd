namespace MedBench.Testing;

/// <summary>A source that has no files.</summary>
internal sealed class EmptyDatasetSource : IDatasetSource
{
    public string Location => "an empty folder";

    public DatasetFile? Find(string split, IReadOnlyList<string> patterns) => null;
}
