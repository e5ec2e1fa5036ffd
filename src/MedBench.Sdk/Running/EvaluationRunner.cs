using System.Runtime.CompilerServices;
using MedBench.Running;
using Microsoft.Extensions.Logging;

namespace MedBench;

/// <summary>Carries out plans: a stream of results, and a run folder that any crash leaves ready to be continued.</summary>
/// <remarks>
/// The folder holds <c>manifest.json</c> (the fingerprint), <c>journal.jsonl</c> (every prompt and reply),
/// <c>results.jsonl</c> (one line per sample, sorted), <c>summary.json</c> and <c>report.md</c>. Running the same plan on
/// the same folder continues it: what the journal holds is not asked again.
/// </remarks>
public sealed class EvaluationRunner
{
    private readonly TimeProvider time;
    private readonly Disk disk;
    private readonly ILoggerFactory? loggerFactory;

    /// <summary>Initializes a runner.</summary>
    /// <param name="time">The clock; null means the system's.</param>
    /// <param name="loggerFactory">Where runs are logged, never with a prompt, a reply or a key; null means nowhere.</param>
    public EvaluationRunner(TimeProvider? time = null, ILoggerFactory? loggerFactory = null)
        : this(time ?? TimeProvider.System, Disk.Default, loggerFactory)
    {
    }

    internal EvaluationRunner(TimeProvider time, Disk disk, ILoggerFactory? loggerFactory = null) => (this.time, this.disk, this.loggerFactory) = (time, disk, loggerFactory);

    /// <summary>Runs a plan to its end and returns the summary.</summary>
    /// <param name="plan">What to evaluate.</param>
    /// <param name="options">Folder, concurrency, progress.</param>
    /// <param name="cancellationToken">Ends the run; finished samples stay on disk.</param>
    /// <returns>The summary; incomplete where the budget stopped the run.</returns>
    /// <exception cref="PlanException">The plan cannot be carried out.</exception>
    /// <exception cref="DatasetException">Data is missing or damaged; nothing was sent.</exception>
    /// <exception cref="RunConflictException">The folder holds another run, or is in use.</exception>
    /// <exception cref="RunStoppedException">The endpoint or the disk made going on pointless.</exception>
    public async Task<RunSummary> EvaluateAsync(EvaluationPlan plan, RunOptions options, CancellationToken cancellationToken = default)
    {
        using var observer = new RunObserver(options, time, loggerFactory);
        var session = await RunSession.OpenAsync(plan, options, disk, observer, cancellationToken).ConfigureAwait(false);
        await using var _ = session.ConfigureAwait(false);
        await foreach (var result in session.ExecuteAsync(cancellationToken).ConfigureAwait(false))
        {
        }

        return session.Finish();
    }

    /// <summary>Runs a plan and yields every result once it is safe on disk: those of earlier sessions first, then each as it finishes.</summary>
    /// <param name="plan">What to evaluate.</param>
    /// <param name="options">Folder, concurrency, progress.</param>
    /// <param name="cancellationToken">Ends the run; finished samples stay on disk.</param>
    /// <exception cref="PlanException">The plan cannot be carried out.</exception>
    /// <exception cref="DatasetException">Data is missing or damaged; nothing was sent.</exception>
    /// <exception cref="RunConflictException">The folder holds another run, or is in use.</exception>
    /// <exception cref="RunStoppedException">The endpoint or the disk made going on pointless.</exception>
    public async IAsyncEnumerable<SampleResult> StreamAsync(EvaluationPlan plan, RunOptions options, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var observer = new RunObserver(options, time, loggerFactory);
        var session = await RunSession.OpenAsync(plan, options, disk, observer, cancellationToken).ConfigureAwait(false);
        await using var _ = session.ConfigureAwait(false);
        foreach (var result in session.ReadFinished())
        {
            yield return result;
        }

        await foreach (var result in session.ExecuteAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return result;
        }

        session.Finish();
    }
}
