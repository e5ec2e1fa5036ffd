using NUnit.Framework;

namespace MedBench.Testing;

/// <summary>What every benchmark must do. Inherit it once per benchmark; the tests come with it.</summary>
/// <example>
/// <code>
/// public sealed class MyExamTests : BenchmarkSpecification
/// {
///     protected override IBenchmark CreateBenchmark() => new MyExam();
///     protected override IDatasetSource CreateSource() => DatasetSource.Folder("fixtures/my-exam");
/// }
/// </code>
/// </example>
[TestFixture]
public abstract class BenchmarkSpecification
{
    private const int SamplesForOddReplies = 3;

    /// <summary>Creates the benchmark.</summary>
    protected abstract IBenchmark CreateBenchmark();

    /// <summary>Creates a source that holds a small file for the evaluated split, and for the exemplars where there are any.</summary>
    protected abstract IDatasetSource CreateSource();

    /// <summary>Creates the model that answers every sample rightly; override it where a right reply is more than the answer in the target.</summary>
    /// <param name="samples">The samples of the evaluated split.</param>
    protected virtual IModelClient CreateOracle(IReadOnlyList<Sample> samples) => new OracleModelClient(samples) { Info = OracleModelClient.WithEveryPower };

    /// <summary>Creates the models that play further parts, by role; override it where a judge, a patient or an examiner is needed.</summary>
    /// <param name="samples">The samples of the evaluated split.</param>
    /// <remarks>A judge has to give the oracle full marks and may not reward silence.</remarks>
    protected virtual IReadOnlyDictionary<string, IModelClient> CreateRoles(IReadOnlyList<Sample> samples) => new Dictionary<string, IModelClient>();

    /// <summary>Creates a prediction that is right; override it where the target alone does not tell.</summary>
    /// <param name="sample">The sample.</param>
    protected virtual Prediction CreateRightPrediction(Sample sample) => RightAnswer.AsPrediction(sample);

    /// <summary>Gets the best score that the first scorer gives.</summary>
    protected virtual double MaximumScore => 1;

    /// <summary>Gets the score of a model that never says anything, where it has one at all.</summary>
    protected virtual double MinimumScore => 0;

    /// <summary>The card identifies, cites and licenses the benchmark.</summary>
    [Test]
    public void The_card_is_complete()
    {
        var card = CreateBenchmark().Card;
        Expect.KebabCase(card.Id, "benchmark id");
        Expect.Text(card.Version, "version");
        Expect.Text(card.Title, "title");
        Expect.Text(card.Citation, "citation");
        Expect.Text(card.License, "licence");
        Expect.Text(card.Modality, "modality");
        Expect.Text(card.PrimaryMetric, "primary metric");
        Assert.That(card.Languages, Is.Not.Empty.And.All.Not.Empty, "The card names no language.");
        Assert.That(card.Splits, Is.Not.Empty, "The card names no split.");
        Assert.That(card.Splits.Select(split => split.Name), Is.Unique.And.All.Not.Empty, "Two splits have one name, or one has none.");
        Assert.That(card.PromptFields, Is.Not.Empty.And.Unique.And.All.Not.Empty, "The card does not say which fields may reach a prompt.");
        Assert.That(card.MajorityBaseline ?? 0, Is.InRange(0.0, 1.0), "The majority baseline is not a share.");
    }

    /// <summary>The card is the same for every instance.</summary>
    [Test]
    public void The_card_is_stable()
    {
        var (first, second) = (CreateBenchmark().Card, CreateBenchmark().Card);
        Assert.That((second.Id, second.Version), Is.EqualTo((first.Id, first.Version)), "Two instances have different ids or versions.");
    }

    /// <summary>The default strategy identifies itself.</summary>
    [Test]
    public void The_default_strategy_is_identified()
    {
        var info = CreateBenchmark().DefaultStrategy.Info;
        Expect.KebabCase(info.Id, "id of the default strategy");
        Expect.Text(info.Version, "version of the default strategy");
    }

