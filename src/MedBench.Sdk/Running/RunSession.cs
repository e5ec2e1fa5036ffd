using System.Runtime.CompilerServices;

namespace MedBench.Running;

/// <summary>A plan with its data read, its folder taken and its journal open: everything from the first call to the report.</summary>
internal sealed class RunSession : IAsyncDisposable
{
    private readonly RunOptions options;
    private readonly RunObserver observer;
    private readonly RunFolder folder;
    private readonly RunManifest manifest;
    private readonly RunStorage storage;
    private readonly JournalEntry[] entries;
    private readonly RunCells layout;
    private readonly JudgeWatch judges;
    private readonly IReadOnlyList<PreparedBenchmark> benchmarks;

    private RunSession(EvaluationPlan plan, RunOptions options, RunObserver observer, RunFolder folder, RunManifest manifest, RunStorage storage, IReadOnlyList<PreparedBenchmark> benchmarks)
    {
        (this.options, this.observer, this.folder, this.manifest, this.storage, this.benchmarks) = (options, observer, folder, manifest, storage, benchmarks);
        Totals = new RunTotals();
        judges = new JudgeWatch(plan.Budget);
        layout = new RunCells(plan, options, storage, observer, Totals, benchmarks);
        Cells = layout.Create();
        Total = Cells.Sum(cell => cell.Count);
        entries = new JournalEntry[Total];
        foreach (var (ordinal, entry) in storage.Journal.FinishedSamples.Where(sample => sample.Key < Total))
        {
            entries[ordinal] = entry;
        }

        Resumed = storage.Journal.FinishedSamples.Count;
        observer.Begin(plan, folder.Path, manifest.Hash, Total, Resumed);
    }

    public IReadOnlyList<RunCell> Cells { get; }

    public RunTotals Totals { get; }

    public long Total { get; }

    public long Resumed { get; }

    /// <summary>Gets why the run stopped before its end; null while nothing stopped it.</summary>
    public string? Stopped { get; private set; }

    public static async Task<RunSession> OpenAsync(EvaluationPlan plan, RunOptions options, Disk disk, RunObserver observer, CancellationToken cancellationToken)
    {
        try
        {
            return await PrepareAsync(plan, options, disk, observer, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            observer.Fail(exception);
            throw;
        }
    }

    /// <summary>Yields the results of earlier sessions, in order.</summary>
    public IEnumerable<SampleResult> ReadFinished()
        => entries.Where(entry => entry.Length > 0).Select(entry => ResultJson.Read(storage.Journal.Read(entry)));

    /// <summary>Answers what is not finished yet; each result is yielded once it is safe on disk.</summary>
    public async IAsyncEnumerable<SampleResult> ExecuteAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pump = new SamplePump(Cells, storage.Journal, judges, options.Concurrency, ordinal => entries[ordinal].Length > 0);
        var reporter = new ProgressReporter(options.Progress, observer.Time, Totals, () => layout.Pressure, Total, Resumed);
        await foreach (var finished in observer.WatchAsync(pump.RunAsync(cancellationToken)).ConfigureAwait(false))
        {
            entries[finished.Item.Ordinal] = finished.Entry;
            reporter.Report(finished.Item.Cell, finished.Result);
            yield return finished.Result;
        }

        Stopped = pump.Stopped;
    }

