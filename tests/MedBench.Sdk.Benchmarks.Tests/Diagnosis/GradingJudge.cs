using MedBench.Benchmarks.Tests.OpenAnswers;
using MedBench.Testing;

namespace MedBench.Benchmarks.Tests.Diagnosis;

/// <summary>A judge that reads the published prompt and grades each of the first ten lines: 2 where it is the reference, 1 where the reference ends with it, 0 otherwise.</summary>
internal static class GradingJudge
{
    public static ScriptedModelClient Create() => new(request =>
    {
        var prompt = request.Messages[^1].Text;
        var answer = ReadingJudge.Between(prompt, "Here is the student’s answer: \n", "\n\nHere is the reference diagnosis: \n");
        var reference = ReadingJudge.Between(prompt, "\n\nHere is the reference diagnosis: \n", "\n\nOutput Format:");
        var lines = answer.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => line.TrimStart("0123456789. ".ToCharArray()).TrimEnd(';'));
        return string.Join('\n', lines.Take(10).Select((line, i) => FormattableString.Invariant($"{i + 1}. Diagnosis {i + 1}: \\boxed{{{(line == reference ? 2 : reference.EndsWith(line, StringComparison.OrdinalIgnoreCase) ? 1 : 0)}}};")));
    }) { Info = new ModelInfo { Id = "judge" } };
}
