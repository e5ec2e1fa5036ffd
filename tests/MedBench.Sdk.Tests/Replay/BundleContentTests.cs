using System.Globalization;
using System.Text;
using MedBench.Tests.Running;

namespace MedBench.Tests.Replay;

public sealed class BundleContentTests : ReplayFixture
{
    [Test]
    public async Task The_same_run_gives_the_same_bytes_and_a_repeated_one_the_same_content()
    {
        var plan = Plan(Priced(), 12, OpenMedLm.Ensemble(new OpenMedLmOptions { Votes = 3 }));
        await RunAsync(plan, "run", 1);
        await RunAsync(plan, "again", 8);
        using var first = ReplayBundle.Create(Folder("run"), BundlePath);
        using var second = ReplayBundle.Create(Folder("run"), Folder("second.medbench"));
        using var again = ReplayBundle.Create(Folder("again"), Folder("again.medbench"));
        Assert.That(await File.ReadAllBytesAsync(second.Path), Is.EqualTo(await File.ReadAllBytesAsync(first.Path)));
        Assert.That(await File.ReadAllBytesAsync(again.Path), Is.EqualTo(await File.ReadAllBytesAsync(first.Path)), "neither durations nor the order of calls are in it");
    }

    [Test]
    public async Task The_digest_is_the_hash_of_the_index_and_the_index_has_all_others()
    {
        using var bundle = await BundleLinesAsync();
        var entries = ReadEntries(BundlePath);
        Assert.That(bundle.Digest, Is.EqualTo(Hash(entries["bundle.json"])));
        Assert.That(entries.Keys.Last(), Is.EqualTo("bundle.json"));
        Assert.That(bundle.Entries.ToDictionary(entry => entry.Name, entry => (entry.Sha256, (int)entry.Bytes)), Is.EquivalentTo(entries.Where(entry => entry.Key != "bundle.json").ToDictionary(entry => entry.Key, entry => (Hash(entry.Value), entry.Value.Length))));
        Assert.That(entries.Keys.SkipLast(1), Is.Ordered.Using<string>(StringComparer.Ordinal));
    }