    /// <summary>The scorers are described, differ, and the first one gives the headline metric.</summary>
    [Test]
    public void The_scorers_are_complete()
    {
        var benchmark = CreateBenchmark();
        Assert.That(benchmark.Scorers, Is.Not.Empty, "The benchmark has no scorer.");
        foreach (var scorer in benchmark.Scorers)
        {
            ScorerSpecification.DemandCompleteInfo(scorer.Info);
        }

        Assert.That(benchmark.Scorers.Select(scorer => scorer.Info.Id), Is.Unique, "Two scorers have one id.");
        Assert.That(benchmark.Scorers[0].Info.Metric, Is.EqualTo(benchmark.Card.PrimaryMetric), "The first scorer does not give the primary metric.");
    }

    /// <summary>There are samples, and no two have one id.</summary>
    [Test]
    public async Task Sample_ids_are_unique()
    {
        var samples = await LoadAsync();
        Assert.That(samples, Is.Not.Empty, "The evaluated split has no samples.");
        Assert.That(samples.Select(sample => sample.Input.Id), Is.Unique.And.All.Not.Empty, "Two samples have one id, or one has none.");
    }

    /// <summary>Every sample asks something and its target is an answer to it.</summary>
    [Test]
    public async Task Targets_are_among_the_options()
    {
        foreach (var sample in await LoadAsync())
        {
            var input = sample.Input;
            Assert.That(!string.IsNullOrWhiteSpace(input.Stem) || input.Conversation.Count > 0, $"Sample '{input.Id}' asks nothing.");
            Assert.That(input.Options, Has.Count.Not.EqualTo(1), $"Sample '{input.Id}' has a single option.");
            Assert.That(input.Options.Select(option => option.Label), Is.Unique.And.All.Not.Empty, $"Two options of sample '{input.Id}' have one label, or one has none.");
            DemandUsable(sample);
        }
    }

    /// <summary>Loading has no memory and draws nothing.</summary>
    [Test]
    public async Task Loading_twice_gives_equal_samples()
    {
        var (first, second) = (await LoadAsync(), await Expect.InForeignCulture(LoadAsync));
        Assert.That(second.Select(SampleText.Of), Is.EqualTo(first.Select(SampleText.Of)), "Loading again gave other samples.");
    }

    /// <summary>The stream of samples ends when the caller cancels.</summary>
    [Test]
    public Task Loading_is_cancelled_on_request() => Expect.Cancelled(
        async token => await CreateBenchmark().LoadAsync(Split, CreateSource(), token).CountAsync(token).ConfigureAwait(false), "Loading");

    /// <summary>A source without files is reported as such, unless the benchmark carries its own data.</summary>
    [Test]
    public async Task Missing_files_are_reported_by_a_dataset_exception()
    {
        Exception? error = null;
        var count = 0;
        try
        {
            count = await CreateBenchmark().LoadAsync(Split, new EmptyDatasetSource()).CountAsync();
        }
        catch (Exception thrown)
        {
            error = thrown;
        }

        Assert.That(count > 0 || error is DatasetException, $"Without files the benchmark ended with {error?.GetType().Name ?? "no sample and no error"} and not with a DatasetException.");
    }

    /// <summary>Worked examples are not evaluated, and their answers are answers to them.</summary>
    [Test]
    public async Task Exemplars_are_never_evaluated_samples()
    {
        var samples = await LoadAsync();
        var ids = samples.Select(sample => sample.Input.Id).ToHashSet(StringComparer.Ordinal);
        var stems = samples.Select(sample => QuestionText(sample.Input)).ToHashSet(StringComparer.Ordinal);
        foreach (var exemplar in await LoadExemplarsAsync())
        {
            var input = exemplar.Input;
            Assert.That(ids, Does.Not.Contain(input.Id), $"Exemplar '{input.Id}' has the id of an evaluated sample.");
            Assert.That(stems, Does.Not.Contain(QuestionText(input)), $"Exemplar '{input.Id}' is the question of an evaluated sample.");
            Assert.That(
                input.Options.Count == 0 || input.Options.Any(option => option.Text == exemplar.Answer) || !exemplar.Answer.Split(',').Except(input.Options.Select(option => option.Label), StringComparer.Ordinal).Any(),
                $"The answer '{exemplar.Answer}' of exemplar '{input.Id}' is none of its options.");
        }
    }

