using System.Globalization;
using Microsoft.Extensions.AI;

namespace MedBench.Fhir;

/// <summary>A FHIR server within this process as a role of a run: started with the first request, stopped when disposed.</summary>
public sealed class EmbeddedFhirClient : IModelClient, IAsyncDisposable
{
    private readonly FhirStore store;
    private readonly EmbeddedFhirOptions options;
    private readonly Lock gate = new();
    private EmbeddedFhirServer? server;
    private FhirServerClient? client;
    private bool isDisposed;

    /// <summary>Initializes a client.</summary>
    /// <param name="store">The records.</param>
    /// <param name="options">What is shown and allowed; the defaults when null.</param>
    public EmbeddedFhirClient(FhirStore store, EmbeddedFhirOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        this.store = store;
        this.options = options ?? new EmbeddedFhirOptions();
        Info = new ModelInfo
        {
            Id = "embedded-fhir",
            Provider = "medbench-fhir",
            Revision = typeof(EmbeddedFhirClient).Assembly.GetName().Version?.ToString(3),
            IsInProcess = true,
            IsSystem = true,
            Parameters = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["records"] = store.Fingerprint,
                ["resources"] = store.Count.ToString(CultureInfo.InvariantCulture),
                ["presented-address"] = this.options.PresentedAddress.AbsoluteUri,
                ["page-size"] = this.options.PageSize.ToString(CultureInfo.InvariantCulture),
                ["creates"] = this.options.AllowsCreate ? "allowed" : "refused",
            },
        };
    }

    /// <inheritdoc />
    public ModelInfo Info { get; }

    /// <inheritdoc />
    public Task<ChatResponse> CompleteAsync(ModelRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Start().CompleteAsync(request, cancellationToken);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        EmbeddedFhirServer? running;
        lock (gate)
        {
            (isDisposed, running) = (true, server);
            client?.Dispose();
            (client, server) = (null, null);
        }

        if (running is not null)
        {
            await running.DisposeAsync().ConfigureAwait(false);
        }
    }

    private FhirServerClient Start()
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(isDisposed, this);
            server ??= EmbeddedFhirServer.Start(store, options);
            return client ??= new FhirServerClient(server.Address, new FhirServerClientOptions { Id = Info.Id });
        }
    }
}
