using MedBench.Testing;

namespace MedBench.Benchmarks.Tests.Exams;

public sealed class IgakuQaPromptingTests : PromptStrategySpecification
{
    [Test]
    public async Task A_question_is_asked_in_the_layout_of_the_authors_after_the_first_three_examples()
    {
        var sample = await IgakuQaFixture.LoadAsync("116B1");
        var model = new ScriptedModelClient("a,b");
        var pool = await ExamData.LoadPoolAsync(new IgakuQa(), IgakuQaFixture.Source);
        var models = new TestModelAccess(model) { WorkedExamples = [.. pool, pool[0] with { Input = pool[0].Input with { Id = "fourth", Stem = "四つ目の例題" } }] };
        var prediction = await new IgakuQaPrompting().PredictAsync(sample.Input, models);
        var messages = model.Requests.Single().Messages;
        Assert.Multiple(() =>
        {
            Assert.That(messages.Select(message => message.Role.Value), Is.EqualTo(["system", "user", "assistant", "user", "assistant", "user", "assistant", "user"]));
            // create_input and dict2problem of scripts/generation/chatgpt.py; the answers of the authors' examples are e; a,b; c too.
            Assert.That((messages[0].Text, messages[2].Text, messages[4].Text, messages[6].Text), Is.EqualTo(("医師国家試験を解きます。", "e", "a,b", "c")));
            Assert.That(messages[3].Text, Is.EqualTo("問題: 高カリウム血症の心電図所見はどれか。2つ選べ。\na: T波の増高\nb: QRS幅の延長\nc: U波の増高\nd: QT間隔の延長\ne: デルタ波\n必ずa,b,c,d,eの中からちょうど2個選んでください。\n答え:"));
            Assert.That(messages[^1].Text, Is.EqualTo("問題: アナフィラキシーショックへの初期対応で適切なのはどれか。２つ選べ。\na: アドレナリンの筋肉内注射\nb: 下肢の挙上\nc: 原因薬物の投与継続\nd: 立位での歩行\ne: β遮断薬の静脈内投与\n必ずa,b,c,d,eの中からちょうど2個選んでください。\n答え:"));
            Assert.That(((ChoicePrediction)prediction).Labels, Is.EqualTo(["a", "b"]));
        });
    }

    [Test]
    public async Task A_question_without_options_is_asked_as_it_stands_and_none_need_be_shown()
    {
        var sample = await IgakuQaFixture.LoadAsync("116B2");
        var model = new ScriptedModelClient("計算すると ①2.1 g です。");
        var prediction = await IgakuQaPrompting.ZeroShot.PredictAsync(sample.Input, new TestModelAccess(model));
        Assert.That((model.Requests.Single().Messages[^1].Text, model.Requests.Single().Messages.Count, ((TextPrediction)prediction).Text), Is.EqualTo(($"問題: {sample.Input.Stem}", 2, "2.1")));
    }

    [Test]
    public async Task Examples_of_ones_own_are_shown_instead()
    {
        var examples = await IgakuQaPrompting.ReadExamplesAsync(IgakuQaFixture.Source.Find("2022", ["data/2022/116-A.jsonl"])!);
        var model = new ScriptedModelClient("a,b");
        var strategy = new IgakuQaPrompting(examples);
        await strategy.PredictAsync((await IgakuQaFixture.LoadAsync("116B1")).Input, new TestModelAccess(model));
        var messages = model.Requests.Single().Messages;
        Assert.That((messages.Count, messages[2].Text, messages[4].Text, strategy.Info.UsesExemplars, strategy.Info.Parameters["examples"]), Is.EqualTo((6, "a", "e", false, "2")));
    }

    [Test]
    public void The_settings_are_told_apart()
    {
        var published = new IgakuQa(IgakuQaReading.Published).DefaultStrategy.Info;
        Assert.Multiple(() =>
        {
            Assert.That((new IgakuQaPrompting().Info.Id, new IgakuQaPrompting().Info.UsesExemplars, new IgakuQaPrompting().Info.Parameters["examples"]), Is.EqualTo(("igakuqa", true, "3")));
            Assert.That((IgakuQaPrompting.ZeroShot.Info.Id, IgakuQaPrompting.ZeroShot.Info.UsesExemplars), Is.EqualTo(("igakuqa-zero-shot", false)));
            Assert.That(published.Parameters["compat"], Is.EqualTo(IgakuQaPrompting.PublishedReading));
            Assert.That(new IgakuQa().DefaultStrategy.Info.Parameters.ContainsKey("compat"), Is.False);
        });
    }

    protected override IPromptStrategy CreateStrategy() => new IgakuQaPrompting();
}
