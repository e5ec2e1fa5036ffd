using MedBench.Cli.Tests.Harness;
using MedBench.Tests.Datasets.Download;

namespace MedBench.Cli.Tests;

public sealed class DataTests
{
    private const string Pool = "GBaker/MedQA-USMLE-4-options/phrases_no_exclude_train.jsonl";
    private const string Published = "raw.githubusercontent.com/Teddy-XiongGZ/MIRAGE/392943af99cd94cafd50a0de2e7fca24bbf65494/rawdata/medqa/data_clean/questions/US/4_options/phrases_no_exclude_test.jsonl";

    private HubServer hub = null!;
    private TlsProxy proxy = null!;
    private string root = "";

    [SetUp]
    public void Start()
    {
        root = Directory.CreateTempSubdirectory("medbench-cli-data-").FullName;
        hub = new HubServer();
        hub.Files[Pool] = System.Text.Encoding.UTF8.GetBytes(Questions.Lines(1, 8));
        hub.Revisions.Add("0fb93dd23a7339b6dcd27e241cb9b5eca62d4d18");
        proxy = new TlsProxy(root, "raw.githubusercontent.com");
    }

    [TearDown]
    public async Task StopAsync()
    {
        await hub.DisposeAsync();
        await proxy.DisposeAsync();
        Directory.Delete(root, recursive: true);
    }

    [Test]
    public async Task What_is_not_pinned_is_fetched_when_allowed_and_listed()
    {
        var refused = await CallAsync(OnHub(), "data", "get", "medqa", "--split", "pool");
        Assert.That((refused.Code, refused.Output, hub.Requests.Count), Is.EqualTo((2, "", 0)));
        Assert.That(refused.Errors, Does.Contain("medqa: licence MIT; open").And.Contain("--unpinned with 'medbench run' or 'medbench data get medqa'"));

        var fetched = await CallAsync(OnHub(), "data", "get", "medqa", "--split", "pool", "--unpinned");
        AssertSucceeded(fetched);
        Assert.That(fetched.Output, Does.Contain("fetched phrases_no_exclude_train.jsonl, ").And.Contain(", not pinned, sha256 ").And.Contain("at 0fb93dd23a7339b6dcd27e241cb9b5eca62d4d18"));
        Assert.That(fetched.Errors, Does.Contain("medqa/phrases_no_exclude_train.jsonl: fetched, ").And.Contain("not pinned: its SHA-256"));
        Assert.That(fetched.Errors.AsSpan().IndexOfAny('\u001b', '\r'), Is.Negative, "plain lines where nobody watches");

        var path = await CallAsync(OnHub(), "data", "path", "medqa");
        Assert.That(File.Exists(Path.Combine(path.Output.Trim(), "phrases_no_exclude_train.jsonl")));
        var list = await CallAsync(OnHub(), "data", "list");
        Assert.That(list.Output, Does.StartWith($"medqa {path.Output.Trim()}\n").And.Contain("not pinned").And.Contain($"1 in {Path.Combine(root, "cache")}, "));
        Assert.That(hub.Requests, Has.Count.EqualTo(2));
    }

