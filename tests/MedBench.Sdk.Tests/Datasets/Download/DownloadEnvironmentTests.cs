namespace MedBench.Tests.Datasets.Download;

public sealed class DownloadEnvironmentTests
{
    private string home = "";

    [SetUp]
    public void CreateHome() => home = Directory.CreateTempSubdirectory("medbench-home-").FullName;

    [TearDown]
    public void DeleteHome() => Directory.Delete(home, recursive: true);

    [Test]
    public void The_cache_is_where_the_variables_say()
    {
        Assert.That(Of(("MEDBENCH_CACHE", home), ("XDG_CACHE_HOME", "/other")).CacheFolder, Is.EqualTo(home));
        Assert.That(Of(("XDG_CACHE_HOME", home)).CacheFolder, Is.EqualTo(Path.Combine(home, "medbench")));
        Assert.That(Of(("XDG_CACHE_HOME", "relative")).CacheFolder, Is.EqualTo(Of().CacheFolder), "the specification has relative paths ignored");
        Assert.That(Path.IsPathFullyQualified(Of().CacheFolder));
    }

    [TestCase("1", true)]
    [TestCase("true", true)]
    [TestCase("Yes", true)]
    [TestCase("ON", true)]
    [TestCase("0", false)]
    [TestCase("", false)]
    [TestCase(null, false)]
    public void The_hub_is_offline_as_its_own_client_has_it(string? value, bool offline)
    {
        Assert.That(Of(("HF_HUB_OFFLINE", value)).IsOffline, Is.EqualTo(offline));
        Assert.That(Of(("TRANSFORMERS_OFFLINE", value)).IsOffline, Is.EqualTo(offline));
    }

    [Test]
    public void The_token_is_found_as_the_hubs_own_client_finds_it()
    {
        File.WriteAllText(Path.Combine(home, "token"), "hf_of_the_file\n");
        Assert.Multiple(() =>
        {
            Assert.That(Of(("HF_TOKEN", " hf_set "), ("HF_HOME", home)).HubToken?.Value, Is.EqualTo("hf_set"));
            Assert.That(Of(("HUGGING_FACE_HUB_TOKEN", "hf_old")).HubToken?.Value, Is.EqualTo("hf_old"));
            Assert.That(Of(("HF_HOME", home)).HubToken?.Value, Is.EqualTo("hf_of_the_file"));
            Assert.That(Of(("HF_TOKEN_PATH", Path.Combine(home, "token"))).HubToken?.Value, Is.EqualTo("hf_of_the_file"));
            Assert.That(Of(("HF_HOME", Path.Combine(home, "none"))).HubToken, Is.Null);
            Assert.That(Of(("HF_TOKEN", "hf_set"), ("HF_HUB_DISABLE_IMPLICIT_TOKEN", "1")).HubToken, Is.Null);
            Assert.That(() => Of(("HF_TOKEN", "two words")).HubToken, Throws.InvalidOperationException.With.Message.EqualTo("HF_TOKEN does not hold a token. Correct it, or remove it to fetch without one."));
        });
    }

    [Test]
    public void A_cache_of_xdg_has_the_token_too()
    {
        Directory.CreateDirectory(Path.Combine(home, "huggingface"));
        File.WriteAllText(Path.Combine(home, "huggingface", "token"), "hf_of_xdg");
        Assert.That(Of(("XDG_CACHE_HOME", home)).HubToken?.Value, Is.EqualTo("hf_of_xdg"));
    }

    [TestCase(null, "https://huggingface.co/")]
    [TestCase("https://mirror.example", "https://mirror.example/")]
    [TestCase("http://127.0.0.1:8080", "http://127.0.0.1:8080/")]
    public void The_hub_is_where_its_variable_says(string? endpoint, string address) => Assert.That(Of(("HF_ENDPOINT", endpoint)).HubEndpoint.AbsoluteUri, Is.EqualTo(address));

    [TestCase("http://mirror.example")]
    [TestCase("mirror.example")]
    [TestCase("file:///etc")]
    public void A_hub_without_encryption_is_refused(string endpoint)
        => Assert.That(() => Of(("HF_ENDPOINT", endpoint)).HubEndpoint, Throws.InvalidOperationException.With.Message.EqualTo($"HF_ENDPOINT is '{endpoint}', which is no https address. Correct it, or unset it for https://huggingface.co."));

    private static DownloadEnvironment Of(params (string Name, string? Value)[] variables) => new(name => variables.FirstOrDefault(pair => pair.Name == name).Value);
}
