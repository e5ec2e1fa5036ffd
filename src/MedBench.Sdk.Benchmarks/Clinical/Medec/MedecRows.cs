using System.Globalization;
using System.Runtime.CompilerServices;

namespace MedBench.Benchmarks;

/// <summary>Reads MEDEC's tables, which hold the texts of both collections or room for them: those of one collection count, and no row of the other is mapped.</summary>
internal static class MedecRows
{
    public const string Pool = "pool";
    public const string TrainingFile = "MEDEC-Full-TrainingSet-with-ErrorType.csv";

    private const string OpenCollection = "ms";

    public static IReadOnlyList<IScorer> Scorers(IReadOnlyList<ITextSimilarity> measures)
        => [new ErrorCorrectionScorer(ErrorCorrectionTask.Flag), new ErrorCorrectionScorer(ErrorCorrectionTask.Sentence), new ErrorCorrectionScorer(ErrorCorrectionTask.Correction, measures)];

    public static async IAsyncEnumerable<Sample> ReadAsync(BenchmarkCard card, string split, IDatasetSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var row in SplitFile.ReadAsync(card, split, source, cancellationToken).ConfigureAwait(false))
        {
            if (MapInput(row, isOpen: card.AccessTier is AccessTier.Open) is not { } input)
            {
                continue;
            }

            var verdict = MapVerdict(row);
            var tags = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["error-type"] = verdict.IsError && row.TryGetString("Error Type", out var type) && type is not ("" or "NA") ? type : verdict.IsError ? "unknown" : "none",
            };
            yield return ids.Add(input.Id) ? new Sample { Input = input, Target = new StateTarget(verdict.ToState()), Tags = tags } : throw row.Error("Text ID", $"the text '{input.Id}' occurs twice", "Download the file again");
        }

        if (ids.Count == 0)
        {
            throw new DatasetException($"the file of the split '{split}' holds no text of this benchmark", "Name the right file; texts of the UW collection, which need a data use agreement, are medec-uw, all others medec", card.Id);
        }
    }

    public static async IAsyncEnumerable<Exemplar> ReadExemplarsAsync(BenchmarkCard card, IDatasetSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        var file = source.Find(Pool, [TrainingFile]) ?? throw new DatasetException($"no worked examples were found in {source.Location}", $"Put {TrainingFile} there, or name a file with pool=FILE", card.Id);
        await foreach (var row in DatasetReader.ReadAsync(file, new DatasetReadOptions { Benchmark = card.Id }, cancellationToken).ConfigureAwait(false))
        {
            if (MapInput(row, isOpen: true) is { } input)
            {
                var verdict = MapVerdict(row);
                yield return new Exemplar { Input = input, Answer = verdict.IsError ? $"{verdict.SentenceId} {verdict.Correction}" : "CORRECT" };
            }
        }
    }

    private static SampleInput? MapInput(DatasetRow row, bool isOpen)
        => row.TryGetString("Text ID", out var id) && !string.IsNullOrWhiteSpace(id) && id.TrimStart().StartsWith(OpenCollection, StringComparison.OrdinalIgnoreCase) == isOpen
            ? new SampleInput { Id = id.Trim(), Stem = row.GetString("Sentences").ReplaceLineEndings("\n").Trim() }
            : null;

    private static NoteError MapVerdict(DatasetRow row) => row.GetInt32("Error Flag") switch
    {
        0 => NoteError.None,
        1 => new NoteError { IsError = true, SentenceId = row.GetInt32("Error Sentence ID").ToString(CultureInfo.InvariantCulture), Correction = row.GetString("Corrected Sentence") },
        var flag => throw row.Error("Error Flag", $"the flag is {flag}, where 0 or 1 is expected", "Correct the value"),
    };
}
