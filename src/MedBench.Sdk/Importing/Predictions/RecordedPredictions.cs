using System.Security.Cryptography;
using System.Text;

namespace MedBench;

/// <summary>Predictions that somebody published: one row for an item, a model and a method, with what the calls took.</summary>
/// <remarks>
/// <see cref="Tabulate"/> rebuilds the tables of the paper; <see cref="CreateStrategy"/> with <see cref="CreateModel"/> brings the predictions into an
/// ordinary run, where they are scored, compared and reported like any other, without a call.
/// </remarks>
/// <example>
/// <code>
/// var predictions = await RecordedPredictions.ReadAsync([file]);
/// Console.WriteLine(predictions.Tabulate(PriceTable.FromFile("prices.json")).ToMarkdown());
/// </code>
/// </example>
public sealed class RecordedPredictions
{
    private RecordedPredictions(IReadOnlyList<RecordedPrediction> items, int repeated) => (Items, Repeated) = (items, repeated);

    /// <summary>Gets the predictions that count, in file order.</summary>
    public IReadOnlyList<RecordedPrediction> Items { get; }

    /// <summary>Gets the number of rows that were left out because they answered an item again.</summary>
    public int Repeated { get; }

    /// <summary>Reads tables in any format of <see cref="DatasetReader"/>.</summary>
    /// <param name="files">The files; their rows are taken together.</param>
    /// <param name="format">Columns, and what becomes of repeated rows; null for the usual names and the first row.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="DatasetException">A file is missing or damaged, a row lacks model, id or right answer, or no row has a column for the answers or one that the format names.</exception>
    public static async Task<RecordedPredictions> ReadAsync(IReadOnlyList<DatasetFile> files, PredictionTableFormat? format = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(files);
        format ??= new PredictionTableFormat();
        var items = new List<RecordedPrediction>();
        var places = new Dictionary<(string, string, string, string), int>();
        var columns = new HashSet<string>(StringComparer.Ordinal);
        var repeated = 0;
        foreach (var file in files)
        {
            await foreach (var row in DatasetReader.ReadAsync(file, cancellationToken: cancellationToken).ConfigureAwait(false))
            {
                columns.UnionWith(row.Fields);
                var item = PredictionRow.Read(row, format);
                if (format.Repeated == RepeatedRows.KeepAll || places.TryAdd((item.Dataset, item.Model, item.Method, item.Id), items.Count))
                {
                    items.Add(item);
                    continue;
                }

                repeated++;
                if (format.Repeated == RepeatedRows.KeepLast)
                {
                    items[places[(item.Dataset, item.Model, item.Method, item.Id)]] = item;
                }
            }
        }

        format.Require(columns, string.Join(", ", files.Select(file => file.Name)));
        return new RecordedPredictions(items, repeated);
    }

    /// <summary>Computes accuracy, cost and time of every model and method.</summary>
    /// <param name="prices">What tokens cost; null states only the costs that the table records itself.</param>
    /// <param name="byDataset">Whether each data set has its own rows; all items are pooled otherwise, so that large sets weigh more.</param>
    /// <param name="confidence">Nominal coverage of the intervals, between 0 and 1.</param>
    public PredictionTable Tabulate(PriceTable? prices = null, bool byDataset = true, double confidence = 0.95)
    {
        // Not the union of the ids: some files number their rows where others name the item.
        var fullest = Items.GroupBy(item => item.Dataset, StringComparer.Ordinal).ToDictionary(
            group => group.Key,
            group => group.GroupBy(item => (item.Model, item.Method)).Max(cell => cell.DistinctBy(item => item.Id).Count()),
            StringComparer.Ordinal);
        var cells = Items.GroupBy(item => (Dataset: byDataset ? item.Dataset : "", item.Model, item.Method))
            .Select(group => PredictionCell.Of([.. group], group.Key.Dataset, byDataset ? fullest[group.Key.Dataset] : fullest.Values.Sum(), prices, confidence))
            .OrderBy(cell => cell.Dataset, StringComparer.Ordinal).ThenBy(cell => cell.Model, StringComparer.Ordinal).ThenBy(cell => cell.Method, StringComparer.Ordinal);
        return new PredictionTable([.. cells], byDataset, Repeated);
    }

    /// <summary>Creates the strategy that answers as the model did by one method; items are found by the samples' ids.</summary>
    /// <param name="model">The model.</param>
    /// <param name="method">The method.</param>
    /// <param name="dataset">The data set; needed where several use the same ids.</param>
    /// <exception cref="ArgumentException">There is no such prediction, or an item has two.</exception>
    public IPromptStrategy CreateStrategy(string model, string method, string? dataset = null)
    {
        var chosen = Items.Where(item => item.Model == model && item.Method == method && (dataset is null || item.Dataset == dataset)).ToList();
        if (chosen.Count == 0 || chosen.Select(item => item.Id).Distinct(StringComparer.Ordinal).Count() != chosen.Count)
        {
            throw new ArgumentException(chosen.Count == 0 ? $"Nothing was recorded of '{model}' by '{method}'." : $"'{model}' answered an item more than once by '{method}'. Name the data set, or read the table without its repeated rows.", nameof(method));
        }

        var text = string.Join('\n', chosen.Select(item => $"{item.Dataset}\t{item.Id}\t{item.Predicted}"));
        return new PredictionStrategy(model, method, chosen.ToDictionary(item => item.Id, item => item.Predicted, StringComparer.Ordinal), Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
    }

    /// <summary>Creates what stands for the recorded model in a run: it has the model's name and is never called.</summary>
    /// <param name="model">The model.</param>
    public static IModelClient CreateModel(string model) => new RecordedModel(model);
}
