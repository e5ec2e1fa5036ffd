using System.CommandLine;

namespace MedBench.Cli;

/// <summary>The options in which a user says what may be fetched, the same for every command that fetches.</summary>
internal sealed class FetchOptions
{
    public Option<bool> Accept { get; } = new("--accept") { Description = "Accept the terms of data that is fetched, which you have read; recorded in the cache." };

    public Option<bool> Unpinned { get; } = new("--unpinned") { Description = "Fetch files whose revision or SHA-256 is not known too; the hash is recorded and held to from then on." };

    public Option<bool> Offline { get; } = new("--offline") { Description = "Fetch nothing; read what the cache has." };

    public FetchPermission Read(ParseResult parsed) => new(parsed.GetValue(Accept), parsed.GetValue(Unpinned), parsed.GetValue(Offline));
}
