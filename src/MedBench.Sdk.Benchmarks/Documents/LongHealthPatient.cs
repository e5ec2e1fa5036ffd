namespace MedBench.Benchmarks;

/// <summary>One patient with documents and questions.</summary>
internal sealed record LongHealthPatient(string Id, IReadOnlyList<LongHealthDocument> Documents, IReadOnlyList<LongHealthQuestion> Questions)
{
    /// <summary>Reads a record; null where it holds no patient, such as a canary string.</summary>
    public static LongHealthPatient? Read(DatasetRow row)
    {
        if (!row.Has("texts"))
        {
            return null;
        }

        var texts = row.GetRow("texts");
        return new LongHealthPatient(
            row.Key ?? throw row.Error(null, "the record has no patient's id", "Use the published file, one object keyed by patient"),
            [.. texts.Fields.Select(key => new LongHealthDocument(key, texts.GetString(key), O200kTokens.Count(texts.GetString(key))))],
            [.. row.GetRows("questions").Select(LongHealthQuestion.Read)]);
    }
}
