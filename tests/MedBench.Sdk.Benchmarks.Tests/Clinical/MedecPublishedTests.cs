using MedBench.Testing;

namespace MedBench.Benchmarks.Tests.Clinical;

/// <summary>
/// Scores the run again that abachaa/MEDIQA-CORR-2024 (commit 4b87cb0) publishes with its evaluation script and its printed output. Needs a folder, named by
/// MEDBENCH_MEDEC, with the validation file of abachaa/MEDEC and that repository's evaluation/data/baseline-run-1.txt.
/// </summary>
public sealed class MedecPublishedTests
{
    [Test]
    public async Task A_published_run_gives_the_numbers_that_were_printed()
    {
        if (Environment.GetEnvironmentVariable("MEDBENCH_MEDEC") is not { Length: > 0 } folder)
        {
            Assert.Ignore("MEDBENCH_MEDEC names no folder with the validation file and baseline-run-1.txt.");
            return;
        }

        var run = new Dictionary<string, NoteError>();
        await foreach (var line in File.ReadLinesAsync(Path.Combine(folder, "baseline-run-1.txt")))
        {
            if (MedecReplies.ReadSubmission(line, out var id) is { } verdict)
            {
                run[id] = verdict;
            }
        }

        var samples = await new Medec().LoadAsync("validation", DatasetSource.Folder(folder)).ToListAsync();
        var numbers = new Dictionary<string, double>();
        foreach (var scorer in new Medec().Scorers)
        {
            var scores = new List<Score>();
            foreach (var sample in samples)
            {
                scores.Add(await scorer.ScoreAsync(sample, new StatePrediction(run[sample.Input.Id].ToState()), new TestModelAccess()));
            }

            numbers[scorer.Info.Id] = scores.Average(score => score.Value!.Value);
            foreach (var part in scores.SelectMany(score => score.Parts.Keys).Distinct())
            {
                numbers[part] = scores.Where(score => score.Parts.ContainsKey(part)).Average(score => score.Parts[part]);
            }
        }

        // evaluation/mediqa-corr-2024-eval-script-1-acc-rouge.ipynb, the output of its last cell.
        Assert.Multiple(() =>
        {
            Assert.That(samples, Has.Count.EqualTo(574));
            Assert.That(numbers["error-flag"], Is.EqualTo(0.4895470383275261).Within(1e-15));
            Assert.That(numbers["error-sentence"], Is.EqualTo(0.30662020905923343).Within(1e-15));
            Assert.That(numbers["set-rouge1"], Is.EqualTo(0.41834537258990434).Within(1e-14));
            Assert.That(numbers["set-rouge2"], Is.EqualTo(0.3211881832743209).Within(1e-14));
            Assert.That(numbers["set-rougeL"], Is.EqualTo(0.415449052076309).Within(1e-14));
            Assert.That(numbers["set-rouge1-composite"], Is.EqualTo(0.22202644314239503).Within(1e-14));
            Assert.That(numbers["set-rouge2-composite"], Is.EqualTo(0.17734090659306748).Within(1e-14));
            Assert.That(numbers["set-rougeL-composite"], Is.EqualTo(0.2206943375403233).Within(1e-14));
        });
    }
}
