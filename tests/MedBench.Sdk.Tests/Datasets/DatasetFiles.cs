using System.Text;

namespace MedBench.Tests.Datasets;

/// <summary>Dataset files in memory, and shorthand to read them.</summary>
internal static class DatasetFiles
{
    public static DatasetFile Create(string name, string text) => Create(name, Encoding.UTF8.GetBytes(text));

    public static DatasetFile Create(string name, byte[] bytes) => new(name, () => new MemoryStream(bytes, writable: false));

    public static async Task<List<T>> ReadAsync<T>(DatasetFile file, Func<DatasetRow, T> select, DatasetReadOptions? options = null)
    {
        var results = new List<T>();
        await foreach (var row in DatasetReader.ReadAsync(file, options))
        {
            results.Add(select(row));
        }

        return results;
    }

    public static Task<List<T>> ReadAsync<T>(string name, string text, Func<DatasetRow, T> select, DatasetReadOptions? options = null) => ReadAsync(Create(name, text), select, options);

    public static async Task<string> ErrorAsync(DatasetFile file, Action<DatasetRow>? read = null, DatasetReadOptions? options = null)
    {
        try
        {
            await ReadAsync(file, row => { read?.Invoke(row); return 0; }, options);
        }
        catch (DatasetException exception)
        {
            return exception.Message;
        }

        return "no error";
    }
}
