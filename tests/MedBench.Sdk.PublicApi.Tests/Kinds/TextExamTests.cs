namespace MedBench.PublicApi;

public sealed class TextExamTests : RunBench
{
    [Test]
    public async Task A_text_exam_is_scored_right_and_wrong()
    {
        var summary = await SummarizeAsync(Plan(new TextExam(), AlwaysB()));
        var row = summary.Cells.Single();
        Assert.Multiple(() =>
        {
            Assert.That(row.Outcomes, Is.EquivalentTo(new Dictionary<Outcome, int> { [Outcome.Correct] = 1, [Outcome.Incorrect] = 1 }));
            Assert.That(row.Score!.Value.Estimate, Is.EqualTo(0.5));
            Assert.That(row.Calls, Is.EqualTo(2));
        });
    }

    [Test]
    public Task A_second_run_sends_nothing() => AssertSecondRunSendsNothing(Plan(new TextExam(), AlwaysB()), calls: 2);

    private static ScriptedModel AlwaysB() => ScriptedModel.Saying("always-b", _ => "### Answer\n(B)");
}
