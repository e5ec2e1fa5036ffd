namespace MedBench;

/// <summary>Fetches a benchmark's files when a run prepares it.</summary>
internal sealed class AutomaticDatasetSource(DatasetDownloader downloader) : IPreparableDatasetSource
{
    public string Location => "data that is fetched when it is needed";

    public async Task<IDatasetSource> PrepareAsync(BenchmarkCard card, IReadOnlyList<string> splits, CancellationToken cancellationToken = default)
        => (await downloader.GetAsync(card, splits, cancellationToken).ConfigureAwait(false)).Source;

    public DatasetFile? Find(string split, IReadOnlyList<string> patterns)
        => throw new DatasetException("the data has not been fetched yet", "Read it through a run or a PromptPreview, or await PrepareAsync or DatasetDownloader.GetAsync and use the source that it returns");
}
