using MedBench.Testing;

namespace MedBench.Benchmarks.Tests.Dialogue;

/// <summary>A doctor who asks one question and then knows the answer, and a patient who says one thing about each case.</summary>
internal static class MediQPlayers
{
    public static ModelInfo Everything => OracleModelClient.WithEveryPower;

    public static ScriptedModelClient Doctor(IReadOnlyList<Sample> samples, Action? pay = null) => new(request =>
    {
        pay?.Invoke();
        var (first, last) = (request.Messages[1].Text, request.Messages[^1].Text);
        return last.EndsWith("LETTER CHOICE: ", StringComparison.Ordinal) ? Letter(samples, first)
            : last.EndsWith("ATOMIC QUESTION: ", StringComparison.Ordinal) ? "ATOMIC QUESTION: What else have you noticed?"
            : first.Contains("CONVERSATION LOG:\nNone", StringComparison.Ordinal) ? "REASON: Much is missing.\nDECISION: Somewhat Unconfident"
            : "REASON: Enough is known.\nDECISION: Very Confident";
    }) { Info = Everything };

    public static ScriptedModelClient Patient(Action? pay = null) => new(request =>
    {
        pay?.Invoke();
        return request.Messages[^1].Text.StartsWith("Break the following", StringComparison.Ordinal) ? "1. One thing.\n2. Another thing." : MediQPatient.Refusal;
    }) { Info = Everything with { Id = "patient" } };

    private static string Letter(IReadOnlyList<Sample> samples, string prompt)
        => ((ChoiceTarget)samples.Single(sample => prompt.Contains($"QUESTION: {sample.Input.Stem}\nOPTIONS: {string.Join(", ", sample.Input.Options.Select(option => $"{option.Label}: {option.Text}"))}\n", StringComparison.Ordinal)).Target).Labels[0];
}
