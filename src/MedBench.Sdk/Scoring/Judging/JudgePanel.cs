using System.Globalization;
using MedBench.Judging;
using Microsoft.Extensions.AI;

namespace MedBench;

/// <summary>Who judges, and how often: one model once, several models, or one model several times. Every scorer with a judge takes one.</summary>
/// <remarks>
/// A member whose reply is no verdict is asked once more, with what was wrong; after that the panel has no verdict, and the sample stays unscored:
/// a majority of those who happened to answer is another panel. Words and flags are settled by the most votes, scales by the middle vote.
/// </remarks>
public sealed record JudgePanel
{
    /// <summary>Gets the roles that judge, all different: <c>judge</c>, or <c>judge</c>, <c>judge-2</c>, <c>judge-3</c>.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [ModelRole.Judge];

    /// <summary>Gets how often each of them judges, from 1.</summary>
    public int Samples { get; init; } = 1;

    /// <summary>Gets the temperature; null leaves it to the endpoint. With several samples it is not 0, at which they would be one vote counted several times.</summary>
    public float? Temperature { get; init; } = 0;

    /// <summary>Gets the largest number of tokens of a verdict; null leaves it to the endpoint.</summary>
    public int? MaxOutputTokens { get; init; } = 2048;

    /// <summary>Gets whether the endpoint is sent the verdict's JSON Schema; turn it off for endpoints that reject it. The reply is checked either way. A prompt that is sent as published never has one.</summary>
    public bool SendsSchema { get; init; } = true;

    /// <summary>Gets how many questions on one sample are asked at once, from 1; it changes no verdict.</summary>
    public int Concurrency { get; init; } = 4;

    /// <summary>Gets the number of votes on each question.</summary>
    public int Members => Roles.Count * Samples;

