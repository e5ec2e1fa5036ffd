using Parquet;
using Parquet.Schema;

namespace MedBench.Chaos;

/// <summary>A small Parquet file with texts, numbers and a list.</summary>
internal static class ParquetSample
{
    public static byte[] Create() => CreateAsync().GetAwaiter().GetResult();

    private static async Task<byte[]> CreateAsync()
    {
        var schema = new ParquetSchema(new DataField<string>("q"), new DataField<long>("n"), new DataField<double?>("d"));
        using var stream = new MemoryStream();
        await using (var writer = await ParquetWriter.CreateAsync(schema, stream))
        {
            using var group = writer.CreateRowGroup();
            ReadOnlyMemory<char>[] texts = ["one".AsMemory(), "two".AsMemory(), "é".AsMemory()];
            await group.WriteAllPartsAsync<ReadOnlyMemory<char>>(schema.DataFields[0], texts, new[] { 1, 1, 1 }, null, CancellationToken.None);
            await group.WriteAllPartsAsync<long>(schema.DataFields[1], new long[] { 1, 2, 3 }, null, null, CancellationToken.None);
            await group.WriteAllPartsAsync<double>(schema.DataFields[2], new[] { 0.5 }, new[] { 0, 1, 0 }, null, CancellationToken.None);
        }

        return stream.ToArray();
    }
}
