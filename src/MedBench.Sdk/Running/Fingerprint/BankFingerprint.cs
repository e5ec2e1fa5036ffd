using System.Globalization;
using System.Security.Cryptography;

namespace MedBench.Running;

/// <summary>Describes the exemplar bank that a run begins with: the length and hash of its first bytes.</summary>
/// <remarks>A bank only grows, so a run that is continued compares the bytes that were there when it began.</remarks>
internal static class BankFingerprint
{
    public static string Of(string? path, string? recorded)
    {
        if (path is null)
        {
            return "run folder";
        }

        var length = recorded?.Split(' ') is [var bytes, _, ..] && long.TryParse(bytes, NumberStyles.None, CultureInfo.InvariantCulture, out var begun)
            ? begun
            : File.Exists(path) ? new FileInfo(path).Length : 0;
        return string.Create(CultureInfo.InvariantCulture, $"{length} bytes, sha256 {Hash(path, length)}");
    }

    private static string Hash(string path, long length)
    {
        if (length == 0)
        {
            return "of nothing";
        }

        var bytes = File.Exists(path) ? File.ReadAllBytes(path) : [];
        return bytes.Length < length ? "of a shorter file" : Convert.ToHexStringLower(SHA256.HashData(bytes.AsSpan(0, (int)length)));
    }
}
