using System.Security.Cryptography;

namespace MedBench.Running;

/// <summary>Hashes a file that a sample refers to.</summary>
internal static class FileHash
{
    /// <exception cref="DatasetException">The file is missing.</exception>
    public static string Compute(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DatasetException("a file that a sample refers to is missing", "Complete the download, or correct the path in the record", file: path, innerException: exception);
        }
    }
}
