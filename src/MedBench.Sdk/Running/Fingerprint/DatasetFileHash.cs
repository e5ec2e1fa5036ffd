namespace MedBench.Running;

/// <summary>A dataset file that a run read.</summary>
/// <param name="Split">The split for which it was read.</param>
/// <param name="Name">Its name without its folder.</param>
/// <param name="Sha256">SHA-256 of its bytes, in hex.</param>
internal sealed record DatasetFileHash(string Split, string Name, string Sha256);
