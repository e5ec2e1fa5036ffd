namespace MedBench.Chaos.Transport;

/// <summary>The zero-shot protocol with one call for each sample, so that calls and replies can be counted.</summary>
internal static class OnceAsked
{
    public static IPromptStrategy Strategy { get; } = OpenMedLm.ZeroShot(new OpenMedLmOptions { MaxTrials = 1 });
}
