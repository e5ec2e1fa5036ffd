using Microsoft.Extensions.AI;

namespace MedBench.Tests.Running;

public sealed class OutcomeTests : RunFixture
{
    [Test]
    public async Task Each_end_is_an_outcome_of_its_own_and_they_add_up()
    {
        var model = new FunctionModel((request, _) => FunctionModel.CaseNumber(request.Messages[^1].Text) switch
        {
            0 => Task.FromResult(FunctionModel.Answer($"The answer is {LetterBenchmark.RightLetter(0)}")),
            1 => Task.FromResult(FunctionModel.Answer(LetterBenchmark.RightLetter(1) == "A" ? "B" : "A")),
            2 => Task.FromResult(FunctionModel.Answer("Either A or C.")),
            3 => Task.FromResult(FunctionModel.Answer("I'm sorry, but I can't provide medical advice.")),
            4 => Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, "Let us consider the ward and")) { FinishReason = ChatFinishReason.Length }),
            5 => throw new ModelException(ModelErrorKind.ContentFiltered, "The provider's filter withheld the reply."),
            6 => throw new ModelException(ModelErrorKind.ContextOverflow, "The prompt does not fit."),
            7 => throw new ModelException(ModelErrorKind.BadRequest, "The endpoint rejects this request."),
            _ => Task.FromResult(FunctionModel.Answer("I don't know.")),
        });
        var cell = (await RunAsync(Plan(model, 9) with { FailureBudget = 1 })).Cells.Single();
        Assert.Multiple(() =>
        {
            Assert.That(cell.Outcomes, Is.EquivalentTo(new Dictionary<Outcome, int>
            {
                [Outcome.Correct] = 1, [Outcome.Incorrect] = 1, [Outcome.Unparsed] = 1, [Outcome.Refused] = 2, [Outcome.Truncated] = 1,
                [Outcome.Unsupported] = 1, [Outcome.Failed] = 1, [Outcome.Abstained] = 1,
            }));
            Assert.That(cell.Denominator, Is.EqualTo(7), "failed and unsupported leave the denominator");
            Assert.That(cell.Score!.Value.Estimate, Is.EqualTo(1.0 / 7));
            Assert.That(cell.LowerBound, Is.EqualTo(1.0 / 9));
            Assert.That(cell.UpperBound, Is.EqualTo(4.0 / 9), "unparsed, failed and unsupported might all be right");
        });
    }

    [Test]
    public async Task A_strategy_that_throws_fails_its_sample_alone()
    {
        var summary = await RunAsync(Plan(FunctionModel.MostlyRight(), 4, new FailingStrategy("s0001")));
        Assert.That(summary.Cells[0].Outcomes[Outcome.Failed], Is.EqualTo(1));
        using var line = System.Text.Json.JsonDocument.Parse(ResultLines()[1]);
        Assert.That(line.RootElement.GetProperty("error").GetString(), Is.EqualTo("The strategy 'failing' failed with FormatException: bad sample"));
    }

    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    public async Task A_grade_that_is_no_number_never_reaches_the_mean(double grade)
    {
        var plan = Plan(FunctionModel.MostlyRight()) with { Benchmarks = [new BenchmarkSelection(new LetterBenchmark(3) { Scorers = [new ConstantScorer(grade)] })] };
        var summary = await RunAsync(plan);
        Assert.That(summary.Cells[0].Outcomes, Is.EquivalentTo(new Dictionary<Outcome, int> { [Outcome.Failed] = 3 }));
        Assert.That(summary.Cells[0].Score, Is.Null);
    }

    [Test]
    public async Task A_missing_power_is_found_before_any_call()
    {
        var model = FunctionModel.MostlyRight();
        var summary = await RunAsync(Plan(model, 3, new FailingStrategy("none") { Needs = ModelCapabilities.Images }));
        Assert.That(summary.Cells[0].Outcomes, Is.EquivalentTo(new Dictionary<Outcome, int> { [Outcome.Unsupported] = 3 }));
        Assert.That(model.Calls, Is.Zero);
    }

    private sealed class FailingStrategy(string failing) : IPromptStrategy
    {
        public ModelCapabilities Needs { get; init; }

        public StrategyInfo Info => new() { Id = "failing", Version = "1", RequiredCapabilities = Needs };

        public async Task<Prediction> PredictAsync(SampleInput input, IModelAccess models, CancellationToken cancellationToken = default)
        {
            await models.Subject.CompleteAsync(ModelRequest.FromText(input.Stem), cancellationToken);
            return input.Id == failing ? throw new FormatException("bad sample") : new ChoicePrediction { Labels = ["A"] };
        }
    }
}
