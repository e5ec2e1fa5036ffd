namespace MedBench.Testing.Tests;

public sealed class BenchmarkSpecificationTests : BenchmarkSpecification
{
    private static readonly BenchmarkCard Card = new ExamBenchmark().Card;

    private IBenchmark Benchmark { get; init; } = new ExamBenchmark();

    protected override IBenchmark CreateBenchmark() => Benchmark;

    protected override IDatasetSource CreateSource() => new EmptySource();

    private static readonly IReadOnlyList<BenchmarkCard> IncompleteCards =
    [
        Card with { Id = "My Exam" },
        Card with { Version = "" },
        Card with { Citation = " " },
        Card with { License = "" },
        Card with { Languages = [] },
        Card with { Splits = [] },
        Card with { Splits = [new() { Name = "test" }, new() { Name = "test" }] },
        Card with { PromptFields = [] },
        Card with { MajorityBaseline = 55.2 },
    ];

    [Test]
    public async Task An_incomplete_card_is_caught()
    {
        foreach (var card in IncompleteCards)
        {
            await Caught.By(Of(new() { Card = card }).The_card_is_complete);
        }
    }

    [Test]
    public Task A_nameless_default_strategy_is_caught()
        => Caught.By(Of(new() { DefaultStrategy = new LetterStrategy { Info = new() { Id = "", Version = "1" } } }).The_default_strategy_is_identified);

    [Test]
    public async Task Missing_mute_and_unrelated_scorers_are_caught()
    {
        var info = new LetterScorer().Info;
        await Caught.By(Of(new() { Scorers = [] }).The_scorers_are_complete);
        await Caught.By(Of(new() { Scorers = [new LetterScorer { Info = info with { DenominatorPolicy = "" } }] }).The_scorers_are_complete);
        await Caught.By(Of(new() { Scorers = [new LetterScorer { Info = info with { Metric = "f1" } }] }).The_scorers_are_complete);
        await Caught.By(Of(new() { Scorers = [new LetterScorer(), new LetterScorer()] }).The_scorers_are_complete);
    }

    [Test]
    public async Task Repeated_ids_and_empty_splits_are_caught()
    {
        await Caught.By(Of(new() { Samples = () => [Questions.Scurvy, Questions.Scurvy] }).Sample_ids_are_unique);
        await Caught.By(Of(new() { Samples = () => [] }).Sample_ids_are_unique);
        await Caught.By(Of(new() { Samples = () => [] }).Missing_files_are_reported_by_a_dataset_exception);
    }

    [Test]
    public async Task Unusable_questions_and_targets_are_caught()
    {
        foreach (var sample in new[]
        {
            Questions.Scurvy with { Target = new ChoiceTarget("E") },
            Questions.Scurvy with { Target = new ChoiceTarget() },
            Questions.Scurvy with { Target = new NumberTarget(5, 6, 7) },
            Questions.Scurvy with { Target = new TextTarget([]) },
            Questions.Create("blank", " ", "A", "Yes", "No"),
            Questions.Create("single", "Yes?", "A", "Yes"),
        })
        {
            await Caught.By(Of(new() { Samples = () => [sample] }).Targets_are_among_the_options);
        }
    }

    [Test]
    public async Task Loading_that_depends_on_earlier_loading_or_culture_is_caught()
    {
        var loads = 0;
        await Caught.By(Of(new() { Samples = () => [Questions.Create($"{loads++}", "Yes?", "A", "Yes", "No")] }).Loading_twice_gives_equal_samples);
        await Caught.By(Of(new() { Samples = () => [Questions.Create($"{0.5}", "Yes?", "A", "Yes", "No")] }).Loading_twice_gives_equal_samples);
    }

    [Test]
    public Task A_stream_that_cannot_be_cancelled_is_caught()
        => Caught.By(Of(new() { IgnoresCancellation = true }).Loading_is_cancelled_on_request);

    [Test]
    public async Task Exemplars_that_are_evaluated_or_answered_wrongly_are_caught()
    {
        foreach (var exemplar in new Exemplar[]
        {
            new() { Input = Questions.Scurvy.Input with { Id = "other" }, Answer = "B" },
            new() { Input = Questions.Scurvy.Input with { Stem = "Another question?" }, Answer = "B" },
            new() { Input = Questions.Create("new", "Another question?", "A", "Yes", "No").Input, Answer = "C" },
        })
        {
            await Caught.By(Of(new() { Exemplars = [exemplar] }).Exemplars_are_never_evaluated_samples);
        }
    }

    [Test]
    public async Task A_scorer_that_misses_the_right_answer_or_rewards_none_is_caught()
    {
        await Caught.By(Of(new() { Scorers = [new LetterScorer { Body = (_, _, _) => Score.Binary(false) }] }).A_right_prediction_scores_the_maximum);
        await Caught.By(Of(new() { Scorers = [new LetterScorer { Body = (_, _, _) => Score.Binary(true) }] }).An_unanswered_sample_is_never_correct);
        await Caught.By(Of(new() { Scorers = [new LetterScorer { Body = (_, _, _) => Score.Binary(false) }] }).An_unanswered_sample_is_never_correct);
    }

    [Test]
    public async Task A_damaged_pool_is_caught_and_a_missing_one_is_none()
    {
        DatasetException damaged = new("the record is damaged", "Correct it", "exam", "pool.jsonl", 3), missing = new("no worked examples were found", "Name a file", "exam");
        Assert.That(async () => await Of(new() { PoolProblem = damaged }).Exemplars_are_never_evaluated_samples(), Throws.InstanceOf<DatasetException>());
        await Of(new() { PoolProblem = missing }).Exemplars_are_never_evaluated_samples();
    }

    [Test]
    public async Task A_prompt_or_reading_that_loses_the_right_answer_is_caught()
    {
        var deaf = new LetterStrategy { Body = (_, _, _) => Task.FromResult<Prediction>(new Unanswered(Outcome.Unparsed)) };
        var mute = new LetterStrategy { Body = (_, _, _) => Task.FromResult<Prediction>(new ChoicePrediction { Labels = ["A"] }) };
        await Caught.By(Of(new() { DefaultStrategy = deaf }).The_oracle_scores_the_maximum);
        await Caught.By(Of(new() { DefaultStrategy = mute }).The_oracle_scores_the_maximum);
    }

    [Test]
    public async Task Credit_for_silence_is_caught()
    {
        var blind = new LetterStrategy { Body = (input, _, _) => Task.FromResult<Prediction>(new ChoicePrediction { Labels = [Questions.Scurvy.Input.Id == input.Id ? ((ChoiceTarget)Questions.Scurvy.Target).Labels[0] : "A"] }) };
        await Caught.By(Of(new() { DefaultStrategy = blind }).The_silent_model_scores_the_floor);
    }

    [Test]
    public async Task A_strategy_or_scorer_that_fails_for_what_a_model_said_is_caught()
    {
        var picky = new LetterStrategy { Body = async (input, models, token) => LetterStrategy.Read(input, (await LetterStrategy.SendAsync(models, LetterStrategy.Render(input), token)).Normalize()) };
        var lazy = new LetterScorer { Body = (sample, prediction, models) => prediction is Unanswered { Reply: "{" } ? Score.None(Outcome.Failed) : LetterScorer.Grade(sample, prediction, models) };
        await Caught.By(Of(new() { DefaultStrategy = picky }).No_reply_makes_a_sample_fail);
        await Caught.By(Of(new() { Scorers = [lazy] }).No_reply_makes_a_sample_fail);
    }

    private static BenchmarkSpecificationTests Of(ExamBenchmark benchmark) => new() { Benchmark = benchmark };
}
