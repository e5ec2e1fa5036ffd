namespace MedBench;

/// <summary>What goes into a replay bundle.</summary>
public sealed record ReplayBundleOptions
{
    /// <summary>Gets where the dataset files of the run are, by benchmark id; those of open benchmarks and of <see cref="Shareable"/> ones are put into the bundle, all others stand in it by their hashes.</summary>
    public IReadOnlyDictionary<string, IDatasetSource> Data { get; init; } = new Dictionary<string, IDatasetSource>(StringComparer.Ordinal);

    /// <summary>Gets the ids of gated benchmarks whose files and prompts you may pass on, for instance questions of your own (<see cref="FieldMap"/>): they are bundled as those of open benchmarks are. Restricted ones never are.</summary>
    public IReadOnlyCollection<string> Shareable { get; init; } = [];

    /// <summary>Gets the exemplar bank with which the run began, where it shared one (<see cref="RunOptions.ExemplarBankPath"/>); the part that was there then is put into the bundle.</summary>
    public string? ExemplarBankPath { get; init; }

    /// <summary>Gets whether a run of a restricted benchmark may be bundled. Its prompts stand in the bundle by their hashes, but replies, answers and identifiers may still quote records: your data agreement must cover whoever receives the file.</summary>
    public bool AllowRestrictedData { get; init; }

    /// <summary>Gets texts that the bundle must not hold in any usual encoding, for instance the API key that the run used; at least 8 characters each. Nothing is written where one is found.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];
}
