using System.Globalization;
using MedBench.Testing;

namespace MedBench.Benchmarks.Tests.Calculation;

public sealed class MedCalcBenchRepliesTests
{
    private const string Bmi = "Body Mass Index (BMI)";
    private const string Curb = "CURB-65 Score for Pneumonia Severity";
    private const string Due = "Estimated Due Date";
    private const string Age = "Estimated Gestational Age";
    private const string Fena = "Fractional Excretion of Sodium (FENa)";
    private const string None = "Unparsed";

    // The second answer is what extract_answer and check_correctness of ncbi-nlp/MedCalc-Bench (commit 20b10f9, Python 3.11) make of the reply;
    // where they raise an error they count it as incorrect, which is unparsed here.
    [TestCase(Bmi, """{"step_by_step_thinking": "x", "answer": "22.857"}""", "22.857", "22.857")]
    [TestCase(Bmi, """{"answer": 22.857}""", "22.857", "22.857")]
    [TestCase(Bmi, "{\"answer\": \"22.857\"\n}", "22.857", None)]
    [TestCase(Bmi, "```json\n{\"Answer\": \"22.9 kg/m2\"}\n```", "22.9", "2")]
    [TestCase(Bmi, """{"answer": "str(round(70 / 1.75^2, 3))"}""", None, "22.857")]
    [TestCase(Bmi, """{"answer": "str(round(70 / 1.75**2, 3))"}""", "22.857", "22.857")]
    [TestCase(Bmi, """{"answer": "str(70 / 1.75**2"}""", None, "2")]
    [TestCase(Bmi, """{"answer": "between 22 and 23"}""", None, "23")]
    [TestCase(Bmi, """{"answer": "str(short_and_direct_answer_of_the_question)"}""", None, None)]
    [TestCase(Bmi, "The BMI is 22.857.", "22.857", None)]
    [TestCase(Bmi, """{"answer": "0022"}""", "22", None)]
    [TestCase(Bmi, """{"answer": "1,022.857"}""", "1022.857", "22.857")]
    [TestCase(Fena, """{"answer": "0.476%"}""", "0.476", "0.0047599999999999995")]
    [TestCase(Fena, """{"answer": "0.476"}""", "0.476", "0.476")]
    [TestCase("MDRD GFR Equation", """{"answer": "8.1 mL/min/1.73 m²"}""", "8.1", "8.1")]
    [TestCase(Curb, """{"answer": "3 out of 5"}""", "3", "3")]
    [TestCase(Curb, """{"answer": "3/5"}""", "3", "5")]
    [TestCase(Curb, """{"answer": "age, BUN, RR: 1, 1, 1"}""", None, "3")]
    [TestCase(Curb, """{"answer": "2.6"}""", "2.6", "2.6")]
    [TestCase(Curb, """{"answer": "CURB-65 score of 3"}""", "3", "3")]
    [TestCase(Curb, """{"answer": "3 points (CURB-65)"}""", "3", "-65")]
    [TestCase(Due, """{"answer": "3/8/2023"}""", "03/08/2023", "3/8/2023")]
    [TestCase(Due, """{"answer": "2023-03-08"}""", "03/08/2023", None)]
    [TestCase(Age, """{"answer": "(14 weeks, 1 day)"}""", "14 weeks, 1 days", "(14, 1)")]
    [TestCase(Age, """{"answer": ["14 weeks", "1 days"]}""", "14 weeks, 1 days", "(14, 1)")]
    [TestCase(Age, """{"answer": "141"}""", "141", "(14, 1)")]
    [TestCase("Free Water Deficit", """{"answer": "-3.0 L"}""", "-3", "-3")]
    public void Replies_are_read_as_meant_and_on_request_as_published(string calculator, string reply, string tolerant, string published)
    {
        Assert.That(Read(calculator, reply, MedCalcBenchReading.Tolerant), Is.EqualTo(tolerant));
        Assert.That(Read(calculator, reply, MedCalcBenchReading.Published), Is.EqualTo(published));
    }

