using System.Net;

namespace MedBench.Tests.Datasets.Download;

/// <summary>Where the hub may send a download, over addresses that are answered in this process.</summary>
public sealed class RedirectTests : DownloadFixture
{
    [TestCase("https://cas-bridge.xethub.hf.co/x?X-Amz-Signature=s")]
    [TestCase("https://cdn-lfs-us-1.hf.co/repos/x")]
    [TestCase("https://us.aws.cdn.hf.co/x")]
    [TestCase("https://cdn-lfs.huggingface.co/x")]
    public async Task The_hubs_own_networks_are_followed_without_the_token(string target)
    {
        using var handler = new Hops(("https://huggingface.co/datasets/clinic/exam/resolve/" + HubServer.Commit + "/test.jsonl", target));
        await GetAsync(CardOf(Pinned), options => OnHub(options, handler));
        Assert.That(handler.Asked.Select(asked => (asked.Address.Host, asked.HasToken)), Is.EqualTo(new[] { ("huggingface.co", true), (new Uri(target).Host, false) }));
    }

    [Test]
    public async Task A_renamed_dataset_is_followed_on_the_hub_with_the_token()
    {
        using var handler = new Hops(("https://huggingface.co/datasets/clinic/exam/resolve/" + HubServer.Commit + "/test.jsonl", "/datasets/clinic/renamed/resolve/main/test.jsonl"));
        await GetAsync(CardOf(Pinned), options => OnHub(options, handler));
        Assert.That(handler.Asked.Select(asked => asked.HasToken), Is.EqualTo(new[] { true, true }));
    }

    [TestCase("https://evil.example/x", "redirects to evil.example")]
    [TestCase("https://hf.co.evil.example/x", "redirects to hf.co.evil.example")]
    [TestCase("https://evilhf.co/x", "redirects to evilhf.co")]
    [TestCase("http://cdn-lfs.hf.co/x", "is not encrypted")]
    [TestCase("http://127.0.0.1:80/x", "is not encrypted")]
    [TestCase("https://169.254.169.254/x", "redirects to 169.254.169.254")]
    public async Task Nobody_else_is_asked(string target, string problem)
    {
        using var handler = new Hops(("https://huggingface.co/datasets/clinic/exam/resolve/" + HubServer.Commit + "/test.jsonl", target));
        Assert.That(await RefusalAsync(CardOf(Pinned), options => OnHub(options, handler)), Does.Contain(problem));
        Assert.That(handler.Asked, Has.Count.EqualTo(1));
    }

    [TestCase("https://huggingface.co:8443/x")]
    [TestCase("https://cdn.huggingface.co/x")]
    public async Task The_token_is_for_one_host_and_port(string target)
    {
        using var handler = new Hops(("https://huggingface.co/datasets/clinic/exam/resolve/" + HubServer.Commit + "/test.jsonl", target));
        await GetAsync(CardOf(Pinned), options => OnHub(options, handler));
        Assert.That(handler.Asked.Select(asked => asked.HasToken), Is.EqualTo(new[] { true, false }));
    }

    [Test]
    public async Task A_mirror_may_have_a_network_of_its_own()
    {
        using var handler = new Hops(("https://mirror.example/datasets/clinic/exam/resolve/" + HubServer.Commit + "/test.jsonl", "https://cdn.mirror.example/x"), ("https://cdn.mirror.example/x", "https://files.partner.example/y"));
        await GetAsync(CardOf(Pinned), options => OnHub(options, handler) with { HubEndpoint = new Uri("https://mirror.example"), RedirectHosts = ["*.partner.example"] });
        Assert.That(handler.Asked.Select(asked => (asked.Address.Host, asked.HasToken)), Is.EqualTo(new[] { ("mirror.example", true), ("cdn.mirror.example", false), ("files.partner.example", false) }));
    }

    private static DatasetDownloadOptions OnHub(DatasetDownloadOptions options, HttpMessageHandler handler)
        => options with { Handler = handler, HubEndpoint = new Uri("https://huggingface.co"), HubToken = new ApiKey(HubServer.Token) };

    private sealed class Hops(params (string From, string To)[] redirects) : HttpMessageHandler
    {
        public List<(Uri Address, bool HasToken)> Asked { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked.Add((request.RequestUri!, request.Headers.Authorization is not null));
            return Task.FromResult(redirects.FirstOrDefault(hop => hop.From == request.RequestUri!.AbsoluteUri).To is { } target
                ? new HttpResponseMessage(HttpStatusCode.Found) { Headers = { Location = new Uri(target, UriKind.RelativeOrAbsolute) } }
                : new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(Content) });
        }
    }
}
