using System.Globalization;
using System.Text.Json;

namespace MedBench.Benchmarks;

/// <summary>Which of MedAgentBench's ten tasks a sample is, and about whom.</summary>
/// <param name="Number">The task, from 1 to 10.</param>
/// <param name="Patient">The patient's record number; empty where a task seeks somebody who is not there.</param>
/// <param name="Solution">The answer that the file gives for task 1, or what task 8 says that the referral is to say; empty for the others.</param>
internal sealed record MedAgentTask(int Number, string Patient, IReadOnlyList<string> Solution)
{
    /// <summary>Gets whether the task is answered without ordering anything.</summary>
    public bool IsQuery => Number is 1 or 2 or 4 or 6 or 7;

    /// <summary>Gets whether the patients' own records are all that its grading needs.</summary>
    public bool NeedsPatientsOnly => Number is 1 or 2 or 3 or 8;

    /// <summary>Reads the number off an id such as <c>task7_12</c>; null where it has none.</summary>
    public static int? ReadNumber(string id)
        => id.StartsWith("task", StringComparison.Ordinal) && id.IndexOf('_', StringComparison.Ordinal) is > 4 and var end
            && int.TryParse(id[4..end], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 10 ? number : null;

    /// <summary>Reads the first text between quotation marks off an instruction; null where there is none.</summary>
    public static string? ReadQuoted(string instruction) => instruction.Split('"') is [_, { Length: > 0 } text, _, ..] ? text : null;

    public StateTarget ToTarget()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteNumber("task", Number);
            json.WriteString("patient", Patient);
            json.WriteStartArray("solution");
            foreach (var answer in Solution)
            {
                json.WriteStringValue(answer);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return new StateTarget(JsonElement.Parse(stream.ToArray()));
    }

    /// <exception cref="InvalidOperationException">The target is of another benchmark.</exception>
    public static MedAgentTask Of(Sample sample)
        => sample.Target is StateTarget { Expected: { ValueKind: JsonValueKind.Object } expected } && expected.TryGetProperty("task", out var number) && expected.TryGetProperty("patient", out var patient) && expected.TryGetProperty("solution", out var solution)
            ? new MedAgentTask(number.GetInt32(), patient.GetString()!, [.. solution.EnumerateArray().Select(answer => answer.GetString()!)])
            : throw new InvalidOperationException($"Sample '{sample.Input.Id}' has no target of MedAgentBench. Use the scorer with that benchmark alone.");
}
