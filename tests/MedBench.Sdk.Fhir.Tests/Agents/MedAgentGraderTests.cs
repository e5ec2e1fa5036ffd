using System.Globalization;

namespace MedBench.Fhir.Tests.Agents;

/// <summary>Every branch of the ten graders, on charts written here. The expectations follow the rules read in refsol.py of rushilcs/MedAgentBench@e9793e8.</summary>
public sealed class MedAgentGraderTests
{
    private const string Edge = "2023-11-12T10:15:00+00:00";
    private const string JustBefore = "2023-11-12T10:14:59+00:00";
    private const string Morning = "2023-11-13T06:00:00+00:00";

    [TestCase("""["S1"]""", true)]
    [TestCase("""["s1"]""", false)]
    [TestCase("""["S1","S2"]""", false)]
    [TestCase("S1", false)]
    public async Task Task_1_takes_the_exact_list(string answer, bool isRight) => await ExpectAsync(1, "", [Finish(answer)], isRight);

    [TestCase("1950-11-13", 73)]
    [TestCase("1950-11-14", 72)]
    [TestCase("2000-02-29", 23)]
    [TestCase("2023-11-13", 0)]
    public async Task Task_2_takes_the_age_in_full_years(string born, int age)
    {
        var store = Records.Store(Records.Patient.Replace("1950-11-13", born, StringComparison.Ordinal));
        Assert.That((await Records.GradeAsync(2, store, [Finish($"[{age}]")])).Outcome, Is.EqualTo(Outcome.Correct));
        Assert.That((await Records.GradeAsync(2, store, [Finish(FormattableString.Invariant($"[{age}.0]"))])).Outcome, Is.EqualTo(Outcome.Correct), "numbers are compared by value");
        Assert.That((await Records.GradeAsync(2, store, [Finish($"[{age + 1}]")])).Outcome, Is.EqualTo(Outcome.Incorrect));
        Assert.That((await Records.GradeAsync(2, store, [Finish($"[\"{age}\"]")])).Outcome, Is.EqualTo(Outcome.Incorrect));
    }

    [Test]
    public void A_patient_who_is_not_in_the_records_is_no_fault_of_the_agent()
        => Assert.That(async () => await Records.GradeAsync(2, Records.Store(), [Finish("[73]")]), Throws.InstanceOf<ModelException>().With.Message.Contains("hold no patient 'S1'"));

    [TestCase("", true)]
    [TestCase("\"final\"→\"preliminary\"", false)]
    [TestCase("118/77 mmHg→118/77", false)]
    [TestCase("Patient/S1→Patient/S2", false)]
    [TestCase("\"code\":{\"text\":\"BP\"}→\"code\":{\"text\":\"BP\",\"coding\":[]}", false)]
    [TestCase("10:15:00+00:00→10:15:00Z", false)]
    [TestCase("fhir/Observation→fhir/Procedure", false)]
    [TestCase("\"display\":\"Vital Signs\"→\"display\":\"Vitals\"", false)]
    public async Task Task_3_takes_one_whole_observation(string change, bool isRight)
        => await ExpectAsync(3, "", [Change(PerfectAgent.BloodPressure("S1"), change), Finish("[]")], isRight);

    [Test]
    public async Task Task_3_takes_one_order_and_no_more()
    {
        await ExpectAsync(3, "", [Finish("[]")], isRight: false);
        await ExpectAsync(3, "", [PerfectAgent.BloodPressure("S1"), PerfectAgent.BloodPressure("S1"), Finish("[]")], isRight: false);
        await ExpectAsync(3, "", ["POST http://localhost:8080/fhir/Observation\n{no json", PerfectAgent.BloodPressure("S1"), Finish("anything")], isRight: true);
    }

