namespace MedBench;

/// <summary>Turns documents of tokens into per-token lists of documents, on all processors.</summary>
/// <remarks>
/// The documents are cut into as many ranges as there are processors. Each range counts its tokens, so that it knows where its
/// entries start within every list, and then all write side by side. The result does not depend on the number of ranges.
/// </remarks>
internal static class Bm25Layout
{
    private const int SmallestRange = 1 << 16;

    /// <summary>Returns where each token's list starts, the documents in the lists, ascending, and how often each holds the token.</summary>
    internal static (int[] Starts, int[] Documents, float[] Frequencies) Invert(ReadOnlyMemory<int> tokens, int[] lengths, int vocabularySize)
    {
        var ranges = Cut(tokens.Length, lengths);
        var slots = new int[ranges.Length][];
        Parallel.For(0, ranges.Length, i => slots[i] = Count(tokens.Span, lengths, ranges[i], vocabularySize));

        var starts = new int[vocabularySize + 1];
        for (int token = 0, next = 0; token < vocabularySize; token++)
        {
            foreach (var counts in slots)
            {
                (counts[token], next) = (next, next + counts[token]);
            }

            starts[token + 1] = next;
        }

        var documents = GC.AllocateUninitializedArray<int>(starts[^1]);
        var frequencies = GC.AllocateUninitializedArray<float>(starts[^1]);
        Parallel.For(0, ranges.Length, i => Fill(tokens.Span, lengths, ranges[i], slots[i], documents, frequencies));
        return (starts, documents, frequencies);
    }

    private static DocumentRange[] Cut(int tokenCount, int[] lengths)
    {
        var share = Math.Max(SmallestRange, tokenCount / Environment.ProcessorCount);
        var ranges = new List<DocumentRange>();
        for (int document = 0, token = 0; document < lengths.Length;)
        {
            var range = new DocumentRange(document, document, token);
            while (document < lengths.Length && token - range.FirstToken <= share)
            {
                token += lengths[document++];
            }

            ranges.Add(range with { EndDocument = document });
        }

        return [.. ranges];
    }

    private static int[] Count(ReadOnlySpan<int> tokens, int[] lengths, DocumentRange range, int vocabularySize)
    {
        var counts = new int[vocabularySize];
        var lastSeen = new int[vocabularySize];
        var i = range.FirstToken;
        for (var document = range.FirstDocument; document < range.EndDocument; document++)
        {
            for (var end = i + lengths[document]; i < end; i++)
            {
                var token = tokens[i];
                if (lastSeen[token] != document + 1)
                {
                    lastSeen[token] = document + 1;
                    counts[token]++;
                }
            }
        }

        return counts;
    }

    private static void Fill(ReadOnlySpan<int> tokens, int[] lengths, DocumentRange range, int[] next, int[] documents, float[] frequencies)
    {
        var lastSeen = new int[next.Length];
        var i = range.FirstToken;
        for (var document = range.FirstDocument; document < range.EndDocument; document++)
        {
            for (var end = i + lengths[document]; i < end; i++)
            {
                var token = tokens[i];
                if (lastSeen[token] == document + 1)
                {
                    frequencies[next[token] - 1]++;
                    continue;
                }

                lastSeen[token] = document + 1;
                var slot = next[token]++;
                documents[slot] = document;
                frequencies[slot] = 1;
            }
        }
    }

    private readonly record struct DocumentRange(int FirstDocument, int EndDocument, int FirstToken);
}
