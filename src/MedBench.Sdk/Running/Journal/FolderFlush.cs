using System.Runtime.InteropServices;

namespace MedBench.Running;

/// <summary>Forces a folder's entries to the disk: a new or renamed file survives a power cut only once its folder does.</summary>
/// <remarks>Windows writes entries through by itself; elsewhere a folder is opened and flushed like a file, which .NET offers no call for.</remarks>
internal static class FolderFlush
{
    public static void Run(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var descriptor = Open(folder, flags: 0);
        if (descriptor >= 0)
        {
            _ = Sync(descriptor); // Some file systems cannot flush a folder; they have nothing better to offer.
            _ = Close(descriptor);
        }
    }

    [DllImport("libc", EntryPoint = "open", BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sync(int descriptor);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int descriptor);
}
