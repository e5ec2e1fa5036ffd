using MedBench.Testing;

namespace MedBench.Benchmarks.Tests.Dialogue;

/// <summary>A doctor who asks the patient who they are, requests one test and then knows the diagnosis; the others play along.</summary>
internal static class AgentClinicPlayers
{
    public static ScriptedModelClient Doctor(IReadOnlyList<Sample> samples, Action? pay = null) => new(request =>
    {
        pay?.Invoke();
        var history = request.Messages[1].Text;
        return samples.FirstOrDefault(sample => history.Contains($"I am patient {sample.Input.Id}.", StringComparison.Ordinal)) is not { } known ? "Good morning. What brings you here?"
            : !history.Contains("RESULTS:", StringComparison.Ordinal) ? "REQUEST TEST: Blood_Count"
            : $"Thank you.\nDIAGNOSIS READY: {Gold(known)}";
    }) { Info = OracleModelClient.WithEveryPower };

    public static IReadOnlyDictionary<string, IModelClient> Others(IReadOnlyList<Sample> samples, Action? pay = null) => new Dictionary<string, IModelClient>
    {
        [ModelRole.Patient] = Play(request => $"I am patient {samples.First(sample => sample.Input.Environment!.Fingerprint.Contains(Between(request.Messages[0].Text, "all of your information. ", ". \n\n"), StringComparison.Ordinal)).Input.Id}.", pay),
        [ModelRole.Examiner] = Play(_ => "RESULTS: NORMAL READINGS", pay),
        [ModelRole.Judge] = Play(request => request.Messages[1].Text.Contains($"DIAGNOSIS READY: {Between(request.Messages[1].Text, "correct diagnosis: ", "\n")}\n", StringComparison.Ordinal)
            || request.Messages[1].Text.Contains($"doctor dialogue: {Between(request.Messages[1].Text, "correct diagnosis: ", "\n")}\n", StringComparison.Ordinal) ? "Yes." : "No.", pay),
    };

    public static string Gold(Sample sample) => ((TextTarget)sample.Target).References[0];

    private static ScriptedModelClient Play(Func<ModelRequest, string> reply, Action? pay) => new(request =>
    {
        pay?.Invoke();
        return reply(request);
    });

    private static string Between(string text, string start, string end)
    {
        var from = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
        return text[from..text.IndexOf(end, from, StringComparison.Ordinal)];
    }
}
