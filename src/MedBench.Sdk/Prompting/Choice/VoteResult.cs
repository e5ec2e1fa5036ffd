namespace MedBench;

/// <summary>The result of a vote.</summary>
/// <param name="Winner">The winning label; null when no vote is valid.</param>
/// <param name="Votes">The winner's votes.</param>
/// <param name="Tied">Whether another option had as many.</param>
public sealed record VoteResult(string? Winner, int Votes, bool Tied);