    [TestCase("<think>maybe {\"answer\": \"5\"}</think><answer>22.857</answer>", "22.857")]
    [TestCase("<think>never ends {\"answer\": \"5\"}", None)]
    [TestCase("**Final answer:** 22.9 kg/m²", "22.9")]
    [TestCase("Answer: 70 / 3.0625 = 22.857", "22.857")]
    [TestCase("So \\boxed{22.9}", "22.9")]
    [TestCase("{'step_by_step_thinking': 'x', 'answer': '22.9'}", "22.9")]
    [TestCase("{\"answer\": \"5\"} Wait. {\"answer\": \"22.9\"}", "22.9")]
    [TestCase("{\"answer\": \"approximately 22.9\"}", "22.9")]
    [TestCase("{\"answer\": \"2.29 x 10^1\"}", "22.9")]
    [TestCase("{\"answer\": \"22-23\"}", None)]
    [TestCase("{\"answer\": \"−3.1\"}", "-3.1")]
    [TestCase("{\"answer\": \"\"}", None)]
    [TestCase("{\"answer\": \"N/A\"}", "Abstained")]
    [TestCase("{\"answer\": null}", "Abstained")]
    [TestCase("<answer>N/A</answer>", "Abstained")]
    [TestCase("{\"answer\": \"Cannot be calculated, as the height is missing.\"}", "Abstained")]
    [TestCase("I cannot help with that.\nSorry.", None)]
    public void Odd_replies_are_read_by_what_they_say(string reply, string expected)
        => Assert.That(Read(Bmi, reply, MedCalcBenchReading.Tolerant), Is.EqualTo(expected));

    [TestCase("March 8, 2023", "03/08/2023")]
    [TestCase("The due date is 03/08/2023.", "03/08/2023")]
    [TestCase("03/08/2023 or 03/09/2023", "03/08/2023")]
    [TestCase("either 03/08/2023 or 03/09/2023", None)]
    [TestCase("13/45/2023", None)]
    public void Dates_are_read_in_the_usual_forms(string answer, string expected)
        => Assert.That(Read(Due, $$"""{"answer": "{{answer}}"}""", MedCalcBenchReading.Tolerant), Is.EqualTo(expected));

    [TestCase("14 weeks", "14 weeks, 0 days")]
    [TestCase("99 days", "99")]
    [TestCase("(14, 1)", "14 weeks, 1 days")]
    public void Gestational_ages_are_read_in_the_usual_forms(string answer, string expected)
        => Assert.That(Read(Age, $$"""{"answer": "{{answer}}"}""", MedCalcBenchReading.Tolerant), Is.EqualTo(expected));

    [TestCase("2 + 3 * 4", 14)]
    [TestCase("-2 ** 2", -4)]
    [TestCase("2 ** -1", 0.5)]
    [TestCase("7 // 2 + -7 % 3", 5)]
    [TestCase("round(2.5) + round(3.14159, 2)", 5.14)]
    [TestCase("max(1, 2, 3) - min(4, 5) + abs(-1) + int(2.9) + math.sqrt(9)", 5)]
    public void Arithmetic_follows_python(string expression, double expected)
    {
        Assert.That(Arithmetic.TryEvaluate(expression, out var value));
        Assert.That(value, Is.EqualTo(expected).Within(1e-12));
    }

    [TestCase("1 / 0")]
    [TestCase("2 +")]
    [TestCase("__import__('os')")]
    [TestCase("10 ** 10 ** 10")]
    [TestCase("1 2")]
    public void What_is_no_arithmetic_has_no_value(string expression) => Assert.That(Arithmetic.TryEvaluate(expression, out _), Is.False);

    [Test]
    public void Hostile_replies_end_unread()
    {
        foreach (var reply in new[] { $"{{\"answer\": \"str({new string('(', 100_000)})\"}}", new string('-', 200_000), string.Concat(Enumerable.Repeat("\"answer\": ", 20_000)), $"{{\"answer\": \"{new string('9', 500)}\"}}" })
        {
            foreach (var reading in Enum.GetValues<MedCalcBenchReading>())
            {
                Assert.That(MedCalcBenchReplies.Read(Input(Bmi), reply, reading), Is.InstanceOf<Unanswered>().Or.InstanceOf<NumberPrediction>());
            }
        }
    }

    private static SampleInput Input(string calculator) => new() { Id = "1", Stem = "?", Subject = calculator };

    private static string Read(string calculator, string reply, MedCalcBenchReading reading) => MedCalcBenchReplies.Read(Input(calculator), reply, reading) switch
    {
        NumberPrediction number => number.Value.ToString("R", CultureInfo.InvariantCulture),
        TextPrediction text => text.Text,
        Unanswered unanswered => unanswered.Outcome.ToString(),
        var other => other.ToString(),
    };
}
