using System.Collections.Concurrent;
using System.Security.Cryptography;
using MedBench.Judging;
using Microsoft.Extensions.AI;

namespace MedBench.Running;

/// <summary>Answers from the journal, or an earlier run, where it can; asks within the context window and the budget and records the reply where it must.</summary>
internal sealed class JournaledModelClient(CallScope scope, string role, RunModel model) : IModelClient, ILogLikelihoodClient, IReplyRejection
{
    private readonly ResilientModelClient inner = model.Client;
    private readonly ConcurrentStack<RegisteredCall> given = new();

    public ModelInfo Info => inner.Info;

    public T? GetCapability<T>()
        where T : class
        => inner.GetCapability<T>() is null ? null : this as T;

    public async Task<ChatResponse> CompleteAsync(ModelRequest request, CancellationToken cancellationToken = default)
    {
        RequireRoom(model.Window?.FindOverflow(request));
        await scope.Trail.AdmitAsync().ConfigureAwait(false);
        var canonical = JournalFormat.Json(request, static (json, request) => RequestJson.Write(json, request)).ToArray();
        var call = Register(canonical);
        Remember(call);
        var journal = scope.Services.Journal;
        if (journal.FindReply(call.Key) is { } recorded)
        {
            var replayed = ResponseJson.Read(recorded);
            scope.Count(role, replayed);
            return replayed;
        }

        var cache = scope.Services.Cache;
        var cacheKey = cache is null ? default : scope.CacheKeyOf(role, model.Identity, call);
        if (cache?.Find(cacheKey, model.ReportedModel) is { } kept)
        {
            scope.Trail.Extend(journal.AppendCall(Record(call.Key, canonical, TimeSpan.Zero) with { Response = kept, IsCached = true }));
            scope.Count(role, kept);
            return kept;
        }

        try
        {
            scope.Trail.Secure(journal);
            EnterBudget();
            var started = scope.Services.Time.GetTimestamp();
            var response = await AskAsync(request, cancellationToken).ConfigureAwait(false);
            model.ReportedModel = response.ModelId;
            CountBudget(response.Usage);
            var record = Record(call.Key, canonical, scope.Services.Time.GetElapsedTime(started)) with { Response = response };
            scope.Trail.Extend(journal.AppendCall(record));
            cache?.Keep(record with { Key = cacheKey });
            scope.Count(role, response);
            return response;
        }
        catch (ModelException exception)
        {
            exception.MarkRole(role);
            throw;
        }
    }

    public async Task<IReadOnlyList<LogLikelihood>> ScoreAsync(LogLikelihoodRequest request, CancellationToken cancellationToken = default)
    {
        RequireRoom(model.Window?.FindOverflow(request));
        await scope.Trail.AdmitAsync().ConfigureAwait(false);
        var canonical = JournalFormat.Json(request, static (json, request) => RequestJson.Write(json, request)).ToArray();
        var key = Register(canonical).Key;
        var journal = scope.Services.Journal;
        if (journal.FindReply(key) is { } recorded)
        {
            var replayed = LogLikelihoodJson.Read(recorded);
            scope.Count(role, replayed);
            return replayed;
        }

        try
        {
            scope.Trail.Secure(journal);
            scope.Services.Ledger.Enter();
            var started = scope.Services.Time.GetTimestamp();
            var scores = await AskAsync(request, cancellationToken).ConfigureAwait(false);
            CountBudget(LogLikelihoodJson.UsageOf(scores));
            scope.Trail.Extend(journal.AppendCall(Record(key, canonical, scope.Services.Time.GetElapsedTime(started)) with { LogLikelihoods = scores }));
            scope.Count(role, scores);
            return scores;
        }
        catch (ModelException exception)
        {
            exception.MarkRole(role);
            throw;
        }
    }

    private Task<ChatResponse> AskAsync(ModelRequest request, CancellationToken cancellationToken) => Instruments.AreCallsObserved
        ? ObservedCalls.CompleteAsync(inner, request, role, scope.Services.Observer, cancellationToken)
        : inner.CompleteAsync(request, cancellationToken);

    private Task<IReadOnlyList<LogLikelihood>> AskAsync(LogLikelihoodRequest request, CancellationToken cancellationToken) => Instruments.AreCallsObserved
        ? ObservedCalls.ScoreAsync(inner, request, role, scope.Services.Observer, cancellationToken)
        : inner.GetCapability<ILogLikelihoodClient>()!.ScoreAsync(request, cancellationToken);

    /// <inheritdoc />
    /// <remarks>The subject's replies are kept whatever they are: what it said is what is evaluated.</remarks>
    public void RejectReplies()
    {
        foreach (var call in given)
        {
            scope.Services.Journal.AppendRejection(call.Key);
            scope.Services.Cache?.Reject(scope.CacheKeyOf(role, model.Identity, call));
        }
    }

    private void EnterBudget()
    {
        if (!Info.IsSystem)
        {
            scope.Services.Ledger.Enter();
        }
    }

    private void CountBudget(UsageDetails? usage)
    {
        if (!Info.IsSystem)
        {
            scope.Services.Ledger.Count(usage, Info.Price);
        }
    }

    private void Remember(RegisteredCall call)
    {
        if (role != ModelRole.Subject)
        {
            given.Push(call);
        }
    }

    private void RequireRoom(ModelException? overflow)
    {
        if (overflow is not null)
        {
            overflow.MarkRole(role);
            throw overflow;
        }
    }

    private RegisteredCall Register(byte[] canonical) => scope.Register(role, model.Identity, SHA256.HashData(canonical), Info.IsSystem);

    private CallRecord Record(CallKey key, byte[] canonical, TimeSpan duration) => new()
    {
        Key = key,
        Scope = scope.Scope,
        Role = role,
        Model = Info.Id,
        Request = canonical,
        Duration = duration,
    };
}
