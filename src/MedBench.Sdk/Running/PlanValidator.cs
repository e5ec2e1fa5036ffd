using System.Text;

namespace MedBench.Running;

/// <summary>Finds what would make a run fail or mislead before it starts.</summary>
internal static class PlanValidator
{
    public static void Validate(EvaluationPlan plan, RunOptions options)
    {
        Require(plan.Benchmarks.Count > 0, "The plan has no benchmark. Add at least one BenchmarkSelection.");
        Require(plan.Models.Count > 0, "The plan has no model. Add at least one IModelClient.");
        Require(plan.Epochs >= 1, $"The plan asks for {plan.Epochs} epochs. Ask for at least 1.");
        Require(plan.Limit is null or >= 1, $"The plan's limit is {plan.Limit}. Give a limit of at least 1, or none.");
        Require(plan.Budget.MaxCallsPerSample >= 1, $"The budget allows a sample {plan.Budget.MaxCallsPerSample} calls. Allow at least 1.");
        Require(plan.Budget.MaxJudgeFailures is null or >= 1, $"The budget allows {plan.Budget.MaxJudgeFailures} samples without a verdict in a row. Allow at least 1, or any number.");
        Require(plan.Budget.MaxJudgeFailureShare is >= 0 and <= 1, FormattableString.Invariant($"The budget's share of samples without a verdict is {plan.Budget.MaxJudgeFailureShare}. Give a share from 0 to 1."));
        Require(
            plan.JudgeCard is null || (plan.Roles.TryGetValue(ModelRole.Judge, out var judge) && judge.Info.Id == plan.JudgeCard.Judge),
            $"The plan's judge card is that of '{plan.JudgeCard?.Judge}', which does not play the role 'judge'. Leave the card out, or qualify the judge that the plan has.");
        Require(plan.FailureBudget is >= 0 and <= 1, FormattableString.Invariant($"The plan's failure budget is {plan.FailureBudget}. Give a share of samples from 0 to 1."));
        Require(options.Concurrency >= 1, $"The concurrency is {options.Concurrency}. Choose at least 1.");
        Require(!plan.Roles.ContainsKey(ModelRole.Subject), "The plan gives the role 'subject' to a model. Models under evaluation belong in Models.");
        RequireDistinct("model", plan.Models.Select(model => model.Info.Id));
        RequireDistinct("strategy", plan.Strategies.Select(strategy => strategy.Info.Id));
        RequireDistinct("published number", plan.References.Select(reference => reference.Id));
        var defect = plan.References.Select(ReferenceRules.FindDefect).FirstOrDefault(defect => defect is not null);
        Require(defect is null, $"The plan has a published number that cannot be one. {defect}");
        Require(
            plan.Budget.MaxCost is null || plan.Models.Concat(plan.Roles.Values).All(model => model.Info.IsSystem || model.Info.Price is not null),
            "The budget is in money, but a model has no price. Set ModelInfo.Price of every model, or limit calls or tokens instead.");
        foreach (var selection in plan.Benchmarks)
        {
            Validate(selection, plan, options);
        }

        RequireRows(plan);
    }

    private static void Validate(BenchmarkSelection selection, EvaluationPlan plan, RunOptions options)
    {
        var card = selection.Benchmark.Card;
        Require(selection.Benchmark.Scorers.Count > 0, $"The benchmark '{card.Id}' has no scorer. Return at least one from Scorers.");
        RequireDistinct($"scorer of '{card.Id}'", selection.Scorers.Select(scorer => scorer.Info.Id));
        RequireDistinct("strategy", selection.Strategies.Select(strategy => strategy.Info.Id));
        RequireRoles(selection, plan);
        RequirePermission(card, DataRecipients.FindRemote(plan), options.AllowRestrictedData);
    }

    /// <summary>Refuses restricted records to whoever is not on this machine.</summary>
    public static void RequirePermission(BenchmarkCard card, string? remote, bool allowRestrictedData)
        => Require(
            card.AccessTier != AccessTier.Restricted || allowRestrictedData || remote is null,
            $"The benchmark '{card.Id}' is restricted ({card.License}), and {remote} would receive its records. Use a model on this machine, or set AllowRestrictedData if your agreement covers that recipient.");

    private static void RequireRoles(BenchmarkSelection selection, EvaluationPlan plan)
    {
        var benchmark = selection.Benchmark;
        var strategies = plan.StrategiesFor(selection);
        var needs = benchmark.Card.RequiredRoles.Select(role => (Role: role, By: $"benchmark '{benchmark.Card.Id}'"))
            .Concat(selection.Scorers.SelectMany(scorer => scorer.Info.RequiredRoles.Select(role => (role, $"scorer '{scorer.Info.Id}'"))))
            .Concat(strategies.SelectMany(strategy => strategy.Info.RequiredRoles.Select(role => (role, $"strategy '{strategy.Info.Id}'"))));
        foreach (var (role, by) in needs)
        {
            Require(
                role == ModelRole.Subject || plan.Roles.ContainsKey(role) || benchmark.Card.SuppliedRoles.Contains(role),
                $"The {by} needs a model in the role '{role}', and nobody plays it. Add one to the plan's Roles (--role {role}=MODEL).");
        }
    }

    /// <summary>Lets a benchmark stand in a plan several times where every selection is of other models or another strategy.</summary>
    private static void RequireRows(EvaluationPlan plan)
    {
        var selections = plan.Benchmarks.GroupBy(selection => selection.Benchmark.Card.Id, StringComparer.Ordinal).ToList();
        RequireDistinct("benchmark", selections.SelectMany(group => group.All(selection => selection.Models.Count > 0) ? [group.Key] : group.Select(_ => group.Key)));
        foreach (var group in selections)
        {
            var stranger = group.SelectMany(selection => selection.Models).FirstOrDefault(model => !plan.Models.Contains(model));
            Require(stranger is null, $"The benchmark '{group.Key}' is selected for the model '{stranger?.Info.Id}', which is not among the plan's. Add it to the plan's Models.");
            var rows = group.SelectMany(selection => (selection.Models.Count > 0 ? selection.Models : plan.Models).SelectMany(model => plan.StrategiesFor(selection).Select(strategy => $"{group.Key}' with model '{model.Info.Id}' and strategy '{strategy.Info.Id}")));
            RequireDistinct("benchmark", rows);
        }
    }

    private static void RequireDistinct(string kind, IEnumerable<string> names)
    {
        string[] ids = [.. names];
        Require(ids.All(static id => id.EnumerateRunes().All(static rune => rune != Rune.ReplacementChar)), $"The plan has a {kind} whose id holds half of a surrogate pair or a replacement character. Give it an id of whole characters, for it is a key in every file of the run.");
        var twice = ids.GroupBy(id => id, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1)?.Key;
        Require(twice is null, $"The plan names the {kind} '{twice}' twice. Give each its own id, for results are told apart by it.");
    }

    private static void Require(bool condition, string message)
    {
        if (!condition)
        {
            throw new PlanException(message);
        }
    }
}
