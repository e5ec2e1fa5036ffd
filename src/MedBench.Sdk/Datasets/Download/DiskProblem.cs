namespace MedBench;

/// <summary>Says what a disk that refuses means for fetched data.</summary>
internal static class DiskProblem
{
    // The errors of a full disk or an exhausted quota: Linux and macOS as errno, Windows as the code in an HRESULT.
    private static readonly int[] Full = OperatingSystem.IsWindows() ? [unchecked((int)0x80070070), unchecked((int)0x80070027)] : OperatingSystem.IsMacOS() ? [28, 69] : [28, 122];

    public static DatasetException Of(Exception exception, string file) => Full.Contains(exception.HResult)
        ? new DatasetException("the disk is full", "Make room, or name another folder (--cache, MEDBENCH_CACHE), then try again", file: file, innerException: exception)
        : new DatasetException($"the cache cannot be written: {exception.Message}", "Check the folder, or name another one (--cache, MEDBENCH_CACHE)", file: file, innerException: exception);
}
