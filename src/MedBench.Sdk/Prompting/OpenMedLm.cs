namespace MedBench;

/// <summary>The ladder of OpenMedLM.</summary>
public static class OpenMedLm
{
    /// <summary>Creates the first rung.</summary>
    public static IPromptStrategy ZeroShot() => throw new NotImplementedException();
}
