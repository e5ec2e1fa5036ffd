using MedBench.Testing;
using Microsoft.Extensions.AI;

namespace MedBench.Tests.Prompting.Protocols;

public sealed class PromptProtocolTests
{
    private static readonly ShownExemplar[] Two = [new(Prompts.Example("one", "B", "x", "y"), null), new(Prompts.Example("two", "A", "x", "y"), "because")];

    private static readonly PromptProtocol Turns = Prompts.Plain with
    {
        Opening = [PromptTurn.System("{instruction}")],
        ExemplarTurns = [PromptTurn.User("{question}"), PromptTurn.Assistant("{label}: {text}")],
        Closing = [PromptTurn.User("{question}")],
        Option = "/{label}",
    };

    [Test]
    public void Exemplars_can_be_running_text_in_which_reasoning_stands_before_the_answer()
        => Assert.That(
            Prompts.Compose(Prompts.Plain with { Option = "/{label}", Exemplar = "{number}. {question}{explanation}{answer}", ExemplarSeparator = "; ", Explanation = " {rationale}", Answer = " -> {label}" }, "q", Two),
            Is.EqualTo("user: Answer.\n\n0. one/A/B -> B; 1. two/A/B because -> Aq/A/B"));

    [Test]
    public void Exemplars_can_be_turns_of_their_own()
        => Assert.That(Prompts.Compose(Turns, "q", Two), Is.EqualTo("system: Answer.|user: one/A/B|assistant: B: y|user: two/A/B|assistant: A: x|user: q/A/B"));

    [Test]
    public void A_message_that_comes_out_empty_is_left_out()
        => Assert.That(Prompts.Compose(Turns with { Instruction = "" }, "q"), Is.EqualTo("user: q/A/B"));

    [Test]
    public void An_instruction_can_be_given_once_to_whoever_asks_first()
    {
        var once = Turns with { Opening = [], ExemplarTurns = [PromptTurn.User("{instruction-once} {question}"), PromptTurn.Assistant("{label}")], Closing = [PromptTurn.User("{instruction-once} {question}")] };
        Assert.That((Prompts.Compose(once, "q", Two[0]), Prompts.Compose(once, "q")), Is.EqualTo(("user: Answer. one/A/B|assistant: B|user:  q/A/B", "user: Answer. q/A/B")));
    }

    [Test]
    public void The_list_of_exemplars_is_written_only_where_there_are_any()
    {
        var listed = Prompts.Plain with { ExemplarList = "Examples:\n{exemplars}\n", Exemplar = "{question}{answer}", Answer = "={label}", Option = "", Closing = [PromptTurn.User("{exemplars}{question}")] };
        Assert.That((Prompts.Compose(listed, "q"), Prompts.Compose(listed, "q", Two[0])), Is.EqualTo(("user: q", "user: Examples:\none=B\nq")));
    }

    [Test]
    public void Instructions_know_the_subject_and_the_labels()
        => Assert.That(Prompts.Compose(Prompts.Plain with { Instruction = "{subject} {first-label}-{last-label} {labels}", Closing = [PromptTurn.User("{instruction}")] }, "q"), Is.EqualTo("user: anatomy A-B A, B"));

    [Test]
    public void Reasoning_has_its_own_instruction()
    {
        var protocol = Prompts.Plain with { ReasoningInstruction = "Think.", Closing = [PromptTurn.User("{instruction}")] };
        Assert.That(Prompts.Show(protocol.Compose(Prompts.Ask("q"), reasoning: ReasoningStyle.ChainOfThought)), Is.EqualTo("user: Think."));
    }

    [Test]
    public void Sections_are_separated_and_their_labels_written_by_rule()
    {
        var input = Prompts.Ask("q") with { Context = [new("AIMS AND O'BRIEN'S METHODS", "a"), new(null, "b")] };
        var protocol = Prompts.Plain with { Option = "", Section = "{label}: {text}", UnlabelledSection = "{text}", SectionSeparator = " + ", Context = "[{sections}]", Closing = [PromptTurn.User("{question}")] };
        Assert.That(
            (Prompts.Show((protocol with { SectionLabel = LabelCase.Title }).Compose(input)), Prompts.Show((protocol with { SectionLabel = LabelCase.Capitalized }).Compose(input))),
            Is.EqualTo(("user: [Aims And O'Brien'S Methods: a + b]q", "user: [Aims and o'brien's methods: a + b]q")));
    }

    [TestCase(TextRule.Mended, "cut")]
    [TestCase(TextRule.AsPublished, " a \"b\"\n\"")]
    [TestCase(TextRule.Trimmed, "a \"b\"\n\"")]
    [TestCase(TextRule.TrimmedBlanks, "a \"b\"\n\"")]
    [TestCase(TextRule.WithoutClosingQuotes, " a \"b\"")]
    public void Options_are_shown_by_their_rule(TextRule rule, string shown)
    {
        var input = Prompts.Ask("q") with { Options = [new("A", "cut") { Published = " a \"b\"\n\"" }] };
        Assert.That((Prompts.Plain with { OptionRule = rule, Option = "{text}", Closing = [PromptTurn.User("{question}")] }).Compose(input)[0].Text, Is.EqualTo("q" + shown));
    }

