using System.Text.Json;

namespace MedBench.Benchmarks;

/// <summary>MedAgentBench's success rate: the share of tasks that an agent finished with the right answer and the right orders, and no others.</summary>
/// <remarks>
/// The ten graders are written from the description of the published ones (<c>refsol.py</c>); what is a convention of theirs is kept
/// (exact members of a subject, an empty answer where a value only had to be checked, orders in the order named, any value after the last
/// day's beginning counts as of the last day), what is a defect is corrected and can be asked for: <see cref="MedAgentBenchDefects"/>.
/// Beside the value stand the shares of the statuses as parts: <c>completed</c>, <c>invalid-action</c>, <c>task-limit</c>.
/// The records are read by the role <see cref="ModelRole.Records"/>; where they cannot be, or lack the patient, the sample failed and is not wrong.
/// </remarks>
public sealed class MedAgentBenchScorer : IScorer
{
    private readonly MedAgentBenchOptions options;

    /// <summary>Initializes a scorer by the correct rules.</summary>
    public MedAgentBenchScorer()
        : this(new MedAgentBenchOptions())
    {
    }

    /// <summary>Initializes a scorer.</summary>
    /// <param name="options">The base address of the prompt, and the defects to reproduce.</param>
    public MedAgentBenchScorer(MedAgentBenchOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options;
        Info = new ScorerInfo
        {
            Id = "medagentbench",
            Version = "1",
            Metric = "success rate",
            DenominatorPolicy = "all tasks; one that ended without FINISH (an invalid action, eight rounds used up, a refusal) counts as not done",
            Parameters = new Dictionary<string, string>(StringComparer.Ordinal) { ["api-base"] = options.ApiBase.AbsoluteUri, ["compat"] = Describe(options.Defects) },
            RequiredRoles = [ModelRole.Records],
        };
    }

    /// <inheritdoc />
    public ScorerInfo Info { get; }

    /// <inheritdoc />
    public async ValueTask<Score> ScoreAsync(Sample sample, Prediction prediction, IModelAccess models, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(prediction);
        ArgumentNullException.ThrowIfNull(models);
        var task = MedAgentTask.Of(sample);
        if (prediction is Unanswered { Outcome: var outcome })
        {
            return Score.None(outcome) with { Parts = Statuses(completed: false, isInvalid: outcome == Outcome.Unparsed, isLimit: outcome == Outcome.Truncated) };
        }

        if (prediction is not StatePrediction { State: var state })
        {
            throw new InvalidOperationException($"Sample '{sample.Input.Id}' was predicted as {prediction.GetType().Name}, where MedAgentBench grades what an agent left behind. Use the benchmark's own strategy.");
        }

        var record = AgentRecord.Read(state);
        if (record.Status != AgentRecord.Completed)
        {
            return Score.None(Outcome.Unparsed) with { Parts = Statuses(completed: false, isInvalid: record.Status == AgentRecord.InvalidAction, isLimit: false) };
        }

        var grader = new MedAgentGrader(task, record, new MedAgentRecords(models, options.ApiBase), options.Defects);
        var verdict = await grader.GradeAsync(new OrderBook(task.Patient, options.ApiBase, options.Defects), cancellationToken).ConfigureAwait(false);
        return Score.Binary(verdict.IsRight) with { Gold = verdict.Gold, Predicted = record.Result, Explanation = verdict.Fault, Parts = Statuses(completed: true, isInvalid: false, isLimit: false) };
    }

    /// <summary>Names defects as fingerprints and reports do: kebab-case, or <c>none</c>.</summary>
    internal static string Describe(MedAgentBenchDefects defects) => defects == MedAgentBenchDefects.None ? "none" : string.Join(", ", Enum.GetValues<MedAgentBenchDefects>()
        .Where(one => one is not (MedAgentBenchDefects.None or MedAgentBenchDefects.Published) && defects.HasFlag(one))
        .Select(one => JsonNamingPolicy.KebabCaseLower.ConvertName(one.ToString())));

    private static Dictionary<string, double> Statuses(bool completed, bool isInvalid, bool isLimit) => new(StringComparer.Ordinal)
    {
        ["completed"] = completed ? 1 : 0,
        ["invalid-action"] = isInvalid ? 1 : 0,
        ["task-limit"] = isLimit ? 1 : 0,
    };
}
