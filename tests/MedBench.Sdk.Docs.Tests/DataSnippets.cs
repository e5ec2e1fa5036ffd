using MedBench.Benchmarks;

namespace MedBench.Docs.Tests;

/// <summary>The code blocks of docs/data.md; nothing is fetched here.</summary>
public sealed class DataSnippets
{
    [Test]
    public void A_run_fetches_its_data()
    {
        var client = new LexicalReader();
        #region automatic-data
        var plan = new EvaluationPlan
        {
            Benchmarks = [new BenchmarkSelection(new MedQa(), DatasetSource.Automatic())],
            Models = [client],
        };
        #endregion
        Assert.That(plan.Benchmarks[0].Source, Is.InstanceOf<IPreparableDatasetSource>());
    }

    [Test]
    public async Task Data_is_fetched_before()
    {
        var medqa = new MedQa().Card with { AccessTier = AccessTier.Restricted }; // Which is never fetched, here neither.
        await Assert.ThatAsync(() => GetAsync(medqa), Throws.InstanceOf<DatasetException>().With.Message.Contains("never fetched"));

        static async Task GetAsync(BenchmarkCard card)
        {
            #region get-data
            var downloader = new DatasetDownloader(new DatasetDownloadOptions
            {
                AllowUnpinned = true,
                Progress = new Progress<DownloadProgress>(step => Console.WriteLine($"{step.File}: {step.Stage}, {step.Bytes} bytes {step.Note}")),
            });
            var data = await downloader.GetAsync(card, "test");
            foreach (var file in data.Files)
            {
                Console.WriteLine($"{file.Name}: {file.Sha256}, {(file.IsPinned ? "pinned" : "as first fetched")}, from {file.Origin}");
            }

            var selection = new BenchmarkSelection(new MedQa(), data.Source);
            #endregion
            Assert.That(selection.Source, Is.Not.Null);
        }
    }

    [Test]
    public void A_card_names_its_downloads()
    {
        IReadOnlyList<DataDownload> downloads =
        #region card-downloads
        [
            DataDownload.HuggingFace("our-clinic/exam", "data/test.jsonl", "4c1a9d30b7e25f8811a0c6d2f3b49e7755d0c2ab") with
            {
                Sha256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                Splits = ["test"],
            },
            DataDownload.HuggingFace("our-clinic/exam", "data/train.jsonl") with { Splits = ["pool"] },
            new DataDownload { Host = DataHost.Web, Repository = "https://data.example.org/images.zip", FileName = "images" },
        ];
        #endregion
        Assert.That(downloads.Select(download => download.IsPinned), Is.EqualTo(new[] { true, false, false }));
    }
}
