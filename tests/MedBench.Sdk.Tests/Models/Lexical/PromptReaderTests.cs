using Microsoft.Extensions.AI;

namespace MedBench.Tests.Models.Lexical;

public sealed class PromptReaderTests
{
    private const string Stem = "Which nerve runs in the spiral groove?";

    [TestCase("Question: {0}\nA. Ulnar nerve\nB. Radial nerve\nAnswer:", TestName = "Harness layout")]
    [TestCase("{0}\n\nA) Ulnar nerve\nB) Radial nerve", TestName = "Bare stem and a blank line")]
    [TestCase("The following are questions about anatomy.\n\n{0}\n(A) Ulnar nerve\n(B) Radial nerve\n", TestName = "Bracketed letters below an instruction")]
    [TestCase("Q: {0}\nOptions: (A) Ulnar nerve (B) Radial nerve\nA: Let's think step by step.", TestName = "Options on one line")]
    [TestCase("## Question\n{0}\n\n**Choices:**\n- A: Ulnar nerve\n- B: Radial nerve\n\nExplain, then write `Answer: [X]`.", TestName = "Markdown")]
    [TestCase("Question: Old one?\nA. Old\nB. Older\nAnswer: B\n\nQuestion: {0}\nChoices:\nA. Ulnar nerve\nB. Radial nerve\nAnswer:", TestName = "After an example")]
    [TestCase("Old one?\nA. Old\nB. Older\nAnswer: (B)\n\n{0}\nA. Ulnar nerve\nB. Radial nerve", TestName = "After an example without headings")]
    [TestCase("Question: {0}\r\nA. Ulnar\r\n   nerve\r\nB. Radial nerve", TestName = "An option of two lines")]
    [TestCase("Question: {0}\n[A] Ulnar nerve\n[B] Radial nerve", TestName = "Square brackets")]
    public void The_last_question_is_found(string layout)
    {
        var question = Read(string.Format(System.Globalization.CultureInfo.InvariantCulture, layout, Stem));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(question?.Stem, Is.EqualTo(Stem));
            Assert.That(question?.Options, Is.EqualTo(new[] { new ChoiceOption("A", "Ulnar nerve"), new ChoiceOption("B", "Radial nerve") }));
        }
    }

    [Test]
    public void An_example_is_its_answer_and_its_reasons()
    {
        var question = Read($"Question: Old?\nA. Wrong\nB. Right\nExplanation: Because it is so.\nAnswer: (B)\n\nQuestion: {Stem}\nA. x\nB. y");

        Assert.That(question?.Examples, Is.EqualTo(new[] { "Right. Explanation: Because it is so." }));
    }

    [Test]
    public void Examples_may_be_turns_and_sections()
    {
        var question = PromptReader.Read(PromptLine.Split(
        [
            new ChatMessage(ChatRole.System, "You are a doctor."),
            new ChatMessage(ChatRole.User, "Old?\nA. Wrong\nB. Right"),
            new ChatMessage(ChatRole.Assistant, "### Explanation\nBecause it is so.\n### Answer\nB"),
            new ChatMessage(ChatRole.User, $"{Stem}\nA. x\nB. y"),
            new ChatMessage(ChatRole.System, "Write Answer: [X]."),
        ]));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(question?.Stem, Is.EqualTo(Stem));
            Assert.That(question?.Examples.Single(), Does.StartWith("Right.").And.Contains("Because it is so.").And.Not.Contains("Wrong"));
        }
    }

    [TestCase("Abstract: Drug X did not work.\nSecond line.\nQuestion: Does X work?\nA. yes\nB. no\nC. maybe\nAnswer:")]
    [TestCase("Question: Does X work?\nContext: Drug X did not work.\nSecond line.\nA. yes\nB. no\nC. maybe")]
    [TestCase("Abstract: Drug X did not work.\nSecond line.\nQuestion: Does X work? Answer yes, no or maybe.\nAnswer:")]
    public void An_abstract_is_context_and_the_answer_a_verdict(string prompt)
    {
        var question = Read(prompt);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(question?.IsVerdict, Is.True);
            Assert.That(question?.Stem, Does.StartWith("Does X work?"));
            Assert.That(string.Join(' ', question!.Context), Does.Contain("did not work").And.Contain("Second line"));
        }
    }

    [Test]
    public void The_abstracts_of_examples_are_not_the_questions_own()
    {
        const string Layout = "Abstract: {0}\nQuestion: Does it?\nA. yes\nB. no\nC. maybe\n";
        var question = Read(Layout.Replace("{0}", "first", StringComparison.Ordinal) + "Answer: (A)\n\n" + Layout.Replace("{0}", "second", StringComparison.Ordinal));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(question?.Context, Is.EqualTo(new[] { "Abstract: second" }));
            Assert.That(question?.Background, Is.EqualTo(new[] { "Abstract: first" }));
        }
    }

    [TestCase("")]
    [TestCase("Hello, how are you?")]
    [TestCase("A. only one option")]
    public void Without_options_there_is_no_question(string prompt)
        => Assert.That(Read(prompt), Is.Null);

    private static ReadQuestion? Read(string prompt) => PromptReader.Read(PromptLine.Split([new ChatMessage(ChatRole.User, prompt)]));
}
