// A run that ends its own process at a given point, for the proofs of crash safety.
//   run FOLDER LEDGER              runs to the end and prints how many points it passed
//   run FOLDER LEDGER at K         is killed at the K-th point
//   run FOLDER LEDGER after MS K   is killed after that many milliseconds, at the K-th point at the latest
//   try FOLDER                     takes the folder and lets it go; 3 where another process has it
//   download HUB CACHE SHA256      fetches clinic/exam/test.jsonl of a hub into a cache
//   memory FOLDER COUNT            runs COUNT synthetic samples and prints the peak of the working set in bytes
using System.Diagnostics;
using MedBench;
using MedBench.Chaos;
using MedBench.Running;

switch (args)
{
    case ["run", var folder, var ledger, .. var death]:
        var points = new FailPoints(death is [.., var point] ? long.Parse(point, null) : long.MaxValue);
        if (death is ["after", var milliseconds, _])
        {
            points.KillAfter(TimeSpan.FromMilliseconds(int.Parse(milliseconds, null)));
        }

        await new EvaluationRunner(TimeProvider.System, new DyingDisk(points)).EvaluateAsync(CrashPlan.Create(new LedgerModel(ledger, points)), CrashPlan.Options(folder));
        Console.WriteLine(points.Passed);
        return 0;
    case ["try", var folder]:
        try
        {
            RunFolder.Open(folder, Disk.Default).Dispose();
            return 0;
        }
        catch (RunConflictException)
        {
            return 3;
        }

    case ["download", var hub, var cache, var hash]:
        var card = new NumberedQuestions(0).Card with { Id = "exam", Downloads = [DataDownload.HuggingFace("clinic/exam", "test.jsonl", "0123456789abcdef0123456789abcdef01234567") with { Sha256 = hash }] };
        await new DatasetDownloader(new DatasetDownloadOptions { HubEndpoint = new Uri(hub), CacheFolder = cache, Offline = false, HubToken = null }).GetAsync(card);
        return 0;
    case ["memory", var folder, var count]:
        await new EvaluationRunner().EvaluateAsync(CrashPlan.Synthetic(int.Parse(count, null)), new RunOptions { Folder = folder, Concurrency = 16 });
        Console.WriteLine(Process.GetCurrentProcess().PeakWorkingSet64);
        return 0;
    default:
        throw new ArgumentException("See the head of Program.cs.");
}
