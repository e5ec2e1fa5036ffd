namespace MedBench.Benchmarks;

/// <summary>Knows by which names MedAgentBench's files go.</summary>
internal static class MedAgentFiles
{
    private const string Records = "records";

    private static readonly string[] Types = ["Patient", "Observation", "Condition", "Procedure", "MedicationRequest", "ServiceRequest"];

    public static IReadOnlyList<string> Functions { get; } = ["funcs_v1.json", "data/medagentbench/funcs_v1.json"];

    /// <summary>Finds the records: one file of all, else bulk files by type, else what was recorded of the published server.</summary>
    public static IReadOnlyList<DatasetFile> FindRecords(IDatasetSource source)
    {
        if (source.Find(Records, ["records.ndjson", "records.json"]) is { } whole)
        {
            return [whole];
        }

        var byType = Types.Select(type => source.Find(Records, [$"{type}.ndjson"])).OfType<DatasetFile>().ToList();
        return byType.Count > 0 ? byType
            : source.Find(Records, ["fhir_snapshot.jsonl", "patients_of_the_300_tasks.json"]) is { } recorded ? [recorded]
            : [];
    }
}
