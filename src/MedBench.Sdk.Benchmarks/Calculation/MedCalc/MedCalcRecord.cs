using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MedBench.Metrics;

namespace MedBench.Benchmarks;

/// <summary>Turns a record of any version of MedCalc-Bench into a sample.</summary>
internal static class MedCalcRecord
{
    public static Sample Map(DatasetRow row, bool isCorrected)
    {
        var calculator = FindCalculator(row);
        var note = row.GetString("Patient Note");
        var gold = Text(row, "Ground Truth Answer");
        var category = row.TryGetString("Category", out var published) ? published == "lab" ? "lab test" : published : calculator.Category;
        var tags = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["category"] = category,
            ["kind"] = calculator.IsRuleBased ? "rule" : "equation",
            ["calculator"] = calculator.Name,
        };
        if (row.TryGetString("Note Type", out var type))
        {
            tags["note-type"] = type.ToLowerInvariant();
        }

        if (isCorrected)
        {
            tags["answerable"] = gold == AbstentionTarget.Label ? "no" : "yes";
        }

        return new Sample
        {
            Input = new SampleInput
            {
                Id = row.TryGetId("Row Number", out var number) || row.TryGetId("Unique ID", out number) ? number : throw row.Error("Row Number", "the field is missing", "Supply it"),
                Stem = row.GetString("Question"),
                Context = [new ContextSection("Patient note", note)],
                Subject = calculator.Name,
            },
            Target = MapTarget(row, calculator, gold, isCorrected),
            ClusterId = $"note-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(note)))[..16]}",
            Tags = tags,
        };
    }

    /// <summary>Maps a worked example of either published file.</summary>
    /// <param name="row">The record.</param>
    /// <param name="answers">The answers of the JSON file as they are written there, by calculator: a row knows a number's value and not its digits.</param>
    public static Exemplar MapExemplar(DatasetRow row, IReadOnlyDictionary<string, string> answers)
    {
        if (row.Key is null)
        {
            var known = FindCalculator(row);
            return Create(known, row.GetString("Patient Note"), row.GetString("Ground Truth Explanation"), Text(row, "Ground Truth Answer"));
        }

        var response = row.GetRow("Response");
        var calculator = int.TryParse(row.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? Calculator.Find(id) : null;
        return calculator is null ? throw row.Error(null, $"'{row.Key}' is no calculator", "Name the authors' one_shot_finalized_explanation.json")
            : Create(calculator, row.GetString("Patient Note"), response.GetString("step_by_step_thinking"), calculator.Answer is CalculatorAnswer.GestationalAge ? string.Join(", ", response.GetStrings("answer")) : answers.GetValueOrDefault(row.Key) ?? Text(response, "answer"));
    }

    public static async Task<IReadOnlyDictionary<string, string>> ReadNumbersAsync(DatasetFile file, CancellationToken cancellationToken)
    {
        var numbers = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!file.Name.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            return numbers;
        }

        await using var stream = file.OpenRead();
        using var document = await JsonDocument.ParseAsync(stream, cancellationToken: cancellationToken).ConfigureAwait(false);
        foreach (var example in document.RootElement.EnumerateObject())
        {
            if (example.Value.TryGetProperty("Response"u8, out var response) && response.TryGetProperty("answer"u8, out var answer) && answer.ValueKind == JsonValueKind.Number)
            {
                numbers[example.Name] = answer.GetRawText();
            }
        }

        return numbers;
    }

    private static Exemplar Create(Calculator calculator, string note, string explanation, string answer) => new()
    {
        Input = new SampleInput { Id = string.Create(CultureInfo.InvariantCulture, $"one-shot-{calculator.Id}"), Stem = note, Subject = calculator.Name },
        Answer = calculator.Answer is CalculatorAnswer.GestationalAge && GestationalAge.TryRead(answer, out var age) ? string.Create(CultureInfo.InvariantCulture, $"{age.Weeks} weeks, {age.Days} days") : answer,
        Rationale = explanation,
    };

    private static Calculator FindCalculator(DatasetRow row)
        => (row.Has("Calculator ID") ? Calculator.Find(row.TryGetId("Calculator ID", out var id) && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0) : Calculator.Find(row.GetString("Calculator Name")))
            ?? throw row.Error(row.Has("Calculator ID") ? "Calculator ID" : "Calculator Name", "there is no such calculator among the 55", "Correct the value");

    private static Target MapTarget(DatasetRow row, Calculator calculator, string gold, bool isCorrected)
    {
        if (gold == AbstentionTarget.Label)
        {
            return new AbstentionTarget();
        }

        if (calculator.Answer is CalculatorAnswer.Date)
        {
            return CalendarDate.TryRead(gold, out _) ? new TextTarget([gold]) : throw row.Error("Ground Truth Answer", $"'{gold}' is no date of the form month/day/year", "Correct the value");
        }

        if (calculator.Answer is CalculatorAnswer.GestationalAge && GestationalAge.TryRead(gold, out _))
        {
            return new TextTarget([gold]);
        }

        var value = Number(row, "Ground Truth Answer", gold);
        if (calculator.Answer is CalculatorAnswer.Integer && !isCorrected)
        {
            return value == Math.Truncate(value) ? NumberTarget.Rounded(value) : throw row.Error("Ground Truth Answer", $"the score '{gold}' is no whole number", "Correct the value");
        }

        var (lower, upper) = (Number(row, "Lower Limit", Text(row, "Lower Limit")), Number(row, "Upper Limit", Text(row, "Upper Limit")));
        return lower <= value && value <= upper ? new NumberTarget(value, lower, upper) : throw row.Error("Lower Limit", $"the answer {gold} lies outside its own limits", "Correct the limits");
    }

    private static string Text(DatasetRow row, string field) => row.TryGetId(field, out var text) ? text.Trim() : throw row.Error(field, "the field is missing", "Supply it");

    private static double Number(DatasetRow row, string field, string text)
        => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : throw row.Error(field, $"'{text}' is no number", "Correct the value");
}