    /// <summary>Gets everything that can change a verdict, for <see cref="ScorerInfo.Parameters"/>.</summary>
    public IReadOnlyDictionary<string, string> Parameters => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["judges"] = string.Join(',', Roles),
        ["judge-samples"] = Samples.ToString(CultureInfo.InvariantCulture),
        ["judge-temperature"] = Temperature?.ToString(CultureInfo.InvariantCulture) ?? "endpoint",
        ["judge-max-tokens"] = MaxOutputTokens?.ToString(CultureInfo.InvariantCulture) ?? "endpoint",
        ["judge-schema"] = SendsSchema ? "sent" : "prompt only",
    };

    /// <summary>Returns everything that can change a verdict on questions by these prompts.</summary>
    internal Dictionary<string, string> Describe(params IReadOnlyList<JudgePrompt> prompts)
    {
        var parameters = new Dictionary<string, string>(Parameters, StringComparer.Ordinal) { ["prompt"] = string.Join(',', prompts.Select(prompt => prompt.Hash)) };
        if (prompts.Any(prompt => prompt.IsVerbatim || prompt.Reading is not null))
        {
            parameters["judge-schema"] = "not sent";
            parameters["prompt-form"] = "as published";
        }

        return parameters;
    }

    /// <summary>Asks the panel one question.</summary>
    /// <param name="models">Where the judges are.</param>
    /// <param name="question">The question.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <exception cref="ModelException">A judge gave no reply; the engine makes an unscored sample of it.</exception>
    public async Task<JudgeRuling> AskAsync(IModelAccess models, JudgeQuestion question, CancellationToken cancellationToken = default)
    {
        var votes = new List<JudgeVerdict>();
        foreach (var role in Roles)
        {
            for (var sample = 0; sample < Samples; sample++)
            {
                var purpose = Samples == 1 ? question.Purpose : FormattableString.Invariant($"{question.Purpose}/sample/{sample}");
                var (vote, error) = await VoteAsync(models.GetModel(role), question, purpose, cancellationToken).ConfigureAwait(false);
                if (vote is null)
                {
                    return new JudgeRuling { Question = question, Votes = votes, Error = $"{role} replied twice, and the second time {error}" };
                }

                votes.Add(vote);
            }
        }

        return Settle(question, votes);
    }

    /// <summary>Asks the panel several questions, <see cref="Concurrency"/> at once.</summary>
    /// <param name="models">Where the judges are.</param>
    /// <param name="questions">The questions, of different purposes.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>The rulings in the order of the questions.</returns>
    /// <exception cref="ModelException">A judge gave no reply; the engine makes an unscored sample of it.</exception>
    public async Task<IReadOnlyList<JudgeRuling>> AskAllAsync(IModelAccess models, IReadOnlyList<JudgeQuestion> questions, CancellationToken cancellationToken = default)
    {
        var rulings = new JudgeRuling[questions.Count];
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, Math.Min(Concurrency, questions.Count)).Select(_ => WorkAsync())).ConfigureAwait(false);
        return rulings;

        async Task WorkAsync()
        {
            while (Interlocked.Increment(ref next) is var i && i < questions.Count)
            {
                rulings[i] = await AskAsync(models, questions[i], cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Returns the panel where it can judge.</summary>
    /// <exception cref="ArgumentException">Nobody judges, an even number does (which can split), a role is repeated, or several samples are drawn at temperature 0.</exception>
    internal JudgePanel Checked() => this switch
    {
        { Members: < 1 } or { Concurrency: < 1 } => throw new ArgumentException("A panel has at least one role, one sample and one question at once."),
        { Members: var members } when members % 2 == 0 => throw new ArgumentException($"A panel of {members} can split evenly on yes or no. Choose an odd number of votes."),
        _ when Roles.Distinct(StringComparer.Ordinal).Count() < Roles.Count => throw new ArgumentException("A panel names each role once. Use Samples to ask one judge several times."),
        { Samples: > 1, Temperature: 0 } => throw new ArgumentException("Several samples at temperature 0 are one vote counted several times. Set a temperature above 0, or ask once."),
        _ => this,
    };

    private static JudgeRuling Settle(JudgeQuestion question, List<JudgeVerdict> votes)
    {
        if (votes.Count == 1)
        {
            return new JudgeRuling { Question = question, Votes = votes, Verdict = votes[0] };
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in question.Schema.Fields.Where(field => field.Values.Count > 0))
        {
            if (field.Settle([.. votes.Select(vote => vote[field.Name])]) is not { } value)
            {
                return new JudgeRuling { Question = question, Votes = votes, Error = $"no value of '{field.Name}' has the most votes" };
            }

            values[field.Name] = value;
        }

        return new JudgeRuling { Question = question, Votes = votes, Verdict = new JudgeVerdict(values) };
    }

    private async Task<(JudgeVerdict? Vote, string Error)> VoteAsync(IModelClient judge, JudgeQuestion question, string purpose, CancellationToken cancellationToken)
    {
        var prompt = question.IsVerbatim ? question.Prompt : $"{question.Prompt}\n\n{question.Schema.Instruction}";
        var (vote, error) = await ReadAsync(prompt, purpose).ConfigureAwait(false);
        if (vote is null)
        {
            (vote, error) = await ReadAsync(question.IsVerbatim ? prompt : $"{prompt}\nYour last reply was no verdict, for {error}.", purpose + "/again").ConfigureAwait(false);
        }

        if (vote is null)
        {
            (judge as IReplyRejection)?.RejectReplies();
        }

        return (vote, error);

        async Task<(JudgeVerdict? Vote, string Error)> ReadAsync(string text, string name)
        {
            IReadOnlyList<ChatMessage> messages = [.. question.System is { } system ? [new ChatMessage(ChatRole.System, system)] : Array.Empty<ChatMessage>(), new ChatMessage(ChatRole.User, text)];
            var reply = await judge.CompleteAsync(new ModelRequest { Messages = messages, Options = CreateOptions(question), Purpose = name }, cancellationToken).ConfigureAwait(false);
            var read = question.Reading is { } reading ? reading.Read(question.Schema, reply.Text, out var fault) : question.Schema.Read(reply.Text, out fault);
            return (read, read is null && reply.FinishReason == ChatFinishReason.Length ? "it was cut at the token limit" : fault);
        }
    }

    private ChatOptions CreateOptions(JudgeQuestion question)
    {
        var sends = SendsSchema && question is { IsVerbatim: false, Reading: null };
        return new ChatOptions
        {
            Temperature = Temperature,
            MaxOutputTokens = MaxOutputTokens,
            ResponseFormat = sends ? ChatResponseFormat.ForJsonSchema(question.Schema.JsonSchema, question.Schema.Name) : null,
            AdditionalProperties = sends ? new() { ["strict"] = true } : null,
        };
    }
}
