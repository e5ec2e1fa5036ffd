using NUnit.Framework;

namespace MedBench.Testing;

/// <summary>What every prompt strategy must do. Inherit it once per strategy; the tests come with it.</summary>
/// <example>
/// <code>
/// public sealed class MyStrategyTests : PromptStrategySpecification
/// {
///     protected override IPromptStrategy CreateStrategy() => new MyStrategy();
/// }
/// </code>
/// </example>
[TestFixture]
public abstract class PromptStrategySpecification
{
    private const string Canary = "xyzzy-canary-4711";

    /// <summary>Creates the strategy.</summary>
    protected abstract IPromptStrategy CreateStrategy();

    /// <summary>Creates the input that the strategy answers; a question of four options unless overridden.</summary>
    protected virtual SampleInput CreateInput() => SpecificationQuestions.CreateInput();

    /// <summary>Creates another input of the same kind.</summary>
    protected virtual SampleInput CreateOtherInput() => SpecificationQuestions.CreateOtherInput();

    /// <summary>Creates the worked examples, none of which is an input of this specification.</summary>
    protected virtual IReadOnlyList<Exemplar> CreateExemplars() => SpecificationQuestions.CreateExemplars();

    /// <summary>Creates the model that replies; it must reply to equal requests alike. Says A and has every power unless overridden.</summary>
    protected virtual IModelClient CreateSubject() => new FirstOptionModelClient();

    /// <summary>Gives access its further models, for instance a simulated patient.</summary>
    /// <param name="models">The access.</param>
    protected virtual void Configure(TestModelAccess models)
    {
    }

    /// <summary>The strategy identifies itself.</summary>
    [Test]
    public void The_info_is_complete()
    {
        var info = CreateStrategy().Info;
        Expect.KebabCase(info.Id, "strategy id");
        Expect.Text(info.Version, "version");
        Expect.Text(info.Description, "description");
        Expect.Parameters(info.Parameters, "strategy");
    }

    /// <summary>The info is the same for every instance and in every culture.</summary>
    [Test]
    public async Task The_info_is_stable()
    {
        var (first, second) = (CreateStrategy().Info, await Expect.InForeignCulture(() => Task.FromResult(CreateStrategy().Info)));
        Assert.That((second.Id, second.Version), Is.EqualTo((first.Id, first.Version)), "Two instances identify themselves differently.");
        Assert.That(second.Parameters, Is.EquivalentTo(first.Parameters), "Two instances state different parameters.");
    }

    /// <summary>Seed and replies decide everything, in any culture.</summary>
    [Test]
    public async Task The_same_seed_and_replies_give_the_same_prompts_and_prediction()
    {
        var first = await RunAsync(CreateStrategy(), CreateInput());
        var second = await Expect.InForeignCulture(() => RunAsync(CreateStrategy(), CreateInput()));
        Assert.That(second.Prompts, Is.EqualTo(first.Prompts), "The same seed gave other prompts.");
        Assert.That(second.Prediction, Is.EqualTo(first.Prediction), "The same seed and replies gave another prediction.");
    }

    /// <summary>What a strategy did before leaves no trace.</summary>
    [Test]
    public async Task A_sample_does_not_depend_on_the_one_before_it()
    {
        var alone = await RunAsync(CreateStrategy(), CreateInput());
        var strategy = CreateStrategy();
        await RunAsync(strategy, CreateOtherInput());
        var after = await RunAsync(strategy, CreateInput());
        Assert.That(after.Prompts, Is.EqualTo(alone.Prompts), "An earlier sample changed the prompts.");
        Assert.That(after.Prediction, Is.EqualTo(alone.Prediction), "An earlier sample changed the prediction.");
    }

    /// <summary>The question and its options reach the model.</summary>
    [Test]
    public async Task The_question_reaches_the_model()
    {
        var input = CreateInput();
        var prompts = PromptText.Collapse(string.Join('\n', (await RunAsync(CreateStrategy(), input)).Prompts));
        Assert.That(prompts, Does.Contain(PromptText.Collapse(input.Stem)), "The stem never reached the model.");
    }

    /// <summary>Names of records are not for the model: they may give the answer away.</summary>
    [Test]
    public async Task Ids_never_reach_the_model()
    {
        var exemplars = CreateExemplars().Select(exemplar => exemplar with { Input = exemplar.Input with { Id = $"{Canary}-{exemplar.Input.Id}" } });
        var run = await RunAsync(CreateStrategy(), CreateInput() with { Id = Canary }, [.. exemplars]);
        Assert.That(run.Prompts, Has.None.Contains(Canary), "An id reached the model.");
    }

