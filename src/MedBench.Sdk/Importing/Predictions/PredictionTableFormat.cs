namespace MedBench;

/// <summary>How a table of recorded predictions is laid out: for each value the columns that may hold it, of which the first that a row has counts.</summary>
public sealed record PredictionTableFormat
{
    /// <summary>Gets the columns of the data set; it may be missing.</summary>
    public IReadOnlyList<string> Dataset { get; init; } = ["dataset", "task", "benchmark"];

    /// <summary>Gets the columns of the model.</summary>
    public IReadOnlyList<string> Model { get; init; } = ["model"];

    /// <summary>Gets the columns of the method; it may be missing.</summary>
    public IReadOnlyList<string> Method { get; init; } = ["method", "strategy", "trigger"];

    /// <summary>Gets the columns of the item's id.</summary>
    public IReadOnlyList<string> Id { get; init; } = ["realidx", "item", "item_id", "id"];

    /// <summary>Gets the columns of the right answer.</summary>
    public IReadOnlyList<string> Gold { get; init; } = ["gold", "answer_idx"];

    /// <summary>Gets the columns of the recorded answer; missing, null and empty mean that there was none.</summary>
    public IReadOnlyList<string> Predicted { get; init; } = ["predicted", "predicted_answer", "prediction"];

    /// <summary>Gets the columns of the prompt tokens; they may be missing.</summary>
    public IReadOnlyList<string> PromptTokens { get; init; } = ["prompt_tokens", "input_tokens"];

    /// <summary>Gets the columns of the reply tokens; they may be missing.</summary>
    public IReadOnlyList<string> CompletionTokens { get; init; } = ["completion_tokens", "output_tokens"];

    /// <summary>Gets the columns of the cost in US dollars; it may be missing.</summary>
    public IReadOnlyList<string> Cost { get; init; } = ["cost", "cost_usd"];

    /// <summary>Gets the columns of the seconds; they may be missing.</summary>
    public IReadOnlyList<string> Seconds { get; init; } = ["seconds", "time_elapsed", "latency"];

    /// <summary>Gets what becomes of rows that answer an item again.</summary>
    public RepeatedRows Repeated { get; init; }

    /// <summary>Refuses a table without the answers, which would all count as wrong, or without a column that the caller named.</summary>
    /// <param name="columns">The columns of all rows; none where there are no rows.</param>
    /// <param name="file">The table's name.</param>
    /// <exception cref="DatasetException">No row has such a column; names those that there are.</exception>
    internal void Require(IReadOnlySet<string> columns, string file)
    {
        var usual = new PredictionTableFormat();
        (string Value, IReadOnlyList<string> Wanted, IReadOnlyList<string> Usual)[] values =
        [
            ("answer", Predicted, []),
            ("data set", Dataset, usual.Dataset),
            ("method", Method, usual.Method),
            ("prompt tokens", PromptTokens, usual.PromptTokens),
            ("completion tokens", CompletionTokens, usual.CompletionTokens),
            ("cost", Cost, usual.Cost),
            ("seconds", Seconds, usual.Seconds),
        ];
        foreach (var (value, wanted, _) in values.Where(value => columns.Count > 0 && !value.Wanted.SequenceEqual(value.Usual) && !value.Wanted.Any(columns.Contains)))
        {
            var names = wanted.Count < 2 ? string.Concat(wanted) : $"{string.Join(", ", wanted.SkipLast(1))} or {wanted[^1]}";
            throw new DatasetException($"no row has the column {names} for the {value}; there are {string.Join(", ", columns.Order(StringComparer.Ordinal))}", "Name the column that holds it", file: file);
        }
    }
}