    [Test]
    public async Task Nothing_of_the_machine_is_in_it()
    {
        var options = new RunOptions
        {
            Folder = Folder("run"),
            About = new Dictionary<string, string>
            {
                ["medbench/benchmark"] = "lines", ["medbench/data"] = $"test={WriteLines()}", ["medbench/bank"] = Folder("bank"), ["endpoint"] = "http://localhost:8000/v1",
                ["windows"] = @"C:\Users\me\run", ["drive"] = "D:/runs", ["quoted"] = "run --data \"/srv/data\"", ["relative"] = "data/lines", ["ratio"] = "1/2",
            },
        };
        await new EvaluationRunner().EvaluateAsync(Plan(Priced()) with { Benchmarks = [new BenchmarkSelection(new LinesBenchmark(), DatasetSource.Files([KeyValuePair.Create("test", WriteLines())]))] }, options);
        using var bundle = ReplayBundle.Create(Folder("run"), BundlePath, new ReplayBundleOptions { Data = new Dictionary<string, IDatasetSource> { ["lines"] = DatasetSource.Files([KeyValuePair.Create("test", WriteLines())]) } });
        Assert.That(bundle.About.Keys, Is.EquivalentTo(new[] { "medbench/benchmark", "endpoint", "relative", "ratio" }));
        foreach (var (name, content) in ReadEntries(BundlePath))
        {
            var text = Encoding.UTF8.GetString(content);
            Assert.That(text, Does.Not.Contain(Root).And.Not.Contain(Path.GetTempPath().TrimEnd('/')).And.Not.Contain(" on " + Environment.MachineName), name);
        }

        Assert.That(bundle.Data.Single().IsExplicit);
        (await bundle.ReplayAsync(bundle.CreatePlan([new BenchmarkSelection(new LinesBenchmark())], []))).EnsureIdentical();
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Whether_a_file_was_named_is_as_in_the_run_and_not_as_when_it_was_bundled(bool isNamed)
    {
        var named = DatasetSource.Files([KeyValuePair.Create("test", WriteLines(isNamed ? "other.txt" : "lines.txt"))]);
        var folder = DatasetSource.Folder(Folder("data"));
        await RunAsync(Plan(Priced()) with { Benchmarks = [new BenchmarkSelection(new LinesBenchmark(), isNamed ? named : folder)] });
        using var bundle = ReplayBundle.Create(Folder("run"), BundlePath, new ReplayBundleOptions { Data = new Dictionary<string, IDatasetSource> { ["lines"] = isNamed ? folder : named } });
        Assert.That((bundle.Data.Single().IsIncluded, bundle.Data.Single().IsExplicit), Is.EqualTo((true, isNamed)));
        (await bundle.ReplayAsync(bundle.CreatePlan([new BenchmarkSelection(new LinesBenchmark())], []))).EnsureIdentical();
    }

    [TestCase("sk-test-4f0c9d8e7b6a")]
    [TestCase("pässword/with+signs\"")]
    public async Task A_secret_that_got_into_a_reply_is_found(string secret)
    {
        await RunAsync(Plan(Priced(_ => $"Your key {secret} is wrong."), 3));
        Assert.That(() => ReplayBundle.Create(Folder("run"), BundlePath, new ReplayBundleOptions { Secrets = [secret] }), Throws.InstanceOf<InvalidDataException>().With.Message.StartsWith("The bundle was not written: calls.jsonl would hold one of the secrets"));
        Assert.That(File.Exists(BundlePath), Is.False);
        using var bundle = ReplayBundle.Create(Folder("run"), BundlePath, new ReplayBundleOptions { Secrets = ["another-secret"] });
        Assert.That(() => ReplayBundle.Create(Folder("run"), BundlePath, new ReplayBundleOptions { Secrets = ["short"] }), Throws.ArgumentException);
    }

    [Test]
    public async Task The_key_of_a_client_is_in_no_entry()
    {
        const string Key = "sk-live-0123456789abcdef";
        await using var server = new Models.LoopbackServer(Models.Replies.Content("The answer is A"));
        using var client = new OpenAICompatibleClient(new OpenAICompatibleOptions { Endpoint = server.Endpoint, Model = "tiny", ApiKey = new ApiKey(Key) });
        await RunAsync(Plan(client, 3));
        using var bundle = ReplayBundle.Create(Folder("run"), BundlePath, new ReplayBundleOptions { Secrets = [Key] });
        foreach (var (name, content) in ReadEntries(BundlePath))
        {
            Assert.That(Encoding.UTF8.GetString(content), Does.Not.Contain(Key).And.Not.Contain("api-key").IgnoreCase, name);
        }

        (await bundle.ReplayAsync(bundle.CreatePlan(Letters(3)))).EnsureIdentical();
    }

    [Test]
    public async Task The_unpacked_files_are_gone_after_a_replay()
    {
        using var bundle = await BundleLinesAsync();
        string[] Folders() => [.. Directory.GetDirectories(Path.GetTempPath(), "medbench-replay-*")];
        var before = Folders();
        await bundle.ReplayAsync(bundle.CreatePlan([new BenchmarkSelection(new LinesBenchmark())], []));
        Assert.That(Folders().Except(before), Is.Empty);
    }

    [Test]
    [SetCulture("tr-TR")]
    public async Task No_culture_changes_a_bundle()
    {
        await RunAsync(Plan(Priced(), 4));
        using var bundle = ReplayBundle.Create(Folder("run"), BundlePath);
        var digest = bundle.Digest;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        using var invariant = ReplayBundle.Create(Folder("run"), Folder("invariant.medbench"));
        Assert.That(invariant.Digest, Is.EqualTo(digest));
    }
}