    /// <summary>A worked example that is the evaluated question itself is never shown.</summary>
    [Test]
    public async Task The_evaluated_question_is_never_its_own_exemplar()
    {
        var input = CreateInput();
        var copy = new Exemplar { Input = input with { Id = "copy", Subject = Canary }, Answer = input.Options.Count > 0 ? input.Options[^1].Label : Canary, Rationale = Canary };
        var run = await RunAsync(CreateStrategy(), input, [copy, .. CreateExemplars()]);
        Assert.That(run.Prompts, Has.None.Contains(Canary), "The strategy showed the evaluated question with its answer.");
    }

    /// <summary>Calls of one sample that mean different draws are told apart.</summary>
    [Test]
    public async Task No_request_is_sent_twice()
    {
        var run = await RunAsync(CreateStrategy(), CreateInput());
        Assert.That(run.Prompts, Is.Unique, "Two requests of one sample are equal, and a journal would answer both alike: name their purposes.");
    }

    /// <summary>Where the model lacks a power, the sample ends before anything is paid for.</summary>
    [Test]
    public async Task Nothing_is_sent_to_a_model_that_lacks_a_required_power()
    {
        var strategy = CreateStrategy();
        if (strategy.Info.RequiredCapabilities == ModelCapabilities.None)
        {
            return;
        }

        var subject = new ScriptedModelClient(request => FakeReply.FormatAnswer(request, "A"));
        var prediction = await strategy.PredictAsync(CreateInput(), CreateModelAccess(subject, CreateExemplars()));
        Assert.That(prediction, Is.InstanceOf<Unanswered>().With.Property(nameof(Unanswered.Outcome)).EqualTo(Outcome.Unsupported), "The sample did not end Unsupported.");
        Assert.That(subject.Requests, Is.Empty, "A request was sent although the model lacks a required power.");
    }

    /// <summary>A chosen label is one of the options.</summary>
    [Test]
    public async Task Predicted_labels_are_among_the_options()
    {
        var input = CreateInput();
        var prediction = await CreateStrategy().PredictAsync(input, CreateModelAccess(CreateSubject(), CreateExemplars()));
        var labels = prediction is ChoicePrediction choice ? choice.Labels : [];
        Assert.That(labels, Is.SubsetOf(input.Options.Select(option => option.Label)), "The prediction names an option that the sample does not have.");
    }

    /// <summary>A reply without an answer is no choice.</summary>
    [Test]
    public async Task A_reply_that_names_no_option_is_no_choice()
    {
        if (CreateStrategy().Info.RequiredCapabilities.HasFlag(ModelCapabilities.LogLikelihood))
        {
            return;
        }

        var subject = new ScriptedModelClient(_ => "There is much to be said about this question.");
        var prediction = await CreateStrategy().PredictAsync(CreateInput(), CreateModelAccess(subject, CreateExemplars()));
        Assert.That(prediction, Is.Not.InstanceOf<ChoicePrediction>(), "The strategy chose an option that no reply named.");
    }

    /// <summary>A model that never replies yields no answer; its failure goes on to the engine or ends the sample unanswered.</summary>
    [Test]
    public async Task A_silent_model_yields_no_answer()
    {
        Prediction prediction;
        try
        {
            prediction = await CreateStrategy().PredictAsync(CreateInput(), CreateModelAccess(new SilentModelClient(), CreateExemplars()));
        }
        catch (ModelException)
        {
            return;
        }

        Assert.That(prediction, Is.InstanceOf<Unanswered>(), "The strategy made up an answer for a model that never replied.");
    }

    /// <summary>A cancelled prediction ends as such.</summary>
    [Test]
    public Task A_prediction_is_cancelled_on_request() => Expect.Cancelled(
        token => CreateStrategy().PredictAsync(CreateInput(), CreateModelAccess(CreateSubject(), CreateExemplars()), token), "A prediction");

    private TestModelAccess CreateModelAccess(IModelClient subject, IReadOnlyList<Exemplar> exemplars)
    {
        var models = new TestModelAccess(subject) { Seed = 42, WorkedExamples = exemplars };
        Configure(models);
        return models;
    }

    private Task<(IReadOnlyList<string> Prompts, string Prediction)> RunAsync(IPromptStrategy strategy, SampleInput input)
        => RunAsync(strategy, input, CreateExemplars());

    private async Task<(IReadOnlyList<string> Prompts, string Prediction)> RunAsync(IPromptStrategy strategy, SampleInput input, IReadOnlyList<Exemplar> exemplars)
    {
        var recorder = new RecordingModelClient(CreateSubject());
        var prediction = await strategy.PredictAsync(input, CreateModelAccess(recorder, exemplars));
        return (recorder.Requests, SampleText.Of(prediction));
    }
}
