using System.IO.Compression;
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

    [Test]
    public async Task A_bundle_holds_the_file_and_the_map_where_the_file_is_named_and_is_replayed_elsewhere_by_itself()
    {
        Write("Ward Round.csv", Table.Replace("Frage", "Frage /question\\%41", StringComparison.Ordinal).Replace(",B,surgery", ",2,surgery", StringComparison.Ordinal));
        AssertSucceeded(await CallAsync(["run", "--dataset", "Ward Round.csv", .. Map.Select(part => part.Replace("Frage", "Frage /question\\%41", StringComparison.Ordinal)), "--endpoint", Server.Endpoint, "--model", "stub", "--out", "r"]));
        var bundle = await CallAsync("bundle", "r", "--dataset", "Ward Round.csv", "--out", "r.medbench");
        AssertSucceeded(bundle);
        Assert.That((bundle.Output, bundle.Errors), Is.EqualTo((bundle.Output, "")));
        Assert.That(bundle.Output, Does.Contain("  with ward-round/test: Ward Round.csv"));
        Assert.That(Entry("manifest.json"), Does.Not.Contain(Root));

        var calls = Server.Requests;
        File.Delete(PathOf("Ward Round.csv"));
        Directory.Delete(PathOf("r"), recursive: true);
        var replay = await CallAsync("replay", "r.medbench");
        AssertSucceeded(replay);
        Assert.That((replay.Output, Server.Requests), Is.EqualTo((replay.Output, calls)));
        Assert.That(replay.Output, Does.Contain("3 results compared, 0 of them taken as they were: identical").And.Not.Contain("plan: "));
    }

    [Test]
    public async Task A_bundle_holds_neither_the_file_nor_its_prompts_where_it_is_not_named_and_says_so()
    {
        Write("ward.csv", Table.Replace(",B,surgery", ",2,surgery", StringComparison.Ordinal));
        AssertSucceeded(await CallAsync(["run", "--dataset", "ward.csv", .. Map, "--endpoint", Server.Endpoint, "--model", "stub", "--out", "r"]));
        File.Move(PathOf("ward.csv"), PathOf("moved.csv"));
        var bundle = await CallAsync("bundle", "r", "--out", "r.medbench");
        AssertSucceeded(bundle);
        Assert.That(bundle.Output, Does.Contain("  without ward/test: ward.csv"));
        Assert.That(bundle.Errors.Trim(), Is.EqualTo("The questions are your own: the file and its prompts stand in the bundle by their hashes, and a replay needs the file. Add --dataset FILE if whoever receives the bundle may read them."));
        Assert.That(Entry("calls.jsonl"), Does.Not.Contain("Which organ"));

        Directory.Delete(PathOf("r"), recursive: true);
        var alone = await CallAsync("replay", "r.medbench");
        Assert.That((alone.Code, alone.Errors.Trim()), Is.EqualTo((2, "The questions of 'ward' are somebody's own and not in 'r.medbench'. Name their file: --dataset ward.csv")));
        var replay = await CallAsync("replay", "r.medbench", "--dataset", "moved.csv");
        Assert.That((replay.Code, replay.Output), Is.EqualTo((0, replay.Output)), replay.Errors);
        Assert.That(replay.Output, Does.Contain("3 results compared, 0 of them taken as they were: identical"));
    }

    [TestCase("bundle r --dataset other.csv --out r.medbench", "ward: other.csv: the file has changed since the run: ")]
    [TestCase("bundle r --dataset nowhere.csv --out r.medbench", "'nowhere.csv' is no file. Check the path of --dataset.")]
    [TestCase("bundle r --dataset ward.csv --without-data --out r.medbench", "--dataset puts the file into the bundle, and --without-data leaves it out. Choose one.")]
    [TestCase("bundle mini --dataset ward.csv --out r.medbench", "The run in 'mini' is not of questions of your own. Leave out --dataset.")]
    public async Task What_cannot_be_bundled_is_said(string arguments, string message)
    {
        Write("ward.csv", Table.Replace(",B,surgery", ",2,surgery", StringComparison.Ordinal));
        Write("other.csv", Table);
        AssertSucceeded(await CallAsync(["run", "--dataset", "ward.csv", .. Map, "--out", "r"]));
        AssertSucceeded(await CallAsync("run", "--benchmark", "medbench-mini", "--limit", "1", "--out", "mini"));
        var finished = await CallAsync(arguments.Split(' '));
        Assert.That((finished.Code, File.Exists(PathOf("r.medbench"))), Is.EqualTo((2, false)));
        Assert.That(finished.Errors, Does.StartWith(message));
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

    private string Entry(string name)
    {
        using var archive = ZipFile.OpenRead(PathOf("r.medbench"));
        using var reader = new StreamReader(archive.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }
}
