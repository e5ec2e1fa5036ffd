namespace MedBench.Running;

/// <summary>A call as its scope has entered it.</summary>
/// <param name="Key">Its key in the run's journal.</param>
/// <param name="RequestHash">SHA-256 of the canonical request.</param>
/// <param name="Occurrence">How many equal calls the scope made before.</param>
internal readonly record struct RegisteredCall(CallKey Key, byte[] RequestHash, int Occurrence);
