namespace MedBench;

/// <summary>What is being done with a file of a benchmark.</summary>
public enum DownloadStage
{
    /// <summary>It is fetched.</summary>
    Fetching,

    /// <summary>Another process fetches into the same folder, and this one waits for it.</summary>
    Waiting,

    /// <summary>The connection broke or the server is busy; another attempt follows.</summary>
    Retrying,

    /// <summary>An archive is unpacked.</summary>
    Unpacking,

    /// <summary>It was fetched and verified just now.</summary>
    Fetched,

    /// <summary>It was there already and has its recorded content.</summary>
    Cached,
}
