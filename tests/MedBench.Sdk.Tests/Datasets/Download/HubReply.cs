namespace MedBench.Tests.Datasets.Download;

/// <summary>What a server of the hub says, and how it goes wrong.</summary>
internal sealed record HubReply
{
    public int Status { get; init; } = 200;

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public byte[] Body { get; init; } = [];

    /// <summary>Gets the declared length where it is not the body's.</summary>
    public int? Length { get; init; }

    public bool HasLength { get; init; } = true;

    /// <summary>Gets after how many bytes of the body the connection ends.</summary>
    public int? CutAt { get; init; }

    public bool IsReset { get; init; }

    /// <summary>Gets what happens between the last byte and the end of the connection.</summary>
    public Func<CancellationToken, Task>? Then { get; init; }

    public HubReply With(string header, string value) => this with { Headers = new Dictionary<string, string>(Headers, StringComparer.Ordinal) { [header] = value } };

    public HubReply Without(string header) => this with { Headers = Headers.Where(pair => pair.Key != header).ToDictionary(StringComparer.Ordinal) };
}
