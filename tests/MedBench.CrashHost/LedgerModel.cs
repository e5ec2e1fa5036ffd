using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.AI;

namespace MedBench.Chaos;

/// <summary>A model whose every finished call is entered into a ledger, as a provider bills it; the answer follows from the prompt alone.</summary>
internal sealed class LedgerModel(string ledger, FailPoints points) : IModelClient
{
    private readonly Lock gate = new();

    public ModelInfo Info { get; } = new() { Id = "ledger" };

    public async Task<ChatResponse> CompleteAsync(ModelRequest request, CancellationToken cancellationToken = default)
    {
        points.Pass();
        await Task.Yield();
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes($"{request.Options?.Seed} {request.Purpose} {request.Messages[^1].Text}"));
        lock (gate)
        {
            File.AppendAllText(ledger, Convert.ToHexStringLower(digest) + "\n");
        }

        points.Pass();
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, $"The answer is {"ABCD"[digest[0] % 4]}"))
        {
            ModelId = "ledger-1",
            FinishReason = ChatFinishReason.Stop,
            Usage = new UsageDetails { InputTokenCount = 10, OutputTokenCount = 4, TotalTokenCount = 14 },
        };
    }
}
