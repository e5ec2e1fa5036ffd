namespace MedBench;

/// <summary>The questions with options of a user's own file, by a map of its fields.</summary>
[NotDiscoverable]
internal sealed class MappedChoices(string id, FieldMap map) : MultipleChoiceBenchmark
{
    private readonly RowMapper mapper = new(map);

    public override BenchmarkCard Card { get; } = MappedCard.Create(id, map, BenchmarkKind.MultipleChoice, "accuracy");

    protected override IReadOnlyList<string> PoolFiles => MappedCard.PoolFiles;

    protected override ValueTask<Func<DatasetRow, MultipleChoiceQuestion?>> MapAsync(DatasetFile file, string split, IDatasetSource source, CancellationToken cancellationToken)
        => ValueTask.FromResult<Func<DatasetRow, MultipleChoiceQuestion?>>(mapper.MapQuestion);
}