    [TestCase($"{Edge} 1.4", "[1.4]", true)]
    [TestCase($"{JustBefore} 1.4", "[1.4]", false)]
    [TestCase($"{JustBefore} 1.4", "[-1]", true)]
    [TestCase("", "[-1]", true)]
    [TestCase($"{Morning} 2.0; {Edge} 1.4", "[2]", true)]
    [TestCase($"{Edge} 1.4; {Morning} 2.0", "[1.4]", false)]
    [TestCase("2023-11-13T08:00:00+02:00 1.0; 2023-11-13T07:00:00+00:00 3.0", "[3]", true)]
    public async Task Task_4_takes_the_latest_value_of_the_last_day(string chart, string answer, bool isRight) => await ExpectAsync(4, chart, [Finish(answer)], isRight);

    [TestCase("", "", "[-1]", true)]
    [TestCase("", "", "whatever", true)]
    [TestCase("", "1", "[-1]", false)]
    [TestCase("1.91", "", "[1.91]", true)]
    [TestCase("1.91", "", "[]", true)]
    [TestCase("1.91", "", "[2]", false)]
    [TestCase("1.91", "1", "[1.91]", false)]
    [TestCase("1.9", "1", "[1.9]", true)]
    [TestCase("1.9", "", "[1.9]", false)]
    [TestCase("1.5", "1", "[]", true)]
    [TestCase("1.49", "2", "[1.49]", true)]
    [TestCase("1.0", "2", "[1]", true)]
    [TestCase("1.0", "4", "[1]", false)]
    [TestCase("0.99", "4", "[0.99]", true)]
    public async Task Task_5_takes_the_dose_for_the_deficiency(string value, string dose, string answer, bool isRight)
    {
        string[] orders = dose.Length == 0 ? [] : [PerfectAgent.Drug("S1", "0338-1715-40", PerfectAgent.Dosage("\"IV\"", dose, "g", dose))];
        await ExpectAsync(5, value.Length == 0 ? $"{JustBefore} 0.5" : $"{Morning} {value}", [.. orders, Finish(answer)], isRight);
    }

    [TestCase("0338-1715-40→0338-1715-41")]
    [TestCase("\"unit\":\"h\"→\"unit\":\"hour\"")]
    [TestCase("\"intent\":\"order\"→\"intent\":\"plan\"")]
    [TestCase("2023-11-13T10:15→2023-11-13T10:16")]
    [TestCase("sid/ndc→sid/cvx")]
    [TestCase("\"IV\"→\"oral\"")]
    public async Task Task_5_takes_a_whole_order(string change)
        => await ExpectAsync(5, $"{Morning} 1.6", [Change(PerfectAgent.Drug("S1", "0338-1715-40", PerfectAgent.Dosage("\"IV\"", "1", "g", "1")), change), Finish("[]")], isRight: false);

    [TestCase($"{Edge} 100; {Morning} 111", "[105.5]", true)]
    [TestCase($"{Edge} 100; {Morning} 111", "[105.59]", true)]
    [TestCase($"{Edge} 100; {Morning} 111", "[105.61]", false)]
    [TestCase($"{Edge} 100; {Morning} 111", "[105.5, 1]", false)]
    [TestCase($"{Edge} 100; {Morning} 111", "[\"105.5\"]", false)]
    [TestCase($"{JustBefore} 100", "[-1]", true)]
    [TestCase($"{JustBefore} 100", "[100]", false)]
    public async Task Task_6_takes_the_mean_of_the_last_day(string chart, string answer, bool isRight) => await ExpectAsync(6, chart, [Finish(answer)], isRight);

    [TestCase("2021-01-01T00:00:00+00:00 96; 2020-01-01T00:00:00+00:00 90", "[96]", true)]
    [TestCase("", "[-1]", true)]
    [TestCase("2021-01-01T00:00:00+00:00 96", "[-1]", false)]
    public async Task Task_7_takes_the_latest_value_of_all_time(string chart, string answer, bool isRight) => await ExpectAsync(7, chart, [Finish(answer)], isRight);

    [TestCase("", true)]
    [TestCase("\"priority\":\"stat\"→\"priority\":\"routine\"", false)]
    [TestCase("Left knee→Right knee", false)]
    [TestCase("306181000000106→306181000000107", false)]
    [TestCase("\"text\":\"Left→\"text\":\"Please. Left", true)]
    public async Task Task_8_takes_the_referral_with_its_words(string change, bool isRight)
        => await ExpectAsync(8, "", [Change(PerfectAgent.Referral("S1"), change), Finish("[]")], isRight);

