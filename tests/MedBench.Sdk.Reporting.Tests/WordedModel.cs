using Microsoft.Extensions.AI;

namespace MedBench.Reporting.Tests;

/// <summary>Replies with a given text, or fails with one, and reports two model ids.</summary>
internal sealed class WordedModel(Wording words, string suffix, Func<string, bool> fails) : IModelClient
{
    public ModelInfo Info => new() { Id = words.Model + suffix, Provider = words.Text };

    public Task<ChatResponse> CompleteAsync(ModelRequest request, CancellationToken cancellationToken = default)
        => fails(request.Messages[^1].Text)
            ? throw new ModelException(ModelErrorKind.BadRequest, words.Error)
            : Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, words.Reply)) { ModelId = words.Model + (request.Messages[^1].Text.Contains("-001 ", StringComparison.Ordinal) ? "-changed" : suffix) });
}
