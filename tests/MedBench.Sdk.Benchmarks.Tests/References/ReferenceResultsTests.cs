namespace MedBench.Benchmarks.Tests.References;

public sealed class ReferenceResultsTests
{
    /// <summary>The protocols that numbers may name: presets of this project, and what strategies say beyond the presets.</summary>
    private static readonly string[] Protocols = [.. PublishedProtocols.All.Select(protocol => protocol.Id), "r2med"];

    /// <summary>Metrics whose values need not lie from 0 to 1, with their ranges.</summary>
    private static readonly Dictionary<string, (double Lower, double Upper)> Ranges = new()
    {
        ["Pearson"] = (-1, 1), ["sum of four axes (0 to 8)"] = (0, 8), ["erroneous answers (count)"] = (0, 10_000), ["GPT-4 score"] = (0, 10),
    };

    private static readonly Dictionary<string, BenchmarkCard> Cards = new IBenchmark[]
    {
        new MedQa(), new MedQa5(), new MedMcqa(), new PubMedQa(), new MmluMedical(), new MmluAnatomy(), new MmluClinicalKnowledge(), new MmluCollegeBiology(), new MmluCollegeMedicine(),
        new MmluMedicalGenetics(), new MmluProfessionalMedicine(),
    }.ToDictionary(benchmark => benchmark.Card.Id, benchmark => benchmark.Card);

    [Test]
    public void Every_id_is_unique_and_in_kebab_case()
    {
        var ids = ReferenceResults.All.Select(reference => reference.Id).ToList();
        Assert.That(ids, Is.Unique);
        Assert.That(ids, Has.All.Match("^[a-z0-9]+(-[a-z0-9]+)*$"));
        Assert.That(ids, Has.Count.GreaterThan(500));
    }

    [Test]
    public void Every_row_is_whole() => Assert.Multiple(() =>
    {
        foreach (var reference in ReferenceResults.All)
        {
            var (lower, upper) = Ranges.GetValueOrDefault(reference.Metric, (0, 1));
            Assert.That(reference.Value, Is.InRange(lower, upper), $"value of {reference.Id}");
            Assert.That(reference.Paper, Is.Not.Empty, $"paper of {reference.Id}");
            Assert.That(reference.Source, Is.Not.Empty, $"source of {reference.Id}");
            Assert.That(Enum.IsDefined(reference.Certainty), $"certainty of {reference.Id}");
            Assert.That(reference.Benchmark, Does.Match(@"^[a-z0-9.]+(-[a-z0-9.]+)*$"), $"benchmark of {reference.Id}");
            Assert.That(reference.Link ?? "arXiv:0000.0000", Does.Match(@"^(arXiv:\d{4}\.\d{4,5}|doi:10\.\d{4,}/\S+)$"), $"link of {reference.Id}");
            Assert.That(reference.Protocol, Is.Null.Or.AnyOf(Protocols), $"protocol of {reference.Id}");
            Assert.That(reference.Source.Contains("memory", StringComparison.Ordinal), Is.EqualTo(reference.Certainty == ReferenceCertainty.FromMemory), $"what is from memory says so: {reference.Id}");
        }
    });

    [Test]
    public void Rows_of_the_benchmarks_here_fit_their_cards_or_say_that_they_do_not() => Assert.Multiple(() =>
    {
        var compared = 0;
        foreach (var reference in ReferenceResults.All.Where(reference => reference.Variant is null))
        {
            if (Cards.TryGetValue(reference.Benchmark, out var card) && reference.Split == card.EvaluationSplit.Name)
            {
                compared++;
                Assert.That(reference.Items, Is.Null.Or.EqualTo(card.EvaluationSplit.Count), reference.Id);
                Assert.That(reference.Metric, Is.EqualTo(card.PrimaryMetric), reference.Id);
            }
        }

        Assert.That(compared, Is.GreaterThan(70));
    });

    [Test]
    public void Rows_that_share_everything_but_the_value_differ_in_what_a_reader_can_see()
    {
        var alike = ReferenceResults.All
            .GroupBy(reference => (reference.Paper, reference.Model, reference.Benchmark, reference.Variant, reference.Split, reference.Metric, reference.Prompting, reference.Remarks))
            .Where(group => group.Count() > 1).Select(group => string.Join(", ", group.Select(reference => reference.Id)));
        Assert.That(alike, Is.Empty);
    }

    // The figures of promptbase (medprompt_sa_graphic.png), the abstracts of OpenMedLM and of Nori et al. 2023, and MIRAGE's result table.
    [TestCase("medprompt-gpt-4-medqa-zero-shot", 0.817)]
    [TestCase("medprompt-gpt-4-medqa-random-few-shot", 0.839)]
    [TestCase("medprompt-gpt-4-medqa-random-cot", 0.873)]
    [TestCase("medprompt-gpt-4-medqa-knn-cot", 0.884)]
    [TestCase("medprompt-gpt-4-medqa-ensemble", 0.902)]
    [TestCase("openmedlm-yi-34b-medqa", 0.726)]
    [TestCase("openmedlm-yi-34b-mmlu-medical", 0.817)]
    [TestCase("gpt-4-gpt-4-medqa", 0.8138)]
    [TestCase("mirage-gpt-4-32k-0613-medqa-cot", 0.8397)]
    [TestCase("igakuqa-gpt-4-igakuqa-2022", 392 / 494.0)]
    public void Well_known_numbers_are_there(string id, double value)
        => Assert.That(ReferenceResults.All.Single(reference => reference.Id == id).Value, Is.EqualTo(value).Within(1e-6));

    [Test]
    public void The_numbers_of_a_benchmark_are_those_of_its_id_alone()
    {
        Assert.That(ReferenceResults.Of("medqa-5").Select(reference => reference.Benchmark).Distinct(), Is.EqualTo(["medqa-5"]));
        Assert.That(ReferenceResults.Of("medqa"), Has.Count.GreaterThan(40));
        Assert.That(ReferenceResults.Of("no-such-benchmark"), Is.Empty);
    }

    [Test]
    public void Ones_own_file_is_read_with_empty_lines_passed_over()
        => Assert.That(Read($"{Line("a")}\n\n{Line("b")}\n").Select(reference => reference.Id), Is.EqualTo(["a", "b"]));

    [Test]
    public void A_bad_line_is_named_with_its_number()
    {
        Assert.That(() => Read($"{Line("a")}\n{Line("b").Replace("0.5", "50", StringComparison.Ordinal)}"), Throws.InstanceOf<InvalidDataException>().With.Message.EndsWith(", line 2: This is no published number: The accuracy of 'b' is 50, outside 0 to 1. Write shares as fractions: 72.6 % is 0.726."));
        Assert.That(() => Read($"{Line("a")}\n\n{Line("a")}"), Throws.InstanceOf<InvalidDataException>().With.Message.EndsWith(", line 3: the id 'a' stands in line 1 already. Give every number its own id."));
    }

    private static string Line(string id) => $$"""{"id":"{{id}}","paper":"P","model":"M","benchmark":"b","metric":"accuracy","value":0.5,"certainty":"ReadInSource","source":"table 1"}""";

    private static IReadOnlyList<ReferenceResult> Read(string text)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, text);
            return ReferenceResults.Read(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
