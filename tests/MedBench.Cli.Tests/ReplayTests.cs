using System.IO.Compression;
using MedBench.Cli.Tests.Harness;

namespace MedBench.Cli.Tests;

/// <summary><c>medbench bundle</c>, <c>verify</c> and <c>replay</c>: 0 the same, 1 different, 2 changed or none.</summary>
public sealed class ReplayTests : CommandFixture
{
    [Test]
    public async Task A_bundle_is_replayed_elsewhere_without_data_key_or_server()
    {
        AssertSucceeded(await CallAsync(Run("r", "ensemble", further: ["--epochs", "2", "--max-tokens", "64"])));
        var bundle = await CallAsync("bundle", "r", "--out", "r.medbench");
        AssertSucceeded(bundle);
        var digest = bundle.Output.Split('\n')[0]["digest ".Length..].Trim();
        Assert.That(bundle.Output, Does.Contain("with jsonl-mcq/test: questions.jsonl").And.Contain($"{2 * Count} samples of jsonl-mcq, 0 failed, 0 without a recorded reply"));

        var calls = Server.Requests;
        File.Delete(PathOf("questions.jsonl"));
        File.Delete(PathOf("examples.jsonl"));
        Directory.Delete(PathOf("r"), recursive: true);
        AssertSucceeded(await CallAsync("verify", "r.medbench", "--digest", digest));
        var replay = await CallAsync("replay", "r.medbench", "--digest", digest);
        AssertSucceeded(replay);
        Assert.That(replay.Output, Does.Contain($"{2 * Count} results compared, 0 of them taken as they were: identical"));
        Assert.That(Server.Requests, Is.EqualTo(calls));
    }

    [Test]
    public async Task Another_digest_or_a_changed_file_ends_with_2()
    {
        AssertSucceeded(await CallAsync(Run("r", "zero-shot")));
        AssertSucceeded(await CallAsync("bundle", "r", "--out", "r.medbench"));
        var other = await CallAsync("verify", "r.medbench", "--digest", new string('0', 64));
        Assert.That(other.Code, Is.EqualTo(2));
        Assert.That(other.Complaints.Single(), Does.Contain($"{new string('0', 64)} is expected: it is another bundle, or somebody changed it"));
        using (var archive = ZipFile.Open(PathOf("r.medbench"), ZipArchiveMode.Update))
        {
            archive.GetEntry("summary.json")!.Delete();
        }

        var changed = await CallAsync("replay", "r.medbench");
        Assert.That((changed.Code, changed.Complaints.Single().Contains("lacks the entry 'summary.json'", StringComparison.Ordinal)), Is.EqualTo((2, true)));
    }

    [Test]
    public async Task Other_data_ends_with_1_and_says_what_differs()
    {
        AssertSucceeded(await CallAsync(Run("r", "zero-shot")));
        AssertSucceeded(await CallAsync("bundle", "r", "--out", "r.medbench", "--without-data"));
        Write("questions.jsonl", Questions.Lines(2, Count));
        var replay = await CallAsync("replay", "r.medbench", "--data", "test=questions.jsonl");
        Assert.That(replay.Code, Is.EqualTo(1));
        Assert.That(replay.Output, Does.Contain("differences").And.Contain("plan: benchmarks/jsonl-mcq/samples: "));
    }

    [Test]
    public async Task Files_that_were_named_are_found_by_name_in_a_folder_too()
    {
        AssertSucceeded(await CallAsync(Run("r", "few-shot")));
        Directory.CreateDirectory(PathOf("kept"));
        File.Move(PathOf("questions.jsonl"), PathOf("kept", "questions.jsonl"));
        File.Move(PathOf("examples.jsonl"), PathOf("kept", "examples.jsonl"));
        var bundle = await CallAsync("bundle", "r", "--data", "kept", "--out", "r.medbench");
        Assert.That(bundle.Output, Does.Contain("with jsonl-mcq/pool: examples.jsonl").And.Contain("with jsonl-mcq/test: questions.jsonl"), bundle.Errors);
        var replay = await CallAsync("replay", "r.medbench");
        AssertSucceeded(replay);
        Assert.That(replay.Output, Does.Contain($"{Count} results compared, 0 of them taken as they were: identical"));
    }

    [Test]
    public async Task A_run_that_was_cut_short_is_no_bundle()
    {
        Assert.That((await CallAsync(Run("r", "zero-shot", 1, "--max-calls", "3"))).Code, Is.EqualTo(3));
        var bundle = await CallAsync("bundle", "r", "--out", "r.medbench");
        Assert.That((bundle.Code, File.Exists(PathOf("r.medbench"))), Is.EqualTo((2, false)));
        Assert.That(bundle.Complaints.Single(), Does.Contain($"3 of {Count} samples have ended. Continue it to its end"));
    }
}
