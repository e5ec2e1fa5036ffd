namespace MedBench.Benchmarks;

/// <summary>Finds the file of a split, or says what is missing and how to name it.</summary>
internal static class SplitFile
{
    public static DatasetFile Find(BenchmarkCard card, string split, IDatasetSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var info = card.Splits.FirstOrDefault(candidate => candidate.Name == split)
            ?? throw new DatasetException($"there is no split '{split}'", $"Choose one of {string.Join(", ", card.Splits.Select(candidate => candidate.Name))}", card.Id);
        return source.Find(split, info.Files)
            ?? throw new DatasetException($"no file of the split '{split}' was found in {source.Location}", $"Put {string.Join(" or ", info.Files.Take(3))} there, or name a file with {split}=FILE", card.Id);
    }

    public static IAsyncEnumerable<DatasetRow> ReadAsync(BenchmarkCard card, string split, IDatasetSource source, CancellationToken cancellationToken)
        => DatasetReader.ReadAsync(Find(card, split, source), new DatasetReadOptions { Benchmark = card.Id }, cancellationToken);
}