    /// <summary>Writes results, summary and report from what is on disk.</summary>
    /// <exception cref="RunStoppedException">They cannot be written.</exception>
    public RunSummary Finish()
    {
        try
        {
            return WriteOutcome();
        }
        catch (JournalWriteException exception)
        {
            observer.Fail(exception);
            throw exception.ToRunStopped();
        }
        catch (Exception exception)
        {
            observer.Fail(exception);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        storage.Dispose();
        folder.Dispose();
        await DisposeRolesAsync(benchmarks).ConfigureAwait(false);
    }

    private static async Task<RunSession> PrepareAsync(EvaluationPlan plan, RunOptions options, Disk disk, RunObserver observer, CancellationToken cancellationToken)
    {
        PlanValidator.Validate(plan, options);
        observer.Logger.PlanValidated(plan.Benchmarks.Count, plan.Models.Count, plan.Strategies.Count, plan.Epochs);
        var benchmarks = new List<PreparedBenchmark>();
        try
        {
            foreach (var selection in plan.Benchmarks)
            {
                var prepared = await BenchmarkPreparer.PrepareAsync(plan, selection, cancellationToken).ConfigureAwait(false);
                benchmarks.Add(prepared);
                PlanValidator.RequirePermission(selection.Benchmark.Card, DataRecipients.FindRemote(prepared.Roles.Values), options.AllowRestrictedData);
            }

            return Open(plan, options, disk, observer, benchmarks);
        }
        catch
        {
            await DisposeRolesAsync(benchmarks).ConfigureAwait(false);
            throw;
        }
    }

    private static RunSession Open(EvaluationPlan plan, RunOptions options, Disk disk, RunObserver observer, List<PreparedBenchmark> benchmarks)
    {
        var folder = RunFolder.Open(options.Folder, disk);
        RunStorage? storage = null;
        try
        {
            var bank = BankFingerprint.Of(options.ExemplarBankPath, folder.FindRecorded("exemplar-bank"));
            IReadOnlyList<BenchmarkCard> cards = [.. benchmarks.Select(benchmark => benchmark.Selection.Benchmark.Card).DistinctBy(card => card.Id)];
            var references = plan.References.Where(reference => cards.Any(card => card.Id == reference.Benchmark)).ToList();
            var named = benchmarks.SelectMany(benchmark => benchmark.Files.Where(file => file.IsExplicit).Select(file => $"{benchmark.Selection.Benchmark.Card.Id}/{file.Split}")).Distinct(StringComparer.Ordinal).ToList();
            var manifest = folder.Claim(FingerprintBuilder.Build(plan, benchmarks, bank), options.About, cards, named, references, FingerprintBuilder.PricesOf(plan), FingerprintBuilder.RangesOf(benchmarks));
            RecordedJournal.Copy(options, folder);
            storage = RunStorage.Open(folder, options);
            if (storage.Journal.DroppedBytes > 0)
            {
                observer.Logger.JournalRepaired(storage.Journal.DroppedBytes);
            }

            return new RunSession(plan, options, observer, folder, manifest, storage, benchmarks);
        }
        catch (Exception exception)
        {
            storage?.Dispose();
            folder.Dispose();
            if (exception is JournalWriteException unwritten)
            {
                throw unwritten.ToRunStopped();
            }

            throw;
        }
    }

    private static ValueTask DisposeRolesAsync(IReadOnlyList<PreparedBenchmark> benchmarks)
        => SuppliedRoles.DisposeAsync(benchmarks.SelectMany(benchmark => benchmark.Roles.Values));

    private RunSummary WriteOutcome()
    {
        RecallFailures();
        var builder = new SummaryBuilder(manifest);
        using var records = new RecordReader(folder.Journal);
        var (finished, failed) = (0L, 0L);
        folder.Disk.WriteWhole(folder.Results, stream =>
        {
            foreach (var entry in entries.Where(entry => entry.Length > 0))
            {
                var line = records.Read(entry);
                stream.Write(line);
                stream.WriteByte((byte)'\n');
                var result = ResultJson.Read(line);
                builder.Add(result);
                finished++;
                failed += result.Outcome == Outcome.Failed ? 1 : 0;
            }
        });
        storage.Journal.WriteThrough(long.MaxValue);
        var summary = builder.Build(folder.Path, folder.Journal, Stopped);
        folder.Disk.WriteWhole(folder.Summary, stream => SummaryJson.Write(stream, summary));
        folder.Disk.WriteWhole(folder.Report, stream => MarkdownReport.Write(stream, summary));
        observer.Complete(finished, Total, failed, Totals.Snapshot().Calls, isStopped: Stopped is not null);
        return summary;
    }

    /// <summary>Counts what failed in earlier sessions as failed still, where this one stopped before it tried again.</summary>
    private void RecallFailures()
    {
        foreach (var (ordinal, entry) in Stopped is null ? [] : JournalReader.Read(folder.Journal).Failures)
        {
            entries[ordinal] = entry;
        }
    }
}
