using System.Globalization;
using Microsoft.Extensions.AI;

namespace MedBench.Benchmarks;

/// <summary>One turn of the doctor: decides, answers, asks. Every call has a purpose of its own.</summary>
internal sealed class MediQTurn(MediQExpertOptions options, SampleInput input, string known, IReadOnlyList<(string Question, string Answer)> history, IModelAccess models)
{
    private readonly MediQReading reading = new(options.Compat);

    /// <summary>Decides between asking on and answering.</summary>
    public Task<MediQDecision> DecideAsync(CancellationToken cancellationToken) => options.Abstention switch
    {
        MediQAbstention.Fixed => Task.FromResult(new MediQDecision { Abstains = history.Count < options.MaxQuestions }),
        MediQAbstention.Implicit => DecideImplicitlyAsync(cancellationToken),
        MediQAbstention.Binary => DecideByWordAsync(Compose(options.StatesReason ? MediQPrompts.BinaryRationale : MediQPrompts.Binary), "confident", cancellationToken),
        MediQAbstention.Numerical => DecideInSightOfScoreAsync(cancellationToken),
        MediQAbstention.NumericalCutOff => DecideByScoreAsync(options.AbstainBelow ?? 0.8, cancellationToken),
        _ => DecideByRatingAsync(cancellationToken),
    };

    /// <summary>Asks for a letter.</summary>
    public async Task<(string? Letter, ChatResponse Response)> AnswerAsync(CancellationToken cancellationToken)
    {
        var response = await CallAsync(ModelRole.Subject, Compose(MediQPrompts.Answer(input)), "answer", cancellationToken).ConfigureAwait(false);
        return (reading.Choice(response.Text, input.Options), response);
    }

    /// <summary>Asks for the next question to the patient.</summary>
    /// <param name="decision">What was decided.</param>
    /// <param name="answer">The reply with this turn's letter; null where none was asked for.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<string> AskAsync(MediQDecision decision, ChatResponse? answer, CancellationToken cancellationToken)
    {
        if (options.Abstention == MediQAbstention.Implicit)
        {
            return decision.Question ?? "None";
        }

        // The published modules write an empty log here, and the word None everywhere else.
        IReadOnlyList<ChatMessage> messages = options.HasIndependentModules ? Compose(MediQPrompts.Question, whenEmpty: "")
            : options.Abstention != MediQAbstention.Fixed ? [.. decision.Messages, new(ChatRole.User, MediQPrompts.Question)]
            : [.. Compose(MediQPrompts.Answer(input)), .. AnswerBetween(answer), new(ChatRole.User, MediQPrompts.Question)];
        var role = models.HasModel(MediQExpert.QuestionerRole) ? MediQExpert.QuestionerRole : ModelRole.Subject;
        var reply = await CallAsync(role, messages, "question", cancellationToken).ConfigureAwait(false);
        return reading.Question(reply.Text) ?? "None";
    }

    private IEnumerable<ChatMessage> AnswerBetween(ChatResponse? answer)
        => answer is null || options.Compat.Contains(MediQCompat.FixedTurns) ? [] : [new ChatMessage(ChatRole.Assistant, answer.Text)];

    private async Task<MediQDecision> DecideImplicitlyAsync(CancellationToken cancellationToken)
    {
        var replies = await DrawAsync(Compose(options.StatesReason ? MediQPrompts.ImplicitRationale : MediQPrompts.Implicit), "decide", cancellationToken).ConfigureAwait(false);
        var read = replies.ConvertAll(reply => (Reply: reply, Read: reading.Either(reply.Text, input.Options)));
        var letters = read.FindAll(draw => draw.Read.Letter is not null);
        var questions = read.FindAll(draw => draw.Read.Question is not null);
        if (letters.Count + questions.Count == 0)
        {
            return new MediQDecision { Abstains = true, Confidence = 0 };
        }

        var confidence = (double)letters.Count / (letters.Count + questions.Count);
        if (letters.Count > questions.Count)
        {
            var best = letters.GroupBy(draw => draw.Read.Letter, StringComparer.Ordinal).MaxBy(group => group.Count())!.First();
            return new MediQDecision { Abstains = false, Confidence = confidence, Letter = best.Read.Letter, Response = best.Reply };
        }

        var chosen = questions[models.CreateRandom(Purpose("which-question")).Next(questions.Count)];
        return new MediQDecision { Abstains = true, Confidence = confidence, Question = chosen.Read.Question };
    }