    [TestCase("3.5", "", true)]
    [TestCase("3.4", "", false)]
    [TestCase("3.2", "30 then", true)]
    [TestCase("3.2", "30.09 then", true)]
    [TestCase("3.2", "30.2 then", false)]
    [TestCase("3.2", "then 30", false)]
    [TestCase("3.2", "30", false)]
    [TestCase("3.2", "then", false)]
    [TestCase("3.5", "30 then", false)]
    [TestCase("", "", true)]
    [TestCase("", "30 then", false)]
    public async Task Task_9_takes_dose_and_control_in_this_order(string value, string orders, bool isRight)
    {
        var posts = orders.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(order => order == "then"
            ? PerfectAgent.Service("S1", "http://loinc.org", "2823-3", ",\"occurrenceDateTime\":\"2023-11-14T08:00:00+00:00\"")
            : PerfectAgent.Drug("S1", "40032-917-01", PerfectAgent.Dosage("\" Oral \"", order, "mEq")));
        await ExpectAsync(9, value.Length == 0 ? "" : $"{Morning} {value}", [.. posts, Finish(value.Length == 0 ? "[-1]" : $"[{value}]")], isRight);
    }

    [Test]
    public async Task Task_9_takes_a_control_of_the_next_morning_and_an_empty_answer()
    {
        var drug = PerfectAgent.Drug("S1", "40032-917-01", PerfectAgent.Dosage("\"oral\"", "30", "mEq"));
        await ExpectAsync(9, $"{Morning} 3.2", [drug, PerfectAgent.Service("S1", "http://loinc.org", "2823-3", ",\"occurrenceDateTime\":\"2023-11-13T08:00:00+00:00\""), Finish("[]")], isRight: false);
        await ExpectAsync(9, $"{Morning} 3.2", [drug, PerfectAgent.Service("S1", "http://loinc.org", "2823-3", ",\"occurrenceDateTime\":\"2023-11-14T08:30:00\""), Finish("[]")], isRight: true);
    }

    [TestCase("2023-05-02T10:00:00+00:00 6.1", false, """[6.1, "2023-05-02T10:00:00+00:00"]""", true)]
    [TestCase("2023-05-02T10:00:00+00:00 6.1", false, """[6.1, "2023-05-02"]""", false)]
    [TestCase("2023-05-02T10:00:00+00:00 6.1", false, "[]", true)]
    [TestCase("2023-05-02T10:00:00+00:00 6.1", true, "[]", false)]
    [TestCase("2022-11-13T10:15:00+00:00 6.1", false, "[]", true)]
    [TestCase("2022-11-13T10:14:59+00:00 6.1", true, "[]", true)]
    [TestCase("2022-11-13T10:14:59+00:00 6.1", false, "[]", false)]
    [TestCase("", true, "[-1]", true)]
    [TestCase("", false, "[-1]", false)]
    public async Task Task_10_takes_value_time_and_a_new_test_where_the_last_is_older_than_a_year(string chart, bool orders, string answer, bool isRight)
    {
        string[] posts = orders ? [PerfectAgent.Service("S1", "http://loinc.org", "4548-4")] : [];
        await ExpectAsync(10, chart, [.. posts, Finish(answer)], isRight);
    }

    [Test]
    public async Task Measurements_without_time_or_number_are_passed_over()
    {
        var store = Records.Store(
            Records.Patient,
            Records.Observation("1", "GLU", Morning, 97),
            """{"resourceType":"Observation","id":"2","code":{"coding":[{"code":"GLU"}]},"subject":{"reference":"Patient/S1"},"effectiveDateTime":"2023-11-13T09:00:00+00:00","valueString":"high"}""",
            """{"resourceType":"Observation","id":"3","code":{"coding":[{"code":"GLU"}]},"subject":{"reference":"Patient/S1"},"valueQuantity":{"value":300}}""");
        Assert.That((await Records.GradeAsync(7, store, [Finish("[97]")])).Outcome, Is.EqualTo(Outcome.Correct));
    }