    [TestCase("run", "--limit 2 --out r", "together 2")]
    [TestCase("prompt", "--item 1", "Which drug is given first?")]
    public async Task A_command_that_fetches_for_itself_takes_the_same_leave(string command, string further, string expected)
    {
        const string Loose = "TsinghuaC3I/MedXpertQA/Text/test.jsonl";
        hub.Files[Loose] = System.Text.Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(1, 3).Select(number => Questions.LabelledLine(number) + "\n")));
        hub.Revisions.Add("f4e6fe7e5a9e13d6c97d7aa2b91cdd8b80c9cc61");
        string[] arguments = [command, "--benchmark", "medxpertqa-text", .. further.Split(' ')];
        var refused = await CallAsync(OnHub(), arguments);
        Assert.That((refused.Code, refused.Output, hub.Requests.Count, Directory.Exists(Path.Combine(root, "r"))), Is.EqualTo((2, "", 0, false)));
        Assert.That(refused.Errors, Does.Contain("--unpinned with 'medbench run' or 'medbench data get medxpertqa-text'"));

        var allowed = await CallAsync(OnHub(), [.. arguments, "--unpinned"]);
        AssertSucceeded(allowed);
        Assert.That(allowed.Output, Does.Contain(expected));
        Assert.That(allowed.Errors, Does.Contain("not pinned: its SHA-256"));
        var asked = hub.Requests.Count;
        AssertSucceeded(await CallAsync(OnHub(), arguments));
        Assert.That(hub.Requests, Has.Count.EqualTo(asked), "once allowed, it is there");
    }

    [Test]
    public async Task Gated_data_needs_the_token_which_appears_nowhere()
    {
        hub.Gated.Add("GBaker/MedQA-USMLE-4-options");
        string[] get = ["data", "get", "medqa", "--split", "pool", "--unpinned"];
        var refused = await CallAsync(OnHub(), get);
        Assert.That(refused.Code, Is.EqualTo(2));
        Assert.That(refused.Errors, Does.Contain("the data is gated").And.Contain("give its token in HF_TOKEN"));
        var fetched = await CallAsync(OnHub(("HF_TOKEN", HubServer.Token)), get);
        AssertSucceeded(fetched);
        Assert.That(fetched.Output + fetched.Errors, Does.Not.Contain(HubServer.Token));
        foreach (var file in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
        {
            Assert.That(await File.ReadAllTextAsync(file), Does.Not.Contain(HubServer.Token), file);
        }
    }

    [TestCase("--offline", "0")]
    [TestCase("--split", "1")]
    public async Task Offline_nothing_is_sent_and_what_is_missing_is_said(string option, string variable)
    {
        string[] arguments = option == "--offline" ? ["data", "get", "medqa", "--split", "pool", "--unpinned", option] : ["data", "get", "medqa", "--unpinned", option, "pool"];
        var refused = await CallAsync(OnHub(("HF_HUB_OFFLINE", variable)), arguments);
        Assert.That((refused.Code, hub.Requests.Count), Is.EqualTo((2, 0)));
        Assert.That(refused.Errors, Does.Contain("medqa: phrases_no_exclude_train.jsonl is not in the cache at "));
    }

    [TestCase("run", "--out", "r")]
    [TestCase("prompt", "--item", "0")]
    public async Task Without_data_and_offline_a_command_says_how_to_get_it(string command, string option, string value)
    {
        var refused = await CallAsync(OnHub(), command, "--benchmark", "medqa", option, value, "--offline");
        Assert.That(refused.Code, Is.EqualTo(2));
        Assert.That(refused.Errors, Does.Contain("medqa: licence MIT; open; data in ").And.Contain("Fetch it while online: 'medbench data get medqa'"));
        Assert.That((hub.Requests.Count, Directory.Exists(Path.Combine(root, "r"))), Is.EqualTo((0, false)));
    }

    [Test]
    [Platform("Linux")]
    public async Task A_tampered_file_is_refused_on_its_whole_way_through_proxy_and_encryption()
    {
        proxy.Files[Published] = "{}\n"u8.ToArray();
        var refused = await CallAsync(proxy.Variables, "run", "--benchmark", "medqa", "--out", "r");
        Assert.That(refused.Code, Is.EqualTo(2));
        Assert.That(refused.Errors, Does.Contain("does not have the SHA-256 that it must have (c3b905ccfa66152dc25afbcb2c10e86c0bdb208824f0658fcdb2c040f60a2beb)"));
        Assert.That(proxy.Asked, Is.EqualTo(new[] { Published }));
        Assert.That(Directory.EnumerateFiles(Path.Combine(root, "cache"), "*", SearchOption.AllDirectories).Select(Path.GetExtension), Is.All.EqualTo(".lock"));
    }

    [Test]
    [Platform("Linux")]
    public async Task A_run_without_data_fetches_the_published_file_and_the_next_one_needs_no_network()
    {
        proxy.Files[Published] = await File.ReadAllBytesAsync(SharedFile("medqa", "medqa_us_4opt_test.jsonl"));
        AssertSucceeded(await CallAsync(proxy.Variables, "run", "--benchmark", "medqa", "--limit", "3", "--out", "r"));
        Assert.That(await File.ReadAllTextAsync(Path.Combine(root, "r", "manifest.json")), Does.Contain("c3b905ccfa66152dc25afbcb2c10e86c0bdb208824f0658fcdb2c040f60a2beb"));
        AssertSucceeded(await CallAsync(OnHub(), "run", "--benchmark", "medqa", "--limit", "3", "--out", "r", "--offline"));
        var bundled = await CallAsync(OnHub(), "bundle", "r", "--out", "r.medbench");
        Assert.That(bundled.Output, Does.Contain("with medqa/test: phrases_no_exclude_test.jsonl"));
        Assert.That((proxy.Asked.Count, hub.Requests.Count), Is.EqualTo((1, 0)));
    }

    [Test]
    public async Task A_subset_of_fetched_data_reads_it_where_the_whole_set_is_kept()
    {
        hub.Files["TsinghuaC3I/MedXpertQA/Text/test.jsonl"] = System.Text.Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(1, 3).Select(number => Questions.LabelledLine(number) + "\n")));
        hub.Revisions.Add("f4e6fe7e5a9e13d6c97d7aa2b91cdd8b80c9cc61");
        AssertSucceeded(await CallAsync(OnHub(), "data", "get", "medxpertqa-text", "--split", "test", "--unpinned"));
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(hub.Files["TsinghuaC3I/MedXpertQA/Text/test.jsonl"]));
        await File.WriteAllTextAsync(Path.Combine(root, "s.json"), $$"""{"format":1,"id":"second","benchmark":"medxpertqa-text","version":"1","split":"test","rule":"By hand.","files":["{{hash}}"],"ids":["Text-2"]}""");
        AssertSucceeded(await CallAsync(OnHub(), "run", "--subset", "s.json", "--offline", "--out", "r"));
        var bundled = await CallAsync(OnHub(), "bundle", "r", "--out", "r.medbench");
        Assert.That(bundled.Output, Does.Contain("1 samples of second").And.Contain("with second/test: test.jsonl"));
    }

    private static string SharedFile(string set, string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "MedBench.Sdk.sln")))
        {
            folder = folder.Parent;
        }

        var path = folder is null ? "" : Path.Combine(folder.FullName, "..", "shared", "data", set, name);
        if (!File.Exists(path))
        {
            Assert.Ignore($"The published file {name} is not beside the repository.");
        }

        return path;
    }

    private static void AssertSucceeded(Medbench.Finished finished) => Assert.That(finished.Code, Is.Zero, finished.Errors);

    private Dictionary<string, string> OnHub(params (string Name, string Value)[] further)
    {
        var variables = new Dictionary<string, string> { ["HF_ENDPOINT"] = hub.Endpoint.AbsoluteUri, ["HF_HUB_OFFLINE"] = "0" };
        foreach (var (name, value) in further)
        {
            variables[name] = value;
        }

        return variables;
    }

    private async Task<Medbench.Finished> CallAsync(IReadOnlyDictionary<string, string> variables, params string[] arguments)
    {
        using var started = Medbench.Start(root, variables, arguments);
        return await started.FinishAsync();
    }
}
