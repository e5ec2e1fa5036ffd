using System.Globalization;
using System.Text.Json;

namespace MedBench.Performance;

/// <summary>Writes synthetic questions of about 130 words.</summary>
internal static class Workload
{
    private static readonly string[] Words = "patient presents with fever cough dyspnoea fatigue oedema rash pallor headache nausea vertigo history of diabetes hypertension asthma anaemia thyroid disease takes metformin lisinopril salbutamol atorvastatin daily examination shows crackles murmur tenderness swelling reduced sensation brisk reflexes laboratory studies show sodium potassium creatinine calcium glucose within range".Split(' ');

    public static string Write(string folder, int count)
    {
        var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"questions-{count}.jsonl"));
        using var file = File.Create(path);
        var random = SeededRandom.Create(1, "workload");
        for (var i = 0; i < count; i++)
        {
            using (var json = new Utf8JsonWriter(file))
            {
                json.WriteStartObject();
                json.WriteString("question", string.Create(CultureInfo.InvariantCulture, $"Case {i:D6}. {Text(random, 105)}. What is the most likely cause?"));
                json.WriteStartObject("options");
                foreach (var letter in "ABCD")
                {
                    json.WriteString(letter.ToString(), Text(random, 6));
                }

                json.WriteEndObject();
                json.WriteString("answer_idx", "ABCD"[random.Next(4)].ToString());
                json.WriteEndObject();
            }

            file.WriteByte((byte)'\n');
        }

        return path;
    }

    public static string Text(SeededRandom random, int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Words[random.Next(Words.Length)]));
}