    /// <summary>A right prediction scores the maximum by every scorer.</summary>
    [Test]
    public async Task A_right_prediction_scores_the_maximum()
    {
        var benchmark = CreateBenchmark();
        var samples = await LoadAsync();
        var models = await CreateAccessAsync(samples);
        foreach (var sample in samples)
        {
            foreach (var scorer in benchmark.Scorers)
            {
                var score = await scorer.ScoreAsync(sample, CreateRightPrediction(sample), models);
                Assert.That(
                    score.Outcome == Outcome.Correct || (score.Outcome == Outcome.Graded && score.Value >= MaximumScore),
                    FormattableString.Invariant($"Scorer '{scorer.Info.Id}' gave the right answer to sample '{sample.Input.Id}' {score.Outcome} {score.Value}."));
            }
        }
    }

    /// <summary>A sample without an answer is never counted as right.</summary>
    [Test]
    public async Task An_unanswered_sample_is_never_correct()
    {
        var benchmark = CreateBenchmark();
        var samples = await LoadAsync();
        var models = await CreateAccessAsync(samples);
        foreach (var sample in samples)
        {
            foreach (var scorer in benchmark.Scorers)
            {
                var score = await scorer.ScoreAsync(sample, new Unanswered(Outcome.Unparsed), models);
                Assert.That((score.Outcome, score.Value), Is.EqualTo((Outcome.Unparsed, default(double?))), $"Scorer '{scorer.Info.Id}' gave a verdict on sample '{sample.Input.Id}', which has no answer.");
            }
        }
    }

    /// <summary>A whole run by a model that knows the answers reaches the maximum: prompt, reading and scoring fit together.</summary>
    [Test]
    public async Task The_oracle_scores_the_maximum()
    {
        var samples = await LoadAsync();
        var cell = await RunAsync(CreateOracle(samples), CreateRoles(samples));
        Assert.That(cell.Score, Is.Not.Null, $"The oracle's run has no score: {cell.Withheld} {DescribeOutcomes(cell)}");
        Assert.That(cell.Score!.Value.Estimate, Is.EqualTo(MaximumScore).Within(1e-9), $"The oracle did not reach the maximum: {DescribeOutcomes(cell)}");
    }

    /// <summary>A whole run by a model that never says anything ends, and earns nothing.</summary>
    [Test]
    public async Task The_silent_model_scores_the_floor()
    {
        var silent = new SilentModelClient { Info = OracleModelClient.WithEveryPower with { Id = "silent" } };
        var cell = await RunAsync(silent, CreateRoles(await LoadAsync()));
        Assert.That(cell.Outcomes.GetValueOrDefault(Outcome.Correct), Is.Zero, "Silence was taken for a right answer.");
        Assert.That(cell.Score?.Estimate ?? MinimumScore, Is.EqualTo(MinimumScore).Within(1e-9), "Silence earned points.");
    }

    /// <summary>Whatever a model replies is read, counted as wrong or left unread; a sample that failed for it would not count against the model.</summary>
    [Test]
    public async Task No_reply_makes_a_sample_fail()
    {
        var (benchmark, samples) = (CreateBenchmark(), await LoadAsync());
        var (strategy, exemplars, documents) = (benchmark.DefaultStrategy, await LoadExemplarsAsync(), await benchmark.LoadDocumentsAsync(CreateSource()).ToListAsync());
        var models = await CreateAccessAsync(samples, exemplars, documents);
        foreach (var reply in OddReplies.All)
        {
            models.Models[ModelRole.Subject] = new BabblingModelClient(reply);
            foreach (var sample in samples.Take(SamplesForOddReplies))
            {
                var problem = await FindFailureAsync(strategy, benchmark.Scorers, sample, models);
                Assert.That(problem, Is.Null, $"Sample '{sample.Input.Id}' failed for the reply '{OddReplies.Describe(reply)}': {problem}");
            }
        }
    }

