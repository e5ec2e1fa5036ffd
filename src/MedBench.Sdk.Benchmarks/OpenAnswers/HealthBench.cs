using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace MedBench.Benchmarks;

/// <summary>HealthBench (Arora et al. 2025): health conversations whose last reply is graded against rubrics that physicians wrote.</summary>
/// <remarks>
/// Reads the authors' files as they are. The reply is graded by the published template, one call a criterion; the built-in prompt of <see cref="RubricScorer"/> marks
/// off what the reply says and is harder to talk over, but no published number was made with it. The physicians' ideal replies go with the target as references.
/// </remarks>
public sealed class HealthBench : IBenchmark
{
    private const string Place = "https://openaipublic.blob.core.windows.net/simple-evals/healthbench/";
    private const string Main = "2025-05-07-06-14-12_oss_eval.jsonl";
    private const string Hard = "hard_2025-05-08-21-00-10.jsonl";
    private const string Consensus = "consensus_2025-05-09-20-00-46.jsonl";

    /// <summary>Initializes the benchmark as it was published.</summary>
    public HealthBench()
        : this(null)
    {
    }

    /// <summary>Initializes the benchmark with a judge or a scoring of one's own.</summary>
    /// <param name="options">What differs from the published grading; a prompt that is null means the published template. Null means nothing differs.</param>
    public HealthBench(RubricOptions? options)
    {
        var chosen = options ?? new RubricOptions { Panel = HealthBenchGrader.Panel };
        var scorer = new RubricScorer(chosen with { Prompt = chosen.Prompt ?? HealthBenchGrader.Prompt });
        Scorers = [scorer];
        Card = CreateCard(scorer.Info.Metric);
    }

    /// <summary>Gets the published template, sent and read as published, for panels and options of one's own.</summary>
    public static JudgePrompt GraderPrompt => HealthBenchGrader.Prompt;

    /// <summary>Gets the judge as the published code asks it: temperature 0.5, 2,048 tokens, no schema.</summary>
    public static JudgePanel GraderPanel => HealthBenchGrader.Panel;

    /// <inheritdoc />
    public BenchmarkCard Card { get; }

    /// <inheritdoc />
    public IPromptStrategy DefaultStrategy { get; } = new TextStrategy(new TextPrompting
    {
        Id = "healthbench",
        Version = "1",
        Description = "Continues the conversation as it stands, without a word of its own (HealthBench; openai/simple-evals, healthbench_eval.py).",
        Compose = static input => [.. input.Conversation],
        Read = WholeReply.Read,
        Sampling = SamplingOptions.Unset with { Temperature = 0.5f, MaxOutputTokens = 2_048 },
    });

    /// <inheritdoc />
    public IReadOnlyList<IScorer> Scorers { get; }

    /// <inheritdoc />
    public async IAsyncEnumerable<Sample> LoadAsync(string split, IDatasetSource source, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var row in SplitFile.ReadAsync(Card, split, source, cancellationToken).ConfigureAwait(false))
        {
            yield return Map(row);
        }
    }

    private static Sample Map(DatasetRow row)
    {
        var turns = row.GetRows("prompt").Select(turn => new ChatMessage(new ChatRole(turn.GetString("role")), turn.GetString("content"))).ToList();
        var criteria = row.GetRows("rubrics").Select(item => new RubricCriterion(item.GetString("criterion"), item.GetDouble("points"), item.GetStrings("tags"))).ToList();
        if (turns.Count == 0 || criteria.All(criterion => criterion.Points <= 0))
        {
            throw row.Error(turns.Count == 0 ? "prompt" : "rubrics", turns.Count == 0 ? "the conversation is empty" : "no criterion gives points, so that there is no score", "Download the file again");
        }

        var ideal = row.Has("ideal_completions_data") ? row.GetRow("ideal_completions_data") : null;
        return new Sample
        {
            Input = new SampleInput { Id = row.GetString("prompt_id"), Stem = turns[^1].Text, Conversation = turns },
            Target = new RubricTarget(criteria) { References = ideal is not null && ideal.TryGetString("ideal_completion", out var text) ? [text] : [] },
            Tags = ReadTags(row.GetStrings("example_tags"), ideal),
        };
    }

    /// <summary>Turns <c>theme:hedging</c> into the group hedging of theme.</summary>
    private static Dictionary<string, string> ReadTags(IReadOnlyList<string> published, DatasetRow? ideal)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var tag in published)
        {
            var colon = tag.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0 || !tags.TryAdd(tag[..colon], tag[(colon + 1)..]))
            {
                tags[tag] = "yes";
            }
        }

        if (ideal is not null && ideal.TryGetString("ideal_completions_group", out var group))
        {
            tags["ideal_completions_group"] = group;
        }

        return tags;
    }

    private static BenchmarkCard CreateCard(string metric) => new()
    {
        Id = "healthbench",
        Version = "1",
        Title = "HealthBench",
        Citation = "Arora RK, Wei J, Soskin Hicks R, et al. HealthBench: Evaluating Large Language Models Towards Improved Human Health. 2025. arXiv:2505.08775",
        Kind = BenchmarkKind.OpenAnswer,
        Status = BenchmarkStatus.Reproduced,
        License = "MIT",
        Languages = ["mul"],
        Splits =
        [
            new SplitInfo { Name = "main", Count = 5_000, Files = [Main, "*oss_eval*.jsonl", "health_bench.jsonl"] },
            new SplitInfo { Name = "hard", Count = 1_000, Files = [Hard, "hard*.jsonl"] },
            new SplitInfo { Name = "consensus", Count = 3_671, Files = [Consensus, "consensus*.jsonl"] },
        ],
        Downloads = [Download(Main, "main"), Download(Hard, "hard"), Download(Consensus, "consensus")],
        PrimaryMetric = metric,
        PromptFields = ["prompt"],
        Remarks =
        [
            "A published number needs the grader gpt-4.1-2025-04-14; with another judge a score compares with scores of that judge alone. One call a criterion: 48,562 for the main set.",
            "The published grader sees what was sent to the model, so that with a system message (\"You are a helpful assistant.\" for the GPT entries of the code) its conversation begins with it. The default sends none, as the code's entries without one do.",
            "The score of one sample may be negative and is not cut; the mean is cut to 0..1, and so is that of every tag. Tags without positive points are left out. RubricFigures makes the published table with its bootstrap deviations.",
            "Of the authors' own outputs none is public. 100 gradings that m42-health/healthbench publishes with its table (data/sample) give its 0.48529782446506947 and each of its tags.",
            "A reply of the judge that is no verdict is asked again once, in the same words; the published code asks until there is one.",
            "Length adjustment (RubricOptions.LengthAdjustment) is of 2026 and not of the paper. 0.0299 main, 0.0392 hard, 0.0020 consensus a 500 characters from 2,000 are from second-hand accounts.",
            "The files hold a canary string; it is not read. No hash is stated here, for the files were not at hand.",
        ],
    };

    private static DataDownload Download(string file, string split) => new() { Host = DataHost.Web, Repository = Place + file, Splits = [split] };
}
