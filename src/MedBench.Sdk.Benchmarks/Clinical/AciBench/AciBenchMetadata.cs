namespace MedBench.Benchmarks;

/// <summary>What ACI-BENCH's metadata files say of an encounter.</summary>
internal static class AciBenchMetadata
{
    private static readonly (string Field, string Tag)[] Fields = [("patient_gender", "gender"), ("cc", "complaint"), ("2nd_complaints", "second-complaints")];

    /// <summary>Reads the tags of each encounter; none where the file is not there.</summary>
    public static async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>> ReadAsync(DatasetFile? file, string benchmark, CancellationToken cancellationToken)
    {
        var tags = new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal);
        if (file is null)
        {
            return tags;
        }

        await foreach (var row in DatasetReader.ReadAsync(file, new DatasetReadOptions { Benchmark = benchmark }, cancellationToken).ConfigureAwait(false))
        {
            var known = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var (field, tag) in Fields)
            {
                if (row.TryGetString(field, out var value) && !string.IsNullOrWhiteSpace(value))
                {
                    known[tag] = value.Trim();
                }
            }

            tags[Id(row)] = known;
        }

        return tags;
    }

    public static string Id(DatasetRow row) => row.Has("encounter_id") ? row.GetString("encounter_id") : row.GetString("id");
}