    /// <summary>Runs the default strategy over the evaluated split as an application would.</summary>
    /// <param name="subject">The model under evaluation.</param>
    /// <param name="roles">Who plays further parts.</param>
    protected async Task<CellSummary> RunAsync(IModelClient subject, IReadOnlyDictionary<string, IModelClient> roles)
    {
        var folder = Directory.CreateTempSubdirectory("medbench-specification-").FullName;
        try
        {
            var plan = new EvaluationPlan { Benchmarks = [new BenchmarkSelection(CreateBenchmark(), CreateSource())], Models = [subject], Roles = roles, FailureBudget = 1 };
            var options = new RunOptions { Folder = Path.Combine(folder, "run"), Resilience = new ResilienceOptions { MaxAttempts = 1, MaxUnusableReplies = 1, MaxConsecutiveFailures = int.MaxValue } };
            var summary = await new EvaluationRunner().EvaluateAsync(plan, options).ConfigureAwait(false);
            return summary.Cells[0];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string?> FindFailureAsync(IPromptStrategy strategy, IReadOnlyList<IScorer> scorers, Sample sample, IModelAccess models)
    {
        try
        {
            var prediction = await strategy.PredictAsync(sample.Input, models).ConfigureAwait(false);
            foreach (var scorer in scorers)
            {
                var score = await scorer.ScoreAsync(sample, prediction, models).ConfigureAwait(false);
                if (score.Outcome == Outcome.Failed)
                {
                    return $"scorer '{scorer.Info.Id}' gave no verdict: {score.Explanation}";
                }
            }

            return null;
        }
        catch (Exception exception)
        {
            return $"{exception.GetType().Name}: {exception.Message}";
        }
    }

    // A source need not hold worked examples, and the error that says so names no file; a damaged file is another matter.
    private async Task<IReadOnlyList<Exemplar>> LoadExemplarsAsync()
    {
        try
        {
            return await CreateBenchmark().LoadExemplarsAsync(CreateSource()).ToListAsync();
        }
        catch (DatasetException exception) when (exception.File is null)
        {
            return [];
        }
    }

    private static string DescribeOutcomes(CellSummary cell) => string.Join(", ", cell.Outcomes.Select(outcome => FormattableString.Invariant($"{outcome.Key} {outcome.Value}")));

    private string Split => CreateBenchmark().Card.EvaluationSplit.Name;

    private async Task<IReadOnlyList<Sample>> LoadAsync() => await CreateBenchmark().LoadAsync(Split, CreateSource()).ToListAsync();

    private async Task<TestModelAccess> CreateAccessAsync(IReadOnlyList<Sample> samples, IReadOnlyList<Exemplar>? exemplars = null, IReadOnlyList<Document>? documents = null)
    {
        var models = new TestModelAccess { WorkedExamples = exemplars, Collection = documents };
        foreach (var (role, model) in CreateRoles(samples).Concat(await CreateSuppliedRolesAsync()).DistinctBy(pair => pair.Key))
        {
            models.Models.Add(role, model);
        }

        return models;
    }

    private async Task<IReadOnlyDictionary<string, IModelClient>> CreateSuppliedRolesAsync()
    {
        var benchmark = CreateBenchmark();
        return benchmark.Card.SuppliedRoles.Count == 0 ? new Dictionary<string, IModelClient>() : await benchmark.CreateRolesAsync(Split, CreateSource());
    }

    // Questions of a set often share their wording and differ in what goes with them.
    private static string QuestionText(SampleInput input) => PromptText.Collapse(string.Join('\n',
        [input.Stem, .. input.Context.Select(section => section.Text), .. input.Options.Select(option => option.Text), .. input.Conversation.Select(message => message.Text)]));

    private static void DemandUsable(Sample sample)
    {
        var labels = sample.Input.Options.Select(option => option.Label);
        var problem = sample.Target switch
        {
            ChoiceTarget choice when choice.Labels.Count == 0 => "names no option",
            ChoiceTarget choice when choice.Labels.Except(labels).Any() => $"names '{string.Join(',', choice.Labels)}', which is not among the options",
            ChoiceTarget choice when choice.Essential.Concat(choice.Prohibited).Concat(choice.Alternatives.SelectMany(set => set)).Except(labels).Any() => "names an essential, prohibited or alternative option that is not among the options",
            ChoiceTarget choice when choice.Labels.Intersect(choice.Prohibited).Any() => "prohibits a right option",
            TextTarget text when text.References.Count == 0 => "has no reference",
            NumberTarget number when !(number.Lower <= number.Value && number.Value <= number.Upper) => "is a number outside its own limits",
            SpansTarget spans when spans.Spans.Any(span => span.Start < 0 || span.End < span.Start) => "has a span that ends before it begins",
            RubricTarget rubric when rubric.Criteria.All(criterion => criterion.Points <= 0) => "has no criterion that gives points",
            _ => null,
        };
        Assert.That(problem, Is.Null, $"The target of sample '{sample.Input.Id}' {problem}.");
    }
}
