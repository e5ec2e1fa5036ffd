using System.IO.Hashing;
using System.Text;

namespace MedBench.Benchmarks;

/// <summary>The 500 questions of PubMedQA's official test list (<c>test_ground_truth.json</c> of pubmedqa/pubmedqa), as 32-bit hashes of their PMIDs.</summary>
/// <remarks>No PMID of the labelled set outside the list has the hash of one within.</remarks>
internal static partial class OfficialPubMedQaTest
{
    /// <summary>Number of questions.</summary>
    public const int Count = 500;

    private static readonly HashSet<uint> Hashes = Decode();

    public static bool Contains(string pmid) => Hashes.Contains(Hash(pmid));

    public static uint Hash(string pmid) => XxHash32.HashToUInt32(Encoding.UTF8.GetBytes(pmid));

    private static HashSet<uint> Decode()
    {
        var bytes = Convert.FromBase64String(Table);
        var hashes = new HashSet<uint>(Count);
        for (var i = 0; i < bytes.Length; i += sizeof(uint))
        {
            hashes.Add(System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(i)));
        }

        return hashes;
    }
}
