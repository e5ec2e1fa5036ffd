using MedBench.Cli.Tests.Harness;

namespace MedBench.Cli.Tests;

public sealed class MedMcqaTests : CommandFixture
{
    [TestCase("0", "B C D")]
    [TestCase("1", "A B C")]
    public async Task The_base_of_the_answers_can_be_given_and_is_kept_for_a_later_session(string copBase, string golds)
    {
        WriteAnswers(1, 2, 3);
        AssertSucceeded(await CallAsync([.. Command, "--cop-base", copBase]));
        AssertSucceeded(await CallAsync("resume", "r"));
        var gold = Results("r").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => System.Text.Json.JsonDocument.Parse(line).RootElement.GetProperty("scores")[0].GetProperty("gold").GetString());
        Assert.That(string.Join(' ', gold), Is.EqualTo(golds));
    }

    [Test]
    public async Task A_file_that_leaves_the_base_open_is_answered_with_the_option()
    {
        WriteAnswers(1, 2, 3);
        var finished = await CallAsync(Command);
        Assert.That((finished.Code, finished.Complaints.Count), Is.EqualTo((2, 1)), finished.Errors);
        Assert.That(finished.Errors, Does.Contain("the answers hold neither 0 nor 4, so that they may count from 0 or from 1. Say which with --cop-base, MedMcqa.CopBase in code (0 as on Hugging Face, 1 as in the original files)."));
        WriteAnswers(1, 2, 4);
        AssertSucceeded(await CallAsync(Command));
    }

    private string[] Command => ["run", "--benchmark", "medmcqa", "--data", "validation=mcqa.jsonl", "--strategy", "zero-shot", "--endpoint", Server.Endpoint, "--model", "stub", "--out", "r"];

    private void WriteAnswers(params int[] answers) => Write("mcqa.jsonl", string.Concat(answers.Select((cop, i) => Questions.MedMcqaLine(i, cop) + "\n")));
}
