using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace MedBench.Running;

/// <summary>Runs samples through a bounded number of workers and hands on each result once it is on disk.</summary>
internal sealed class SamplePump(IReadOnlyList<RunCell> cells, Journal journal, int concurrency, Func<long, bool> isFinished)
{
    private readonly ConcurrentQueue<Exception> failures = new();

    /// <summary>Gets why the run stopped before its end; null where it did not.</summary>
    public string? Stopped { get; private set; }

    public async IAsyncEnumerable<(WorkItem Item, SampleResult Result, JournalEntry Entry)> RunAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var work = Channel.CreateBounded<WorkItem>(new BoundedChannelOptions(concurrency) { SingleWriter = true });
        var results = Channel.CreateBounded<(WorkItem, SampleResult, JournalEntry)>(new BoundedChannelOptions(concurrency * 2) { SingleReader = true });
        var crew = Task.WhenAll(
            Guard(ProduceAsync(work.Writer, stop.Token), stop),
            EndAsync(Enumerable.Range(0, concurrency).Select(_ => Guard(WorkAsync(work.Reader, results.Writer, stop.Token), stop)), stop));
        _ = crew.ContinueWith(_ => results.Writer.Complete(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        try
        {
            await foreach (var result in results.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
            {
                yield return result;
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            while (results.Reader.TryRead(out _))
            {
            }

            await crew.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        cancellationToken.ThrowIfCancellationRequested();
        if (failures.TryPeek(out var failure))
        {
            Stopped = failure is ModelException { Kind: ModelErrorKind.BudgetExceeded } budget ? budget.Message : throw Explain(failure);
        }
    }

    private static Exception Explain(Exception failure) => failure switch
    {
        ModelException => new RunStoppedException($"{failure.Message} Every finished sample is safe; run the plan again to continue.", failure),
        JournalWriteException => new RunStoppedException($"{failure.Message} Every finished sample is safe; make room and run the plan again to continue.", failure),
        _ => failure,
    };

    private async Task Guard(Task task, CancellationTokenSource stop)
    {
        try
        {
            await task.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }
        catch (ModelException exception) when (exception.Kind == ModelErrorKind.BudgetExceeded)
        {
            failures.Enqueue(exception); // Calls under way are paid for: each worker ends at the next call of its own.
        }
        catch (Exception exception)
        {
            failures.Enqueue(exception);
            await stop.CancelAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Ends the producer too once no worker is left to take what it produces.</summary>
    private static async Task EndAsync(IEnumerable<Task> workers, CancellationTokenSource stop)
    {
        await Task.WhenAll(workers).ConfigureAwait(false);
        await stop.CancelAsync().ConfigureAwait(false);
    }

    private async Task ProduceAsync(ChannelWriter<WorkItem> work, CancellationToken cancellationToken)
    {
        foreach (var cell in cells)
        {
            for (var epoch = 0; epoch < cell.Epochs; epoch++)
            {
                await ProduceAsync(cell, epoch, work, cancellationToken).ConfigureAwait(false);
            }
        }

        work.Complete();
    }

    private async Task ProduceAsync(RunCell cell, int epoch, ChannelWriter<WorkItem> work, CancellationToken cancellationToken)
    {
        var first = cell.FirstOrdinal + ((long)epoch * cell.Benchmark.Count);
        if (Enumerable.Range(0, cell.Benchmark.Count).All(index => isFinished(first + index)))
        {
            return;
        }

        var selection = cell.Benchmark.Selection;
        var index = 0;
        await foreach (var sample in selection.Benchmark.LoadAsync(selection.SplitName, cell.Benchmark.Source, cancellationToken).ConfigureAwait(false))
        {
            if (index == cell.Benchmark.Count)
            {
                break;
            }

            var ordinal = first + index++;
            if (!isFinished(ordinal))
            {
                await work.WriteAsync(new WorkItem(cell, sample, epoch, ordinal), cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task WorkAsync(ChannelReader<WorkItem> work, ChannelWriter<(WorkItem, SampleResult, JournalEntry)> results, CancellationToken cancellationToken)
    {
        await foreach (var item in work.ReadAllAsync(cancellationToken).ConfigureAwait(false))
        {
            var result = await SampleRunner.RunAsync(item, cancellationToken).ConfigureAwait(false);
            var entry = journal.AppendSample(item.Ordinal, result);
            await journal.FlushAsync().ConfigureAwait(false);
            await results.WriteAsync((item, result, entry), CancellationToken.None).ConfigureAwait(false);
        }
    }
}