    [Test]
    public void Python_s_white_space_is_cut_and_nothing_else()
        => Assert.That((Prompts.Plain with { StemRule = TextRule.Trimmed, OptionList = "", Closing = [PromptTurn.User("{question}")] }).Compose(Prompts.Ask("\u001c\u00a0\u3000q\u200b\u001f\n"))[0].Text, Is.EqualTo("q\u200b"));

    [Test]
    public async Task Shown_labels_are_mapped_back_to_the_question_s_own()
    {
        var model = new ScriptedModelClient("2");
        var strategy = new ChoiceStrategy("s", "1", "", new ChoicePrompting
        {
            Protocol = Prompts.Plain with { OptionLabels = ["0", "1", "2"], Option = "\n{label} : {text}" },
            Extractor = new PatternExtractor("digit", new("([0-9])", System.Text.RegularExpressions.RegexOptions.NonBacktracking)),
        });
        var prediction = await strategy.PredictAsync(Prompts.Ask("q", "x", "y", "z"), new TestModelAccess(model));
        Assert.That((((ChoicePrediction)prediction).Labels[0], model.Requests[0].Messages[0].Text), Is.EqualTo(("C", "Answer.\n\nq\n0 : x\n1 : y\n2 : z")));
    }

    [Test]
    public async Task More_options_than_labels_are_not_asked_blindly()
    {
        var strategy = new ChoiceStrategy("s", "1", "", new ChoicePrompting { Protocol = Prompts.Plain with { OptionLabels = ["0"] } });
        var prediction = await strategy.PredictAsync(Prompts.Ask("q"), new TestModelAccess(new ScriptedModelClient("0")));
        Assert.That(prediction, Is.InstanceOf<Unanswered>().With.Property("Outcome").EqualTo(Outcome.Unsupported));
    }

    [Test]
    public async Task A_conclusion_is_asked_in_a_second_call()
    {
        var (continued, chatted) = (new ScriptedModelClient(" Thinking.", " B) no") { Info = new() { Id = "m", Capabilities = ModelCapabilities.Completion } }, new ScriptedModelClient("Thinking.", "B"));
        var protocol = Prompts.Plain with { Option = "", Closing = [PromptTurn.User("{question}")], Conclusion = "\n\nAmong {first-label} through {last-label}, the answer is" };
        var parts = new ChoicePrompting { Protocol = protocol with { IsCompletion = true }, ConclusionSampling = SamplingOptions.Unset with { MaxOutputTokens = 32 } };
        var first = await new ChoiceStrategy("s", "1", "", parts).PredictAsync(Prompts.Ask("q"), new TestModelAccess(continued));
        await new ChoiceStrategy("s", "1", "", parts with { Protocol = protocol }).PredictAsync(Prompts.Ask("q"), new TestModelAccess(chatted));
        Assert.Multiple(() =>
        {
            Assert.That(((ChoicePrediction)first).Labels, Is.EqualTo(new[] { "B" }));
            Assert.That(Prompts.Show(continued.Requests[1].Messages), Is.EqualTo("user: q Thinking.\n\nAmong A through B, the answer is"));
            Assert.That((continued.Requests[1].IsCompletion, continued.Requests[1].Options!.MaxOutputTokens, continued.Requests[0].Options!.MaxOutputTokens), Is.EqualTo((true, 32, 500)));
            Assert.That(Prompts.Show(chatted.Requests[1].Messages), Is.EqualTo("user: q|assistant: Thinking.|user: \n\nAmong A through B, the answer is"));
        });
    }

    [Test]
    public async Task Pictures_go_with_the_last_message()
    {
        var model = new ScriptedModelClient("A", "A") { Info = new() { Id = "m", Capabilities = ModelCapabilities.Images } };
        var picture = new DataContent(new byte[] { 1 }, "image/png");
        await new ChoiceStrategy("s", "1", "", new ChoicePrompting { Protocol = Turns }).PredictAsync(Prompts.Ask("q") with { Media = [picture] }, new TestModelAccess(model));
        Assert.That(model.Requests[0].Messages.Select(message => message.Contents.Contains(picture)), Is.EqualTo(new[] { false, true }));
        await new ChoiceStrategy("s", "1", "", new ChoicePrompting { Protocol = Turns with { ShowsMediaFirst = true } }).PredictAsync(Prompts.Ask("q") with { Media = [picture] }, new TestModelAccess(model));
        Assert.That(model.Requests.Select(request => request.Messages[1].Contents.IndexOf(picture)), Is.EqualTo(new[] { 1, 0 }));
    }

    [TestCase("### Explanation\nIt is so.\n\n### Answer\n(B)", "It is so.")]
    [TestCase("It is so. ### answer (B)", "It is so.")]
    [TestCase("It is so.", "It is so.")]
    public void The_explanation_of_a_reply_comes_without_headings_and_answer(string reply, string explanation)
        => Assert.That(OpenMedLm.Protocol.ReadExplanation(reply), Is.EqualTo(explanation));
}
