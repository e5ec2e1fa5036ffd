using MedBench.Testing;
using Microsoft.Extensions.AI;

namespace MedBench.Tests.Running.Preview;

public sealed class PromptPreviewTests : RunFixture
{
    private static readonly IPromptStrategy FewShot = OpenMedLm.FewShot();
    private static readonly IPromptStrategy NearestAlone = new ChoiceStrategy("nearest", "1", "The nearest exemplars.", new ChoicePrompting { Protocol = OpenMedLm.Protocol, Exemplars = new NearestExemplars(4), Shots = 4 });

    [Test]
    public async Task It_is_the_very_request_that_a_run_sends([Values(0, 3, 4)] int item)
    {
        var model = new ScriptedModelClient(_ => "### Answer\n(A)");
        await RunAsync(Plan(model, 5, FewShot));
        var sent = model.Requests.Single(request => request.Messages[^1].Text.Split("### Question")[^1].Contains(FormattableString.Invariant($"case {item:D4},"), StringComparison.Ordinal));
        var preview = await PromptPreview.CreateAsync(new BenchmarkSelection(new LetterBenchmark(5)), FewShot, item);
        Assert.That((preview.Messages.Single().Text, preview.Options!.Seed, preview.IsCompletion), Is.EqualTo((sent.Messages.Single().Text, sent.Options!.Seed, false)));
    }

    [Test]
    public async Task The_nearest_exemplars_are_those_of_a_run([Values] bool isOwn)
    {
        using var own = isOwn ? new DigitEmbeddings() : null;
        var model = new ScriptedModelClient(_ => "### Answer\n(A)");
        await RunAsync(Plan(model, 1, NearestAlone) with { Embeddings = own });
        var preview = await PromptPreview.CreateAsync(new BenchmarkSelection(new LetterBenchmark(1)), NearestAlone, 0, embeddings: own);
        Assert.That(preview.Messages.Single().Text, Is.EqualTo(model.Requests.Single().Messages.Single().Text));
    }

    [Test]
    public async Task Restricted_records_are_embedded_on_this_machine_alone_unless_allowed()
    {
        var selection = new BenchmarkSelection(new LetterBenchmark(1) { Tier = AccessTier.Restricted });
        using var remote = new DigitEmbeddings();
        var error = await Assert.ThrowsAsync<PlanException>(() => PromptPreview.CreateAsync(selection, NearestAlone, 0, embeddings: remote));
        Assert.That((error!.Message, remote.Texts), Is.EqualTo(("The benchmark 'letters' is restricted (test licence), and the embedding generator DigitEmbeddings (which does not say that it runs on this machine) would receive its records. Use a model on this machine, or set AllowRestrictedData if your agreement covers that recipient.", 0)));
        await PromptPreview.CreateAsync(selection, NearestAlone, 0, embeddings: remote, allowRestrictedData: true);
        Assert.That(remote.Texts, Is.EqualTo(14), "the pool and the question");
    }

    [Test]
    public async Task Another_seed_draws_other_exemplars()
    {
        var selection = new BenchmarkSelection(new LetterBenchmark(5));
        Assert.That((await PromptPreview.CreateAsync(selection, FewShot, 0, seed: 1)).ToText(), Is.Not.EqualTo((await PromptPreview.CreateAsync(selection, FewShot, 0, seed: 2)).ToText()));
    }

    [Test]
    public async Task A_chat_is_written_as_json_without_blanks_and_with_letters_as_they_are()
    {
        var strategy = new Saying(new ModelRequest { Messages = [new ChatMessage(ChatRole.System, "a\"b\\c\u0001\u007f\u2028</é"), new ChatMessage(ChatRole.User, "x\r\n\t\b\f😀")] });
        Assert.That((await PromptPreview.CreateAsync(new BenchmarkSelection(new LetterBenchmark(1)), strategy, 0)).ToText(),
            Is.EqualTo("[{\"role\":\"system\",\"content\":\"a\\\"b\\\\c\\u0001\u007f\u2028</é\"},{\"role\":\"user\",\"content\":\"x\\r\\n\\t\\b\\f😀\"}]"));
    }

    [Test]
    public async Task A_completion_is_written_as_its_text()
        => Assert.That((await PromptPreview.CreateAsync(new BenchmarkSelection(new LetterBenchmark(1)), new Saying(ModelRequest.FromText("raw\n") with { IsCompletion = true }), 0)).ToText(), Is.EqualTo("raw\n"));

    [Test]
    public async Task A_picture_has_no_place_in_the_text()
    {
        var preview = await PromptPreview.CreateAsync(new BenchmarkSelection(new LetterBenchmark(1)), new Saying(new ModelRequest { Messages = [new ChatMessage(ChatRole.User, [new DataContent(new byte[] { 1 }, "image/png")])] }), 0);
        Assert.That(Assert.Throws<InvalidOperationException>(() => preview.ToText())!.Message, Does.Contain("holds media"));
    }

    [Test]
    public async Task An_item_that_is_not_there_is_named()
    {
        var error = await Assert.ThrowsAsync<DatasetException>(() => PromptPreview.CreateAsync(new BenchmarkSelection(new LetterBenchmark(2)), FewShot, 2));
        Assert.That(error!.Message, Does.Contain("there is no item 2: the split 'test' has 2, counted from 0"));
    }

    [Test]
    public async Task A_strategy_that_asks_nothing_is_named()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => PromptPreview.CreateAsync(new BenchmarkSelection(new LetterBenchmark(1)), new Saying(null), 0));
        Assert.That(error!.Message, Does.Contain("'saying' asks nothing about item 's0000'"));
    }

    private sealed class Saying(ModelRequest? request) : IPromptStrategy
    {
        public StrategyInfo Info { get; } = new() { Id = "saying", Version = "1" };

        public async Task<Prediction> PredictAsync(SampleInput input, IModelAccess models, CancellationToken cancellationToken = default)
        {
            if (request is not null)
            {
                await models.Subject.CompleteAsync(request, cancellationToken);
            }

            return new Unanswered(Outcome.Abstained);
        }
    }
}
