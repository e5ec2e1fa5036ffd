namespace MedBench.Testing.Tests;

/// <summary>A strategy that does everything right unless a test replaces what it does.</summary>
internal sealed class LetterStrategy : IPromptStrategy
{
    public StrategyInfo Info { get; init; } = new() { Id = "letter", Version = "1", Description = "Asks for one letter after one example.", UsesExemplars = true };

    public Func<SampleInput, IModelAccess, CancellationToken, Task<Prediction>> Body { get; init; } = AnswerAsync;

    public Task<Prediction> PredictAsync(SampleInput input, IModelAccess models, CancellationToken cancellationToken = default)
        => models.Subject.Info.Capabilities.HasFlag(Info.RequiredCapabilities)
            ? Body(input, models, cancellationToken)
            : Task.FromResult<Prediction>(new Unanswered(Outcome.Unsupported));

    public static async Task<Prediction> AnswerAsync(SampleInput input, IModelAccess models, CancellationToken cancellationToken)
    {
        var pool = models.Exemplars;
        var allowed = Enumerable.Range(0, pool.Exemplars.Count).Except(pool.FindDuplicates(input)).ToList();
        var example = pool.Exemplars[allowed[models.CreateRandom("exemplar").Next(allowed.Count)]];
        return Read(input, await SendAsync(models, $"{Render(example.Input)} {example.Answer}\n\n{Render(input)}", cancellationToken));
    }

    public static async Task<string> SendAsync(IModelAccess models, string prompt, CancellationToken cancellationToken)
        => (await models.Subject.CompleteAsync(ModelRequest.FromText(prompt, new() { MaxOutputTokens = 1 }), cancellationToken)).Text;

    public static string Render(SampleInput input) => Questions.Render(input.Stem, [.. input.Options.Select(option => option.Text)]);

    public static Prediction Read(SampleInput input, string reply) => input.Options.Any(option => option.Label == reply)
        ? new ChoicePrediction { Labels = [reply], Reply = reply }
        : new Unanswered(Outcome.Unparsed) { Reply = reply };
}