    private async Task<MediQDecision> DecideByWordAsync(IReadOnlyList<ChatMessage> messages, string purpose, CancellationToken cancellationToken)
    {
        var replies = await DrawAsync(messages, purpose, cancellationToken).ConfigureAwait(false);
        var sure = replies.ConvertAll(reply => reading.Yes(reply.Text));
        var count = sure.Count(yes => yes);
        var isSure = count > replies.Count - count;
        return new MediQDecision { Abstains = !isSure, Confidence = (double)count / replies.Count, Messages = [.. messages, new(ChatRole.Assistant, replies[sure.LastIndexOf(isSure)].Text)] };
    }

    private async Task<MediQDecision> DecideInSightOfScoreAsync(CancellationToken cancellationToken)
    {
        var stated = await DecideByScoreAsync(threshold: 0, cancellationToken).ConfigureAwait(false);
        var decision = await DecideByWordAsync([.. stated.Messages, new(ChatRole.User, MediQPrompts.YesNo)], "confident", cancellationToken).ConfigureAwait(false);
        return decision with { Confidence = stated.Confidence };
    }

    private async Task<MediQDecision> DecideByScoreAsync(double threshold, CancellationToken cancellationToken)
    {
        var random = models.CreateRandom(Purpose("unread-score"));
        var (mean, messages) = await AverageAsync(options.StatesReason ? MediQPrompts.ScoreRationale : MediQPrompts.Score, reply => reading.Score(reply, random), cancellationToken).ConfigureAwait(false);
        return new MediQDecision { Abstains = (mean ?? 0) < threshold, Confidence = mean is { } value ? Math.Clamp(value, 0, 1) : null, Messages = messages };
    }

    private async Task<MediQDecision> DecideByRatingAsync(CancellationToken cancellationToken)
    {
        var threshold = options.AbstainBelow ?? (options.Compat.Contains(MediQCompat.ScaleThreshold) ? 0.8 : 4);
        var (mean, messages) = await AverageAsync(options.StatesReason ? MediQPrompts.ScaleRationale : MediQPrompts.Scale, reading.Rating, cancellationToken).ConfigureAwait(false);
        return new MediQDecision { Abstains = (mean ?? 0) < threshold, Confidence = mean is { } value ? Math.Clamp((value - 1) / 4, 0, 1) : null, Messages = messages };
    }

    /// <summary>Averages what was read off the draws, and continues with the first reply that is nearest to the mean.</summary>
    private async Task<(double? Mean, IReadOnlyList<ChatMessage> Messages)> AverageAsync(string task, Func<string, double?> read, CancellationToken cancellationToken)
    {
        var messages = Compose(task);
        var replies = await DrawAsync(messages, "confidence", cancellationToken).ConfigureAwait(false);
        var values = replies.ConvertAll(reply => (reply.Text, Value: read(reply.Text)));
        var mean = values.Average(draw => draw.Value);
        var nearest = values.MinBy(draw => draw.Value is { } value && mean is { } middle ? Math.Abs(value - middle) : double.MaxValue);
        return (mean, [.. messages, new(ChatRole.Assistant, nearest.Text)]);
    }

    private async Task<List<ChatResponse>> DrawAsync(IReadOnlyList<ChatMessage> messages, string purpose, CancellationToken cancellationToken)
    {
        var draws = new List<ChatResponse>(options.SelfConsistency);
        for (var draw = 0; draw < options.SelfConsistency; draw++)
        {
            draws.Add(await CallAsync(ModelRole.Subject, messages, string.Create(CultureInfo.InvariantCulture, $"{purpose}/{draw}"), cancellationToken).ConfigureAwait(false));
        }

        return draws;
    }

    private Task<ChatResponse> CallAsync(string role, IReadOnlyList<ChatMessage> messages, string name, CancellationToken cancellationToken)
    {
        var purpose = Purpose(name);
        return models.GetModel(role).CompleteAsync(new ModelRequest { Messages = messages, Options = options.Sampling.ToChatOptions(models.CreateRandom(purpose).NextSeed()), Purpose = purpose }, cancellationToken);
    }

    private IReadOnlyList<ChatMessage> Compose(string task, string whenEmpty = "None") =>
    [
        new(ChatRole.System, MediQPrompts.ExpertSystem),
        new(ChatRole.User, MediQPrompts.Task(known, history.Count == 0 ? whenEmpty : MediQPrompts.Log(history), input, task)),
    ];

    private string Purpose(string name) => string.Create(CultureInfo.InvariantCulture, $"turn/{history.Count}/{name}");
}
