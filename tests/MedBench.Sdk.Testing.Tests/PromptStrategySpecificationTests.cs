namespace MedBench.Testing.Tests;

public sealed class PromptStrategySpecificationTests : PromptStrategySpecification
{
    private Func<IPromptStrategy> Create { get; init; } = () => new LetterStrategy();

    protected override IPromptStrategy CreateStrategy() => Create();

    [Test]
    public async Task Incomplete_or_changing_info_is_caught()
    {
        var instances = 0;
        await Caught.By(Of(() => new LetterStrategy { Info = new() { Id = "Letter", Version = "1", Description = "Asks." } }).The_info_is_complete);
        await Caught.By(Of(() => new LetterStrategy { Info = new() { Id = "letter", Version = "1" } }).The_info_is_complete);
        await Caught.By(Of(() => new LetterStrategy { Info = new() { Id = "letter", Version = $"{instances++}" } }).The_info_is_stable);
        await Caught.By(Of(() => new LetterStrategy { Info = new() { Id = "letter", Version = "1", Parameters = new Dictionary<string, string> { ["t"] = $"{0.5}" } } }).The_info_is_stable);
    }

    [Test]
    public async Task Prompts_from_chance_or_culture_are_caught()
    {
        var calls = 0;
        await Caught.By(Sending(input => $"{calls++} {LetterStrategy.Render(input)}").The_same_seed_and_replies_give_the_same_prompts_and_prediction);
        await Caught.By(Sending(input => $"{0.5} {LetterStrategy.Render(input)}").The_same_seed_and_replies_give_the_same_prompts_and_prediction);
    }

    [Test]
    public Task A_strategy_that_remembers_is_caught() => Caught.By(Of(() =>
    {
        var samples = 0;
        return new LetterStrategy { Body = async (input, models, token) => LetterStrategy.Read(input, await LetterStrategy.SendAsync(models, $"{samples++} {LetterStrategy.Render(input)}", token)) };
    }).A_sample_does_not_depend_on_the_one_before_it);

    [Test]
    public async Task A_prompt_without_the_question_or_with_its_id_is_caught()
    {
        await Caught.By(Sending(_ => "Guess.").The_question_reaches_the_model);
        await Caught.By(Sending(input => $"{input.Id}: {LetterStrategy.Render(input)}").Ids_never_reach_the_model);
    }

    [Test]
    public Task An_exemplar_that_is_the_question_is_caught() => Caught.By(Doing(async (input, models, token) =>
    {
        var example = models.Exemplars.Exemplars[0];
        return LetterStrategy.Read(input, await LetterStrategy.SendAsync(models, $"{LetterStrategy.Render(example.Input)} {example.Rationale}\n{LetterStrategy.Render(input)}", token));
    }).The_evaluated_question_is_never_its_own_exemplar);

    [Test]
    public Task Equal_requests_are_caught() => Caught.By(Doing(async (input, models, token) =>
    {
        await LetterStrategy.SendAsync(models, LetterStrategy.Render(input), token);
        return LetterStrategy.Read(input, await LetterStrategy.SendAsync(models, LetterStrategy.Render(input), token));
    }).No_request_is_sent_twice);

    [Test]
    public async Task A_request_to_a_model_without_the_power_is_caught()
    {
        var needy = new StrategyInfo { Id = "needy", Version = "1", RequiredCapabilities = ModelCapabilities.Images };
        await Caught.By(Of(() => new CarelessStrategy { Info = needy }).Nothing_is_sent_to_a_model_that_lacks_a_required_power);
        await Of(() => new LetterStrategy { Info = needy }).Nothing_is_sent_to_a_model_that_lacks_a_required_power();
    }

    [Test]
    public async Task Made_up_answers_are_caught()
    {
        await Caught.By(Doing((_, _, _) => Task.FromResult<Prediction>(new ChoicePrediction { Labels = ["Z"] })).Predicted_labels_are_among_the_options);
        await Caught.By(Doing((_, _, _) => Task.FromResult<Prediction>(new ChoicePrediction { Labels = ["A"] })).A_reply_that_names_no_option_is_no_choice);
        await Caught.By(Doing((_, _, _) => Task.FromResult<Prediction>(new ChoicePrediction { Labels = ["A"] })).A_silent_model_yields_no_answer);
    }

    [Test]
    public Task A_prediction_that_cannot_be_cancelled_is_caught()
        => Caught.By(Doing((input, models, _) => LetterStrategy.AnswerAsync(input, models, CancellationToken.None)).A_prediction_is_cancelled_on_request);

    private static PromptStrategySpecificationTests Of(Func<IPromptStrategy> create) => new() { Create = create };

    private static PromptStrategySpecificationTests Doing(Func<SampleInput, IModelAccess, CancellationToken, Task<Prediction>> body) => Of(() => new LetterStrategy { Body = body });

    private static PromptStrategySpecificationTests Sending(Func<SampleInput, string> render)
        => Doing(async (input, models, token) => LetterStrategy.Read(input, await LetterStrategy.SendAsync(models, render(input), token)));

    private sealed class CarelessStrategy : IPromptStrategy
    {
        public required StrategyInfo Info { get; init; }

        public Task<Prediction> PredictAsync(SampleInput input, IModelAccess models, CancellationToken cancellationToken = default)
            => LetterStrategy.AnswerAsync(input, models, cancellationToken);
    }
}
