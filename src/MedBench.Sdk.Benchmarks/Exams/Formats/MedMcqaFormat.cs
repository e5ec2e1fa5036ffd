namespace MedBench.Benchmarks;

/// <summary>MedMCQA: <c>question</c>, <c>opa</c> … <c>opd</c>, <c>cop</c>. The answer counts from 1 in the original files and from 0 on Hugging Face.</summary>
/// <param name="copBase">What the first option is numbered: 0 or 1.</param>
internal sealed class MedMcqaFormat(int copBase) : QuestionFormat
{
    private readonly TagCache tags = new();

    public override string Layout => "question, opa, opb, opc, opd and cop";

    public override bool Fits(DatasetRow row) => IsMedMcqa(row);

    public static bool IsMedMcqa(DatasetRow row) => row.Has("question") && row.Has("opa") && row.Has("opb");

    public override MultipleChoiceQuestion Map(DatasetRow row)
    {
        ChoiceOption[] options =
        [
            new("A", row.GetString("opa")), new("B", row.GetString("opb")),
            new("C", row.GetString("opc")), new("D", row.GetString("opd")),
        ];
        return Create(row, row.GetString("question"), options, LabelAt(options, row.GetInt32("cop") - copBase)) with
        {
            Rationale = TextOf(row, "exp"),
            Tags = tags.Get("subject", TextOf(row, "subject_name"), "choice-type", TextOf(row, "choice_type")),
        };
    }

    /// <summary>Reads a whole file to tell whether its answers count from 0 or from 1.</summary>
    /// <exception cref="DatasetException">They are hidden, or could be either.</exception>
    public static async ValueTask<int> FindBaseAsync(DatasetFile file, DatasetReadOptions options, CancellationToken cancellationToken)
    {
        var (hasZero, hasFour) = (false, false);
        await foreach (var row in DatasetReader.ReadAsync(file, options, cancellationToken).ConfigureAwait(false))
        {
            var cop = row.GetInt32("cop");
            if (cop is < 0 or > 4)
            {
                throw row.Error(
                    "cop",
                    cop == -1 ? "the label is hidden (-1): the labels of MedMCQA's test split are private" : $"the answer {cop} is none of four options",
                    cop == -1 ? "Evaluate the validation split" : "Correct the value");
            }

            (hasZero, hasFour) = (hasZero || cop == 0, hasFour || cop == 4);
        }

        return hasZero != hasFour ? (hasZero ? 0 : 1) : throw new DatasetException(
            hasZero ? "the answers hold both 0 and 4, so that they count neither from 0 nor from 1" : "the answers hold neither 0 nor 4, so that they may count from 0 or from 1",
            "Say which with --cop-base, MedMcqa.CopBase in code (0 as on Hugging Face, 1 as in the original files)",
            options.Benchmark,
            file.Name,
            field: "cop");
    }
}
