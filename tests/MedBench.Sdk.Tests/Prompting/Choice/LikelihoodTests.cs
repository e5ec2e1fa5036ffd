using MedBench.Testing;
using MedBench.Tests.Prompting.Protocols;
using Microsoft.Extensions.AI;

namespace MedBench.Tests.Prompting.Choice;

public sealed class LikelihoodTests
{
    private static readonly PromptProtocol Protocol = Prompts.Plain with { IsCompletion = true, Closing = [PromptTurn.User("{question}\nAnswer:")], Option = "", Continuation = " {text}" };

    [TestCase(LikelihoodNormalization.None, "B")]
    [TestCase(LikelihoodNormalization.Characters, "C")]
    [TestCase(LikelihoodNormalization.Bytes, "D")]
    [TestCase(LikelihoodNormalization.Tokens, "A")]
    public async Task The_likeliest_option_wins_by_what_it_is_divided_by(LikelihoodNormalization normalization, string winner)
    {
        // Sums and tokens are chosen so that each rule has a winner of its own: -8/8, -6/1, -9/20, -7/16 letters or 32 bytes.
        var model = new Scores(new(-8, 20), new(-6, 1), new(-7.9, 2), new(-7.5, 1));
        var prediction = (ChoicePrediction)await Ask(model, new ChoicePrompting { Protocol = Protocol, Normalization = normalization }, "12345678", "1", "12345678901234567890", "éééééééééééééééé");
        Assert.That(prediction.Labels[0], Is.EqualTo(winner));
    }

    [Test]
    public async Task The_first_of_equals_wins_and_probabilities_add_up_to_one()
    {
        var prediction = (ChoicePrediction)await Ask(new Scores(new(-2, 1), new(-1, 1), new(-1, 1)), new ChoicePrompting { Protocol = Protocol }, "x", "y", "z");
        Assert.That((prediction.Labels[0], prediction.Probabilities!.Values.Sum(), prediction.Confidence), Is.EqualTo(("B", 1.0, 0.42231879825151830)).Within(1e-12));
    }

    [Test]
    public async Task Prompt_and_continuations_are_sent_as_laid_out()
    {
        var model = new Scores(new(-2, 1), new(-1, 1));
        await Ask(model, new ChoicePrompting { Protocol = Protocol }, "yes", "no");
        Assert.That((model.Request!.Prompt, string.Join('|', model.Request.Continuations), model.Request.Messages.Count), Is.EqualTo(("q\nAnswer:", " yes| no", 0)));
    }

    [Test]
    public async Task A_chat_is_sent_as_messages_and_needs_a_power_of_its_own()
    {
        var model = new Scores(new(-2, 1), new(-1, 1));
        var parts = new ChoicePrompting { Protocol = Protocol with { IsCompletion = false, Continuation = "{text}" } };
        await Ask(model, parts, "yes", "no");
        Assert.That((Prompts.Show(model.Request!.Messages), model.Request.Prompt, Strategy(parts).Info.RequiredCapabilities, Strategy(new ChoicePrompting { Protocol = Protocol }).Info.RequiredCapabilities),
            Is.EqualTo(("user: q\nAnswer:", "", ModelCapabilities.ChatLogLikelihood, ModelCapabilities.LogLikelihood)));
    }

    [Test]
    public async Task Likelihoods_that_are_no_numbers_leave_the_question_unanswered()
        => Assert.That(await Ask(new Scores(new(double.NaN, 1), new(-1, 1)), new ChoicePrompting { Protocol = Protocol }, "x", "y"), Is.InstanceOf<Unanswered>());

    [Test]
    public async Task A_picture_that_could_not_be_shown_is_not_passed_over()
    {
        var model = new Scores(new(-2, 1), new(-1, 1)) { Info = new() { Id = "seeing", Capabilities = ModelCapabilities.LogLikelihood | ModelCapabilities.Images } };
        var input = Prompts.Ask("q", "x", "y") with { Media = [new DataContent(new byte[] { 1 }, "image/png")] };
        var prediction = await Strategy(new ChoicePrompting { Protocol = Protocol }).PredictAsync(input, new TestModelAccess(model));
        Assert.That((((Unanswered)prediction).Outcome, model.Request), Is.EqualTo((Outcome.Unsupported, (LogLikelihoodRequest?)null)));
    }

    [TestCase(ModelCapabilities.ChatLogLikelihood, false)]
    [TestCase(ModelCapabilities.ChatLogLikelihood | ModelCapabilities.Images, true)]
    public async Task A_chat_shows_the_picture_to_a_model_that_sees(ModelCapabilities capabilities, bool isAsked)
    {
        var model = new Scores(new(-2, 1), new(-1, 1)) { Info = new() { Id = "seeing", Capabilities = capabilities } };
        var input = Prompts.Ask("q", "x", "y") with { Media = [new DataContent(new byte[] { 1 }, "image/png")] };
        await Strategy(new ChoicePrompting { Protocol = Protocol with { IsCompletion = false } }).PredictAsync(input, new TestModelAccess(model));
        Assert.That(model.Request?.Messages.Single().Contents[^1], Is.SameAs(isAsked ? input.Media[0] : null));
    }

    [Test]
    public void Votes_over_likelihoods_are_refused()
        => Assert.That(Assert.Throws<ArgumentException>(() => Strategy(new ChoicePrompting { Protocol = Protocol, Votes = 5 }))!.Message, Does.Contain("compares likelihoods"));

    private static ChoiceStrategy Strategy(ChoicePrompting parts) => new("s", "1", "", parts);

    private static Task<Prediction> Ask(Scores model, ChoicePrompting parts, params string[] options)
        => Strategy(parts).PredictAsync(Prompts.Ask("q", options), new TestModelAccess(model));

    private sealed class Scores(params LogLikelihood[] scores) : IModelClient, ILogLikelihoodClient
    {
        public ModelInfo Info { get; init; } = new() { Id = "scores", Capabilities = ModelCapabilities.LogLikelihood };

        public LogLikelihoodRequest? Request { get; private set; }

        public Task<ChatResponse> CompleteAsync(ModelRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task<IReadOnlyList<LogLikelihood>> ScoreAsync(LogLikelihoodRequest request, CancellationToken cancellationToken = default)
        {
            Request = request;
            return Task.FromResult<IReadOnlyList<LogLikelihood>>(scores);
        }
    }
}
