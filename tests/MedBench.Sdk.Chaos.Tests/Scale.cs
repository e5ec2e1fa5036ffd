namespace MedBench.Chaos;

/// <summary>How large the proof is: small within the normal test command, whole with <c>MEDBENCH_CHAOS=full</c>.</summary>
internal static class Scale
{
    private static readonly bool IsFull = Environment.GetEnvironmentVariable("MEDBENCH_CHAOS") == "full";

    public static int Of(int quick, int full) => IsFull ? full : quick;
}
