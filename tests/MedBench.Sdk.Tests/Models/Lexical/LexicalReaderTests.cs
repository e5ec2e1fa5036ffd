using CsCheck;
using Microsoft.Extensions.AI;

namespace MedBench.Tests.Models.Lexical;

public sealed class LexicalReaderTests
{
    private const string Question = "Question: Which nerve runs in the spiral groove of the humerus?\nA. Ulnar nerve\nB. Radial nerve\nC. Axillary nerve\n";

    private static readonly LexicalReader Reader = new(
    [
        new LexicalPassage { Id = "1", Title = "Radial nerve", Text = "The radial nerve winds through the spiral groove of the humerus. It extends the wrist." },
        new LexicalPassage { Id = "2", Title = "Ulnar nerve", Text = "The ulnar nerve passes behind the medial epicondyle of the humerus." },
        new LexicalPassage { Id = "3", Title = "Aspirin", Text = "Aspirin inhibits cyclooxygenase." },
    ]);

    [Test]
    public async Task The_explanation_names_the_passage_and_the_last_line_the_answer()
    {
        var response = await Reader.CompleteAsync(ModelRequest.FromText(Question));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(response.Text, Does.StartWith("In \"Radial nerve\" I read: ").And.Contains("spiral groove").And.EndsWith("\nAnswer: (B)"));
            Assert.That(response.FinishReason, Is.EqualTo(ChatFinishReason.Stop));
            Assert.That(response.ModelId, Is.EqualTo("lexical-reader"));
            Assert.That(response.Usage!.InputTokenCount, Is.EqualTo(20));
            Assert.That(response.Usage!.OutputTokenCount, Is.GreaterThan(10));
        }
    }

    [TestCase("Finish with: The answer is (X).\n", "The answer is (B).")]
    [TestCase("The last line must be ANSWER: $LETTER\n", "ANSWER: B")]
    [TestCase("Write Answer: [X] at the end.\n", "Answer: [B]")]
    [TestCase("Answer: A\n\n", "Answer: B")]
    [TestCase("Reply in the sections ### Explanation and\n### Answer\n(A)\n\n", "### Answer\n(B)")]
    [TestCase("Answer with only a single letter.\n", "B")]
    public async Task The_reply_has_the_form_that_the_prompt_asks_for(string instruction, string ending)
    {
        var text = (await Reader.CompleteAsync(ModelRequest.FromText(instruction + Question))).Text;

        Assert.That(text, ending == "B" ? Is.EqualTo("B") : Does.EndWith("\n" + ending));
    }

    [Test]
    public async Task A_worked_example_in_the_prompt_teaches()
    {
        const string Novel = "Question: Which vitamin prevents scurvy?\nA. Retinol\nB. Niacin\nC. Ascorbate\nAnswer:";
        const string Example = "Question: What is lacking in corkscrew hairs?\nA. Iron\nB. Ascorbate\nExplanation: This is scurvy, the lack of the vitamin ascorbate.\nAnswer: (B)\n\n";

        var before = (await Reader.CompleteAsync(ModelRequest.FromText(Novel))).Text;
        var after = (await Reader.CompleteAsync(ModelRequest.FromText(Example + Novel))).Text;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(before, Does.Contain("a guess"));
            Assert.That(after, Does.StartWith("In worked example 1 I read: ").And.EndsWith("Answer: (C)"));
        }
    }

    [TestCase("The drug did not lower mortality; there was no significant difference.", "(B)")]
    [TestCase("The drug lowered mortality by one third.", "(A)")]
    [TestCase("Results were inconsistent and the effect remains unclear and uncertain.", "(C)")]
    public async Task Verdicts_follow_negation_and_doubt(string finding, string answer)
    {
        var prompt = $"Abstract: {finding}\nQuestion: Does the drug lower mortality?\nA. yes\nB. no\nC. maybe\n";

        Assert.That((await Reader.CompleteAsync(ModelRequest.FromText(prompt))).Text, Does.EndWith("Answer: " + answer));
    }

    [Test]
    public void Draws_follow_the_softmax_of_the_scores()
    {
        double[] scores = [0.5, 0.45, 0.05];
        var expected = SoftmaxChoice.LogProbabilities(scores, 1.5).Select(Math.Exp).ToArray();
        var counts = new int[3];
        for (var seed = 0; seed < 4000; seed++)
        {
            counts[SoftmaxChoice.Draw(scores, 1.5, SeededRandom.Create(seed, "draw"))]++;
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(expected.Sum(), Is.EqualTo(1).Within(1e-12));
            Assert.That(expected[0] / expected[1], Is.EqualTo(Math.Exp(0.05 * SoftmaxChoice.Scale / 1.5)).Within(1e-9));
            Assert.That(counts.Select(count => count / 4000.0), Is.EqualTo(expected).Within(0.03));
        }
    }

    [Test]
    public async Task The_same_seed_draws_the_same_and_other_seeds_differ()
    {
        async Task<string> Ask(long? seed, string purpose = "") => (await Reader.CompleteAsync(new ModelRequest
        {
            Messages = [new ChatMessage(ChatRole.User, "Question: What?\nA. x1\nB. x2\nC. x3\nD. x4")],
            Options = new ChatOptions { Temperature = 1, Seed = seed },
            Purpose = purpose,
        })).Text;

        var replies = await Task.WhenAll(Enumerable.Range(0, 40).Select(seed => Ask(seed)));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Ask(7), Is.EqualTo(replies[7]));
            Assert.That(replies.Distinct().Count(), Is.EqualTo(4), "nothing speaks for any option, so all are drawn");
            Assert.That((await Task.WhenAll(Ask(null), Ask(null), Ask(null))).Distinct().Count(), Is.EqualTo(1));
            Assert.That((await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Ask(null, "vote/" + i)))).Distinct().Count(), Is.EqualTo(4));
        }
    }

    [Test]
    public async Task A_word_limit_shortens_the_explanation_before_the_answer()
    {
        var text = (await Reader.CompleteAsync(ModelRequest.FromText(Question, new ChatOptions { MaxOutputTokens = 15 }))).Text;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(text, Does.EndWith("Answer: (B)"));
            Assert.That(text.Split(' ', '\n'), Has.Length.LessThanOrEqualTo(15));
            Assert.That((await Reader.CompleteAsync(ModelRequest.FromText(Question, new ChatOptions { MaxOutputTokens = 1 }))).Text, Is.EqualTo("B"));
        }
    }

    [Test]
    public async Task Likelihoods_of_letters_add_up_to_one()
    {
        var scores = await Reader.ScoreAsync(new LogLikelihoodRequest { Prompt = Question + "Answer:", Continuations = [" A", " B", " C", " Z"] });
        Assert.That(scores.Select(score => (score.InputTokens, score.OutputTokens)), Is.All.EqualTo(((long?)LexicalTokenizer.Count(Question + "Answer: A"), (long?)0)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(scores.Take(3).Sum(score => Math.Exp(score.Sum)), Is.EqualTo(1).Within(1e-12));
            Assert.That(scores.MaxBy(score => score.Sum), Is.EqualTo(scores[1]));
            Assert.That(scores[3].Sum, Is.EqualTo(-20));
        }
    }

    [Test]
    public async Task Without_a_question_it_says_so()
        => Assert.That((await Reader.CompleteAsync(ModelRequest.FromText("Hello"))).Text, Does.StartWith("I found no question with answer options"));

    [Test]
    public void Any_text_gets_a_reply()
        => Gen.String[Gen.Char["AB.:()[] \nQuestionanswer#*"], 0, 60].Sample(text =>
            Assert.That(Reader.CompleteAsync(ModelRequest.FromText(text)).Result.Text, Is.Not.Empty), iter: 2000);

    [Test]
    public void The_embedded_passages_are_part_of_the_models_parameters()
    {
        var info = new LexicalReader().Info;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(info.Provider, Is.EqualTo("embedded"));
            Assert.That(info.Parameters["passages"], Does.Match("^[0-9]+:[0-9a-f]{16}$"));
            Assert.That(info.Parameters["passages"], Is.Not.EqualTo(Reader.Info.Parameters["passages"]));
        }
    }
}
