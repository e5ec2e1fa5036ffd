namespace MedBench.Benchmarks;

/// <summary>MedQA as GBaker/MedQA-USMLE-4-options-hf has it: <c>sent1</c>, <c>sent2</c>, <c>ending0</c> …, <c>label</c> from 0.</summary>
internal sealed class EndingsFormat : QuestionFormat
{
    public override string Layout => "sent1, ending0 ... and label (a position from 0)";

    public override bool Fits(DatasetRow row) => row.Has("sent1") && row.Has("ending0") && row.Has("label");

    public override MultipleChoiceQuestion Map(DatasetRow row)
    {
        var endings = new List<string>();
        while (row.Has($"ending{endings.Count}"))
        {
            endings.Add(row.GetString($"ending{endings.Count}"));
        }

        var options = Labelled(endings);
        var stem = row.GetString("sent1");
        return Create(row, TextOf(row, "sent2") is { } second ? $"{stem} {second}" : stem, options, LabelAt(options, row.GetInt32("label")));
    }
}
