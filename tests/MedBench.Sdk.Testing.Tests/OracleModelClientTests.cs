namespace MedBench.Testing.Tests;

public sealed class OracleModelClientTests : ModelClientSpecification
{
    private static readonly OracleModelClient Oracle = new([Questions.Scurvy, Questions.Diaphragm]);

    protected override IModelClient CreateClient() => Oracle;

    protected override IModelClient CreateFailingClient() => new OracleModelClient([]);

    [TestCase("Question: {0}\nA. {1}\nB. {2}\nC. {3}\nD. {4}\nAnswer:", "B")]
    [TestCase("{0}\n(A) {1}\n(B) {3}\n(C) {4}\n(D) {2}\nReason step by step.", "D")]
    [TestCase("{0} (A) {2} (B) {1} (C) {3} (D) {4}", "A")]
    [TestCase("{0}\r\nA) {1}\r\nB) {3}\r\nC) {2}\r\nD) {4}", "C")]
    [TestCase("## {0}\n\n**1.** {1}\n**2.** {3}\n**3.** {4}\n**4.** {2}", "4")]
    [TestCase("{0}\n0 : {4}\n1 : {2}\n2 : {1}\n3 : {3}", "1")]
    [TestCase("{{\"question\": \"{0}\", \"options\": {{ \"A\": \"{2}\", \"B\": \"{1}\", \"C\": \"{3}\", \"D\": \"{4}\" }}}}", "A")]
    [TestCase("{0}\nAnswer:", "Vitamin C")]
    public async Task The_answer_is_the_letter_that_the_prompt_shows(string format, string answer)
    {
        var input = Questions.Scurvy.Input;
        Assert.That(await AskAsync(Oracle, string.Format(null, format, [input.Stem, .. input.Options.Select(option => option.Text)])), Is.EqualTo($"Answer: {answer}"));
    }

    [Test]
    public async Task The_last_question_is_answered_and_not_a_worked_example()
    {
        var example = Questions.Render(Questions.Diaphragm.Input.Stem, "Vagus nerve", "Accessory nerve", "Phrenic nerve", "Facial nerve") + " C\n\n";
        Assert.That(await AskAsync(Oracle, example + Questions.Render(Questions.Scurvy.Input.Stem, "Vitamin C", "Vitamin A", "Vitamin D", "Vitamin K")), Is.EqualTo("Answer: A"));
    }

    [TestCase("Which one?")]
    [TestCase("Which one is right for this patient, who is well?")]
    public async Task The_longer_of_two_questions_that_end_alike_is_answered(string ending)
    {
        var oracle = new OracleModelClient([Questions.Create("short", ending, "A", "Yes", "No"), Questions.Create("long", $"Of two drugs: {ending}", "B", "Yes", "No")]);
        Assert.That(await AskAsync(oracle, Questions.Render($"Of two drugs: {ending}", "Yes", "No")), Is.EqualTo("Answer: B"));
        Assert.That(await AskAsync(oracle, Questions.Render(ending, "Yes", "No")), Is.EqualTo("Answer: A"));
    }

    [Test]
    public async Task Questions_of_equal_wording_are_told_apart_by_options_and_context()
    {
        Sample With(string id, string right, string context, params string[] options)
        {
            var sample = Questions.Create(id, "Which is true?", right, options);
            return sample with { Input = sample.Input with { Context = [new ContextSection(null, context)] } };
        }

        var oracle = new OracleModelClient([With("1", "A", "Left ear.", "Yes", "No"), With("2", "B", "Right ear.", "Yes", "No"), With("3", "B", "Left ear.", "Up", "Down")]);
        Assert.That(await AskAsync(oracle, "Right ear.\n" + Questions.Render("Which is true?", "Yes", "No")), Is.EqualTo("Answer: B"));
        Assert.That(await AskAsync(oracle, "Left ear.\n" + Questions.Render("Which is true?", "Yes", "No")), Is.EqualTo("Answer: A"));
        Assert.That(await AskAsync(oracle, "Left ear.\n" + Questions.Render("Which is true?", "Down", "Up")), Is.EqualTo("Answer: A"));
    }

    [Test]
    public async Task Options_that_begin_alike_or_are_equal_are_kept_apart()
    {
        var oracle = new OracleModelClient([Questions.Create("iron", "What is low?", "A", "Iron", "Iron and zinc", "-5 mmol", "Iron")]);
        Assert.That(await AskAsync(oracle, Questions.Render("What is low?", "Iron and zinc", "-5 mmol", "Iron", "Iron")), Is.EqualTo("Answer: C"));
    }

    [Test]
    public async Task A_single_token_protocol_gets_the_bare_letter()
    {
        var request = Questions.Ask(Questions.Scurvy);
        var response = await Oracle.CompleteAsync(request with { Options = new() { MaxOutputTokens = 1 } });
        Assert.That(response.Text, Is.EqualTo("B"));
    }

    [Test]
    public async Task The_right_continuation_is_the_likeliest()
    {
        var scores = await Oracle.ScoreAsync(new() { Prompt = Questions.Ask(Questions.Scurvy).Messages[0].Text, Continuations = [" A", " B", " C", " D"] });
        Assert.That(scores.Index().MaxBy(score => score.Item.Sum).Index, Is.EqualTo(1));
    }

    [Test]
    public Task An_unknown_question_is_an_error_that_says_what_to_do()
        => Assert.ThatAsync(() => AskAsync(Oracle, "What causes gout?"), Throws.TypeOf<ModelException>().With.Message.EqualTo(
            "Model 'oracle' knows none of the questions in the prompt. Create it from the samples that the run evaluates, and show their stems unchanged."));

    [Test]
    public async Task A_benchmark_teaches_the_oracle_its_answers()
    {
        var oracle = await OracleModelClient.FromAsync(new ExamBenchmark(), new EmptySource());
        Assert.That((await oracle.CompleteAsync(Questions.Ask(Questions.Diaphragm))).Text, Is.EqualTo("Answer: C"));
    }

    private static async Task<string> AskAsync(OracleModelClient oracle, string prompt) => (await oracle.CompleteAsync(ModelRequest.FromText(prompt))).Text;
}
