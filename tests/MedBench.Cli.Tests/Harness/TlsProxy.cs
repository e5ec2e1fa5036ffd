using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using MedBench.Tests.Datasets.Download;

namespace MedBench.Cli.Tests.Harness;

/// <summary>A proxy on this machine that plays the hosts behind it: a program that trusts its certificate fetches from them as from the real ones.</summary>
internal sealed class TlsProxy : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentBag<Task> work = [];
    private readonly X509Certificate2 certificate;
    private readonly string folder;

    /// <summary>Starts the proxy.</summary>
    /// <param name="folder">Where its certificate is written.</param>
    /// <param name="hosts">The hosts that it plays.</param>
    public TlsProxy(string folder, params string[] hosts)
    {
        this.folder = folder;
        certificate = Create(hosts);
        File.WriteAllText(Path.Combine(folder, "proxy.pem"), certificate.ExportCertificatePem());
        listener.Start();
        work.Add(AcceptAsync());
    }

    /// <summary>Gets the contents by <c>host/path</c>.</summary>
    public ConcurrentDictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets what was asked for, as <c>host/path</c>.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>Gets the variables with which a program goes through the proxy.</summary>
    public IReadOnlyDictionary<string, string> Variables => new Dictionary<string, string>
    {
        ["HTTPS_PROXY"] = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}",
        ["NO_PROXY"] = "",
        ["SSL_CERT_FILE"] = Path.Combine(folder, "proxy.pem"),
        ["HF_HUB_OFFLINE"] = "0",
    };

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await Task.WhenAll(work).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        certificate.Dispose();
        stop.Dispose();
    }

    private static X509Certificate2 Create(string[] hosts)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=proxy of the test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        foreach (var host in hosts)
        {
            names.AddDnsName(host);
        }

        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        var now = TimeProvider.System.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }

    private async Task AcceptAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            work.Add(ServeAsync(await listener.AcceptTcpClientAsync(stop.Token)));
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var owned = client;
        if (await HubRequest.ReadAsync(client.GetStream(), isContent: false, stop.Token) is not { } connect)
        {
            return;
        }

        await client.GetStream().WriteAsync("HTTP/1.1 200 Connected\r\n\r\n"u8.ToArray(), stop.Token);
        await using var secure = new SslStream(client.GetStream());
        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, stop.Token);
        while (await HubRequest.ReadAsync(secure, isContent: false, stop.Token) is { } request)
        {
            var asked = connect.Path.Split(':')[0] + request.Path;
            Asked.Enqueue(asked);
            var (status, body) = Files.TryGetValue(asked, out var bytes) ? (200, bytes) : (404, []);
            await secure.WriteAsync(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} Said\r\nContent-Length: {body.Length}\r\n\r\n")), stop.Token);
            await secure.WriteAsync(body, stop.Token);
        }
    }
}
