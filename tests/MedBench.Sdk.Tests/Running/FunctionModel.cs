using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.AI;

namespace MedBench.Tests.Running;

/// <summary>A model that is a function of the request, counts its calls and keeps what it was sent.</summary>
internal sealed class FunctionModel(Func<ModelRequest, CancellationToken, Task<ChatResponse>> reply) : IModelClient
{
    private int calls;

    public FunctionModel(Func<string, string> reply)
        : this((request, _) => Task.FromResult(Answer(reply(request.Messages[^1].Text))))
    {
    }

    public int Calls => calls;

    public ConcurrentQueue<ModelRequest> Requests { get; } = new();

    public ModelInfo Info { get; init; } = new() { Id = "function" };

    /// <summary>Creates a model that knows three of four answers and gives the number's letter for them.</summary>
    public static FunctionModel MostlyRight() => new(prompt =>
    {
        var number = CaseNumber(prompt);
        return number % 4 == 3 ? "The answer is A" : $"The answer is {LetterBenchmark.RightLetter(number)}";
    });

    public static ChatResponse Answer(string text, string model = "function-2026") => new(new ChatMessage(ChatRole.Assistant, text))
    {
        ModelId = model,
        FinishReason = ChatFinishReason.Stop,
        Usage = new UsageDetails { InputTokenCount = 10, OutputTokenCount = 2, TotalTokenCount = 12 },
    };

    /// <summary>Reads the number of the last case that a prompt speaks of.</summary>
    public static int CaseNumber(string prompt)
        => int.Parse(prompt.AsSpan(prompt.LastIndexOf(" case ", StringComparison.Ordinal) + 6, 4), CultureInfo.InvariantCulture);

    public Task<ChatResponse> CompleteAsync(ModelRequest request, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref calls);
        Requests.Enqueue(request);
        return reply(request, cancellationToken);
    }
}
