using System.Text.Json;
using MedBench.Cli.Tests.Harness;

namespace MedBench.Cli.Tests;

/// <summary>A file of the user's own, mapped on the command line.</summary>
public sealed class OwnQuestionsTests : CommandFixture
{
    private const string Table = """
        Nr,Frage,A,B,C,D,Schlüssel,Station
        1,Which organ makes bile?,Spleen,Liver,Kidney,Heart,B,surgery
        2,Which vessel leaves the left ventricle?,Aorta,Vena cava,Portal vein,Azygos vein,1,cardiology
        3,Which bone is in the thigh?,Tibia,Ulna,Femur,Radius,Femur,surgery
        """;

    private static readonly string[] Map = ["--map", "question=Frage", "--map", "options=A,B,C,D", "--map", "answer=Schlüssel", "--map", "answer-base=1", "--map", "id=Nr", "--map", "tag=Station"];

    [Test]
    public async Task A_table_is_evaluated_without_code_and_resumed_from_its_folder_alone()
    {
        Write("Ward Round.csv", Table.Replace(",B,surgery", ",2,surgery", StringComparison.Ordinal));
        var stopped = await CallAsync(["run", "--dataset", "Ward Round.csv", .. Map, "--endpoint", Server.Endpoint, "--model", "stub", "--max-calls", "1", "--concurrency", "1", "--out", "r"]);
        Assert.That(stopped.Code, Is.EqualTo(3), stopped.Errors);
        AssertSucceeded(await CallAsync("resume", "r", "--max-calls", "100"));
        var cell = Summary("r").GetProperty("cells")[0];
        Assert.Multiple(() =>
        {
            Assert.That(cell.GetProperty("benchmark").GetString(), Is.EqualTo("ward-round"));
            Assert.That(cell.GetProperty("samples").GetInt32(), Is.EqualTo(3));
            Assert.That(Results("r").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line).GetProperty("id").GetString()), Is.EqualTo(["1", "2", "3"]));
            Assert.That(Results("r"), Does.Contain("\"Station\":\"cardiology\""));
        });
    }

    [Test]
    public async Task Its_prompt_is_shown_before_anything_is_spent()
    {
        Write("ward.csv", Table.Replace(",B,surgery", ",2,surgery", StringComparison.Ordinal));
        var finished = await CallAsync(["prompt", "--dataset", "ward.csv", .. Map, "--item", "2"]);
        AssertSucceeded(finished);
        Assert.That(finished.Output, Does.Contain("Which bone is in the thigh?").And.Contain("Femur").And.Not.Contain("Schlüssel"));
    }

    [TestCase("run --dataset w.csv --out r", "Nothing says which columns of the file are what.")]
    [TestCase("run --dataset nowhere.csv --map question=Frage --out r", "'nowhere.csv' is no file.")]
    [TestCase("run --benchmark medqa --dataset w.csv --map question=Frage --out r", "A file of your own is the benchmark.")]
    [TestCase("run --benchmark medqa --map question=Frage --out r", "--map says which column of a file is what. Add --dataset FILE.")]
    [TestCase("run --dataset w.csv --map question=Stem --map options=A,B --map answer=Nr --out r", "w: w.csv, line 2, field 'Stem': the map names a field that the record does not have. Map one of Nr, Frage, A, B, C, D, Schlüssel, Station.")]
    [TestCase("run --dataset w.csv --map question=Frage --map options=A,B,C,D --map answer=Schlüssel --out r", "w: w.csv, line 3, field 'Schlüssel': the answer '1' is neither a label nor the text of one option. Say whether positions are counted from 0 or 1: answer-base=0 or answer-base=1.")]
    [TestCase("run --dataset w.csv --map question=Frage --map reference=A --role judge --out r", "'judge' gives nobody a part.")]
    [TestCase("run --dataset w.csv --map question=Frage --map reference=A --role judge=m --out r", "The role 'judge' needs an endpoint.")]
    [TestCase("run --dataset w.csv --map question=Frage --map reference=A --role subject=m@http://127.0.0.1:9/v1 --out r", "The subject is the model under evaluation.")]
    public async Task What_is_wrong_is_said_and_nothing_is_sent(string arguments, string message)
    {
        Write("w.csv", Table);
        var finished = await CallAsync(arguments.Split(' '));
        Assert.Multiple(() =>
        {
            Assert.That(finished.Code, Is.EqualTo(2));
            Assert.That(finished.Errors, Does.StartWith(message));
            Assert.That(Server.Requests, Is.Zero);
        });
    }
}
