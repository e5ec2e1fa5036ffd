namespace MedBench.Benchmarks.Tests.Imaging;

public class MediConfusionResultTests
{
    // Values of create_score_table and print_score of utils/answering.py at 40a8b41 (MShahabSepehri/MediConfusion), run with Python 3.11 on the same four pairs.
    private static readonly (string[] First, string[] Second, string Chosen, string Right)[] Pairs =
    [
        (["cerebral", "vascular"], ["cerebral"], "BA", "BA"),
        (["spinal"], ["spinal"], "AA", "AB"),
        (["cerebral"], ["vascular"], "-B", "AB"),
        (["vascular"], ["spinal", "vascular"], "BA", "AB"),
    ];

    [TestCase("cerebral", 2.0 / 3, 2.0 / 3, 0.0, 1.0 / 3, 1.0)]
    [TestCase("vascular", 0.25, 0.5, 0.0, 0.0, 1.0 / 3)]
    [TestCase("spinal", 0.0, 1.0 / 3, 2.0 / 3, 0.0, 0.0)]
    [TestCase("total", 0.25, 0.5, 1.0 / 3, 0.125, 0.5)]
    public void Figures_are_those_of_the_published_table(string category, double set, double individual, double confusion, double invalid, double precision)
    {
        var result = MediConfusionResult.Of(Pairs.SelectMany((pair, i) => new[] { Answer(i, 1, pair.First, pair.Chosen[0], pair.Right[0]), Answer(i, 2, pair.Second, pair.Chosen[1], pair.Right[1]) }).Reverse());
        var figures = category == "total" ? result.Total : result.Categories[category];
        Assert.That(new[] { figures.SetAccuracy, figures.IndividualAccuracy, figures.Confusion!.Value, figures.Invalid, figures.Precision!.Value }, Is.EqualTo(new[] { set, individual, confusion, invalid, precision }).Within(1e-12));
    }

    [Test]
    public void Half_a_pair_is_an_error()
        => Assert.That(() => MediConfusionResult.Of([Answer(7, 1, ["spinal"], 'A', 'A')]), Throws.ArgumentException.With.Message.StartsWith("The pair '7' has 1 answers. Supply one for each of its two images."));

    private static (Sample Sample, Prediction Prediction) Answer(int pair, int image, string[] categories, char chosen, char right) => (
        new Sample
        {
            Input = new SampleInput { Id = $"{pair}-{image}", Stem = "q", Options = [new("A", "x"), new("B", "y")] },
            Target = new ChoiceTarget(right.ToString()),
            ClusterId = pair.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Tags = categories.ToDictionary(category => $"category-{category}", _ => "yes"),
        },
        chosen == '-' ? new Unanswered(Outcome.Unparsed) : new ChoicePrediction { Labels = [chosen.ToString()] });
}
