using System.Security.Cryptography;
using System.Text;
using MedBench.Judging;
using MedBench.Statistics;

namespace MedBench;

/// <summary>Tries a model on a fixed panel before it may judge: does it see what people saw, and is it moved by order, length, or its own words?</summary>
/// <remarks>
/// <para><c>criterion-agreement</c>: share of labelled answers on which the judge's verdict is the label. <c>preference-agreement</c>: share of pairs in which it prefers
/// the better answer in both orders. <c>position-consistency</c>: share of pairs in which both orders give the same. Each with Wilson's interval,
/// whose lower end must reach <see cref="JudgeQualificationOptions.LeastAgreement"/>.</para>
/// <para><c>verbosity</c>: the worse answer, padded, must not fare better against the better one than it did plain; <c>self-preference</c>: nor when the judge itself has
/// put it into its own words, errors kept. The value is (pairs in which it fares better − pairs in which it fares worse) / pairs, with Bonett and Price's interval, whose
/// upper end must stay under <see cref="JudgeQualificationOptions.MostGain"/>. A judge that corrects the answer where it should only reword it looks worse than it is.</para>
/// <para>Eight questions an item. Items without a verdict count against the judge. The prompts are those of <see cref="RubricScorer"/> and <see cref="PairwiseScorer"/> unless
/// <see cref="JudgeQualificationOptions.Prompt"/> names the one that is going to be used.</para>
/// </remarks>
public sealed class JudgeQualification
{
    private readonly JudgeQualificationOptions options;
    private readonly JudgePanel panel;
    private readonly TimeProvider time;

    /// <summary>Initializes the qualification.</summary>
    /// <param name="options">How the judge is asked, and what it must reach; null means the defaults.</param>
    /// <param name="time">The clock; null means the system's.</param>
    /// <exception cref="ArgumentException">The panel cannot judge.</exception>
    public JudgeQualification(JudgeQualificationOptions? options = null, TimeProvider? time = null)
    {
        (this.options, this.time) = (options ?? new JudgeQualificationOptions(), time ?? TimeProvider.System);
        panel = this.options.Panel.Checked();
    }

    /// <summary>Qualifies a judge.</summary>
    /// <param name="judge">The model, with whatever repeats its failed calls.</param>
    /// <param name="items">The panel, for instance <see cref="JudgePanelItems.ReadBuiltIn"/>.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <exception cref="ModelException">The model gave no reply: an outage is no verdict on a judge, and there is no card.</exception>
    public async Task<JudgeCard> QualifyAsync(IModelClient judge, IReadOnlyList<JudgePanelItem> items, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(judge);
        ArgumentOutOfRangeException.ThrowIfZero(items.Count);
        var access = new JudgeAccess(judge);
        var trials = new List<ItemTrial>(items.Count);
        foreach (var item in items)
        {
            trials.Add(await TryAsync(access, item, cancellationToken).ConfigureAwait(false));
        }

        var (labelled, pairs) = (trials.FindAll(trial => trial.Item.IsLabelled), trials.FindAll(trial => trial.Item.IsPair));
        return new JudgeCard
        {
            Judge = judge.Info.Id,
            ReportedModels = access.ReportedModels,
            Date = time.GetUtcNow(),
            Items = items.Count,
            PanelHash = Hash(items),
            Kappa = Kappa(labelled.FindAll(trial => trial.IsFoundMet is not null)),
            Probes =
            [
                Share("criterion-agreement", labelled, trial => trial.IsFoundMet == trial.Item.IsMet, trial => trial.IsFoundMet is null),
                Share("preference-agreement", pairs, trial => trial.Plain == 0, trial => trial.Plain is null),
                Share("position-consistency", pairs, trial => trial.IsConsistent, trial => trial.Plain is null),
                Gain("verbosity", pairs, trial => trial.Padded),
                Gain("self-preference", pairs, trial => trial.Reworded),
            ],
        };
    }

    private JudgePrompt Prompt => options.Prompt ?? RubricPrompt.Default;

    private async Task<ItemTrial> TryAsync(JudgeAccess access, JudgePanelItem item, CancellationToken cancellationToken)
    {
        bool? met = null;
        if (item.IsLabelled)
        {
            met = (await panel.AskAsync(access, RubricPrompt.Ask(Prompt, item), cancellationToken).ConfigureAwait(false)).Verdict?.GetFlag(RubricPrompt.Met);
        }

        if (!item.IsPair)
        {
            return new ItemTrial(item, met, null, false, null, null);
        }

        var plain = await ContestAsync(item.Worse!, "plain").ConfigureAwait(false);
        var padded = await ContestAsync(item.Padded!, "padded").ConfigureAwait(false);
        var own = (await access.CompleteAsync(RewordingPrompt.Ask(panel, item), cancellationToken).ConfigureAwait(false)).Text;
        var reworded = await ContestAsync(own, "reworded").ConfigureAwait(false);
        return new ItemTrial(item, met, plain.Value, plain.IsConsistent, padded.Value, reworded.Value);

        Task<PairwiseContest> ContestAsync(string worse, string kind)
            => PairwiseContest.HoldAsync(access, panel, PairwisePrompt.Default, item.Question, worse, item.Better!, $"{item.Id}/{kind}", cancellationToken);
    }

    private JudgeProbe Share(string name, List<ItemTrial> trials, Func<ItemTrial, bool> isRight, Func<ItemTrial, bool> isOpen) => new()
    {
        Name = name,
        Count = trials.Count,
        Value = trials.Count == 0 ? null : ProportionInterval.Wilson(trials.Count(isRight), trials.Count),
        Threshold = options.LeastAgreement,
        IsCeiling = false,
        WithoutVerdict = trials.Count(isOpen),
    };

    private JudgeProbe Gain(string name, List<ItemTrial> trials, Func<ItemTrial, double?> dressed)
    {
        var open = trials.Count(trial => trial.Plain is null || dressed(trial) is null);
        var gained = trials.Count(trial => dressed(trial) > trial.Plain) + open;
        return new JudgeProbe
        {
            Name = name,
            Count = trials.Count,
            Value = trials.Count == 0 ? null : PairedProportions.Difference(trials.Count(trial => dressed(trial) < trial.Plain), gained, trials.Count),
            Threshold = options.MostGain,
            IsCeiling = true,
            WithoutVerdict = open,
        };
    }

    private static double? Kappa(List<ItemTrial> trials)
    {
        double Share(Func<ItemTrial, bool> condition) => (double)trials.Count(condition) / trials.Count;
        var (label, verdict) = (Share(trial => trial.Item.IsMet == true), Share(trial => trial.IsFoundMet == true));
        var chance = (label * verdict) + ((1 - label) * (1 - verdict));
        return trials.Count == 0 || chance >= 1 ? null : (Share(trial => trial.IsFoundMet == trial.Item.IsMet) - chance) / (1 - chance);
    }

    private string Hash(IReadOnlyList<JudgePanelItem> items)
    {
        string?[] prompts = [Prompt.Hash, PairwisePrompt.Default.Hash, RewordingPrompt.Default.Hash, .. panel.Parameters.Where(pair => pair.Key != "judges").Select(pair => $"{pair.Key}={pair.Value}")];
        var texts = items.SelectMany(item => new[] { item.Id, item.Question, item.Criterion, item.Answer, item.IsMet?.ToString(), item.Better, item.Worse, item.Padded });
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(prompts.Concat(texts).Select(text => FormattableString.Invariant($"{text?.Length ?? -1}:{text}"))))));
    }
}
