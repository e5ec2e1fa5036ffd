namespace MedBench.Benchmarks;

/// <summary>The category of every question of TruthfulQA, which only the CSV file states.</summary>
internal sealed class TruthfulQaCategories
{
    private const string Column = "Category";

    private readonly Dictionary<string, string> byQuestion = new(StringComparer.Ordinal);

    /// <summary>Reads the CSV file beside a file of targets.</summary>
    /// <exception cref="DatasetException">It is needed and not there.</exception>
    public static async ValueTask<TruthfulQaCategories> FindAsync(DatasetFile file, IDatasetSource source, string benchmark, bool isNeeded, CancellationToken cancellationToken)
    {
        var categories = new TruthfulQaCategories();
        if (Path.GetExtension(file.Name).Equals(".csv", StringComparison.OrdinalIgnoreCase))
        {
            return categories;
        }

        if (source.Find("categories", ["TruthfulQA.csv", "data/v1/TruthfulQA.csv"]) is { } table)
        {
            await foreach (var row in DatasetReader.ReadAsync(table, new DatasetReadOptions { Benchmark = benchmark }, cancellationToken).ConfigureAwait(false))
            {
                categories.byQuestion[QuestionOf(row)] = row.GetString(Column);
            }
        }

        return isNeeded && categories.byQuestion.Count == 0
            ? throw new DatasetException("the file does not say which questions are about health", "Put TruthfulQA.csv beside it, or name it with categories=FILE", benchmark, file.Name)
            : categories;
    }

    /// <summary>Returns the category of a row's question; null where it is not known.</summary>
    public string? Find(DatasetRow row) => row.TryGetString(Column, out var category) ? category : byQuestion.GetValueOrDefault(QuestionOf(row));

    /// <summary>Reads the question.</summary>
    public static string QuestionOf(DatasetRow row) => row.GetString(row.Has("Question") ? "Question" : "question").Trim();
}