    [Test]
    public async Task An_answer_that_was_cut_or_is_no_json_is_wrong()
    {
        await ExpectAsync(7, "", ["FINISH([-1]"], isRight: false);
        await ExpectAsync(7, "", ["FINISH("], isRight: false);
        await ExpectAsync(7, "", ["FINISH([-1])\nThat is all."], isRight: false);
        await ExpectAsync(7, "", ["```tool_code\nFINISH([-1])\n```"], isRight: true);
    }

    [Test]
    public async Task What_is_no_action_ends_the_task_and_eight_rounds_do()
    {
        var invalid = await Records.GradeAsync(7, Records.Store(Records.Patient), ["I will now look it up."]);
        var limit = await Records.GradeAsync(7, Records.Store(Records.Patient), [.. Enumerable.Repeat("GET http://localhost:8080/fhir/Patient?identifier=S1", 8), "FINISH([-1])"]);
        Assert.Multiple(() =>
        {
            Assert.That((invalid.Outcome, invalid.Value, invalid.Parts["invalid-action"], invalid.Parts["task-limit"]), Is.EqualTo((Outcome.Unparsed, (double?)null, 1.0, 0.0)));
            Assert.That((limit.Outcome, limit.Value, limit.Parts["task-limit"], limit.Parts["completed"]), Is.EqualTo((Outcome.Truncated, (double?)null, 1.0, 0.0)));
        });
    }

    [Test]
    public void Another_kind_of_prediction_or_target_is_a_mistake_of_the_programmer()
    {
        var sample = new Sample { Input = new SampleInput { Id = "x", Stem = "?" }, Target = new TextTarget(["a"]) };
        Assert.That(() => new Benchmarks.MedAgentBenchScorer().ScoreAsync(sample, new TextPrediction("a"), new Testing.TestModelAccess()).AsTask(), Throws.InvalidOperationException.With.Message.Contains("no target of MedAgentBench"));
        sample = sample with { Target = new Benchmarks.MedAgentTask(1, "S1", ["S1"]).ToTarget() };
        Assert.That(() => new Benchmarks.MedAgentBenchScorer().ScoreAsync(sample, new TextPrediction("a"), new Testing.TestModelAccess()).AsTask(), Throws.InvalidOperationException.With.Message.Contains("TextPrediction"));
    }

    private static string Finish(string answer) => $"FINISH({answer})";

    private static string Change(string text, string change)
    {
        if (change.Length == 0)
        {
            return text;
        }

        var parts = change.Split('→');
        Assert.That(text, Does.Contain(parts[0]), "the change of the test changes nothing");
        return text.Replace(parts[0], parts[1], StringComparison.Ordinal);
    }

    /// <summary>Grades a task over a chart written as <c>TIME VALUE; TIME VALUE</c>.</summary>
    private static async Task ExpectAsync(int task, string chart, IReadOnlyList<string> replies, bool isRight)
    {
        var code = task switch { 4 or 5 => "MG", 6 or 7 => "GLU", 9 => "K", _ => "A1C" };
        var observations = chart.Split("; ", StringSplitOptions.RemoveEmptyEntries).Select((entry, i) => entry.Split(' ') is [var time, var value]
            ? Records.Observation(FormattableString.Invariant($"o{i}"), code, time, double.Parse(value, CultureInfo.InvariantCulture))
            : throw new ArgumentException(entry));
        var score = await Records.GradeAsync(task, Records.Store([Records.Patient, .. observations, Records.Observation("other", code, Morning, 1.1, "S2")]), replies);
        Assert.That(score.Outcome, Is.EqualTo(isRight ? Outcome.Correct : Outcome.Incorrect), score.Explanation);
        Assert.That(score.Explanation is null, Is.EqualTo(isRight), "who is wrong is told why");
        Assert.That(score.Parts["completed"], Is.EqualTo(1));
    }
}
