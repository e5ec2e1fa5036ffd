using System.Buffers;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;

namespace MedBench;

/// <summary>Keeps documents in memory as compressed UTF-8, in blocks: about a sixth of what strings would take.</summary>
internal sealed class DocumentStore
{
    private const int BlockBytes = 1 << 16;
    private const int Quality = 1;
    private const int Window = 18;

    private readonly List<string> ids = [];
    private readonly Dictionary<string, int> positions = new(StringComparer.Ordinal);
    private readonly List<Place> places = [];
    private readonly List<Block> blocks = [];
    private readonly ArrayBufferWriter<byte> open = new(BlockBytes);

    public int Count => ids.Count;

    /// <summary>Gets how many bytes the texts take.</summary>
    public long CompressedBytes => blocks.Sum(block => (long)block.Compressed.Length);

    /// <summary>Reads documents to their end; one that repeats another, id and text, is passed over.</summary>
    /// <exception cref="DatasetException">Two documents of one id differ.</exception>
    public static async Task<DocumentStore> ReadAsync(IAsyncEnumerable<Document> documents, CancellationToken cancellationToken = default)
    {
        var store = new DocumentStore();
        await foreach (var document in documents.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            store.Add(document);
        }

        store.Close();
        return store;
    }

    public string IdAt(int position) => ids[position];

    public Document? Find(string id) => positions.TryGetValue(id, out var position) ? Read(position, Open(places[position].Block)) : null;

    /// <summary>Yields what is searched, in order: the text, after the title where there is one.</summary>
    public IEnumerable<string> ReadSearched()
    {
        var (current, bytes) = (-1, Array.Empty<byte>());
        for (var position = 0; position < Count; position++)
        {
            var block = places[position].Block;
            if (block != current)
            {
                (current, bytes) = (block, Open(block));
            }

            var document = Read(position, bytes);
            yield return document.Title is { } title ? $"{title}\n{document.Text}" : document.Text;
        }
    }

    private void Add(Document document)
    {
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(positions, document.Id, out var exists);
        if (exists)
        {
            if (Find(document.Id) != document)
            {
                throw new DatasetException($"two documents have the same id '{document.Id}' and differ", "Give every document its own id");
            }

            return;
        }

        known = ids.Count;
        ids.Add(document.Id);
        var start = open.WrittenCount;
        var title = document.Title is { } text ? (int)Encoding.UTF8.GetBytes(text, open) : -1;
        places.Add(new Place(blocks.Count, start, title, (int)Encoding.UTF8.GetBytes(document.Text, open)));
        if (open.WrittenCount >= BlockBytes)
        {
            Close();
        }
    }

    private void Close()
    {
        var bytes = new byte[BrotliEncoder.GetMaxCompressedLength(open.WrittenCount)];
        BrotliEncoder.TryCompress(open.WrittenSpan, bytes, out var written, Quality, Window);
        blocks.Add(new Block(bytes.AsSpan(0, written).ToArray(), open.WrittenCount));
        open.ResetWrittenCount();
    }

    private byte[] Open(int block)
    {
        if (block == blocks.Count)
        {
            return open.WrittenSpan.ToArray();
        }

        var bytes = GC.AllocateUninitializedArray<byte>(blocks[block].Length);
        BrotliDecoder.TryDecompress(blocks[block].Compressed, bytes, out _);
        return bytes;
    }

    private Document Read(int position, byte[] bytes)
    {
        var place = places[position];
        var text = place.Start + Math.Max(place.Title, 0);
        return new Document
        {
            Id = ids[position],
            Title = place.Title < 0 ? null : Encoding.UTF8.GetString(bytes, place.Start, place.Title),
            Text = Encoding.UTF8.GetString(bytes, text, place.Text),
        };
    }

    /// <param name="Block">Number of the block.</param>
    /// <param name="Start">Where the document begins in it.</param>
    /// <param name="Title">Bytes of the title; -1 where there is none.</param>
    /// <param name="Text">Bytes of the text.</param>
    private readonly record struct Place(int Block, int Start, int Title, int Text);

    private readonly record struct Block(byte[] Compressed, int Length);
}
