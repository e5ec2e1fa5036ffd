using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MedBench.Running;

/// <summary>Identifies a call: who asked, whom, what, and for which time. Half of a SHA-256, so that equal keys mean equal calls.</summary>
internal readonly record struct CallKey(UInt128 Value)
{
    /// <summary>Derives the key from length-prefixed parts, so that no two different calls share their bytes.</summary>
    /// <param name="scope">The sample or shared thing on whose behalf the call is made.</param>
    /// <param name="role">The model's role.</param>
    /// <param name="model">The model's identity.</param>
    /// <param name="request">SHA-256 of the canonical request.</param>
    /// <param name="occurrence">How many equal calls the scope made before.</param>
    public static CallKey Create(string scope, string role, string model, ReadOnlySpan<byte> request, int occurrence)
    {
        var size = (3 * 4) + Encoding.UTF8.GetByteCount(scope) + Encoding.UTF8.GetByteCount(role) + Encoding.UTF8.GetByteCount(model) + request.Length + 4;
        Span<byte> bytes = size <= 1024 ? stackalloc byte[size] : new byte[size];
        var rest = bytes;
        rest = Put(Put(Put(rest, scope), role), model);
        request.CopyTo(rest);
        BinaryPrimitives.WriteInt32LittleEndian(rest[request.Length..], occurrence);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, digest);
        return new CallKey(BinaryPrimitives.ReadUInt128BigEndian(digest));
    }

    /// <summary>Reads the 32 hex digits of a journal line.</summary>
    public static CallKey Parse(string text) => new(UInt128.Parse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));

    /// <inheritdoc />
    public override string ToString() => Value.ToString("x32", CultureInfo.InvariantCulture);

    private static Span<byte> Put(Span<byte> destination, string text)
    {
        var length = Encoding.UTF8.GetBytes(text, destination[4..]);
        BinaryPrimitives.WriteInt32LittleEndian(destination, length);
        return destination[(4 + length)..];
    }
}
