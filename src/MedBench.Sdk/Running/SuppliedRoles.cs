namespace MedBench.Running;

/// <summary>Has a benchmark fill the roles that a plan gives to nobody, and sends the players home when the run ends.</summary>
internal static class SuppliedRoles
{
    /// <summary>Returns a client for each of the card's supplied roles that the plan leaves open.</summary>
    public static async Task<IReadOnlyDictionary<string, IModelClient>> CreateAsync(EvaluationPlan plan, BenchmarkSelection selection, IDatasetSource source, CancellationToken cancellationToken)
    {
        var card = selection.Benchmark.Card;
        var open = card.SuppliedRoles.Where(role => !plan.Roles.ContainsKey(role)).ToList();
        if (open.Count == 0)
        {
            return new Dictionary<string, IModelClient>();
        }

        var created = await selection.Benchmark.CreateRolesAsync(selection.SplitName, source, cancellationToken).ConfigureAwait(false);
        var missing = open.Find(role => !created.ContainsKey(role));
        if (missing is null && !created.ContainsKey(ModelRole.Subject))
        {
            await DisposeAsync(created.Where(pair => !open.Contains(pair.Key)).Select(pair => pair.Value)).ConfigureAwait(false);
            return open.ToDictionary(role => role, role => created[role], StringComparer.Ordinal);
        }

        await DisposeAsync(created.Values).ConfigureAwait(false);
        throw new PlanException(missing is null
            ? $"The benchmark '{card.Id}' supplies a model for the role 'subject'. Models under evaluation belong in the plan's Models."
            : $"The benchmark '{card.Id}' says that it supplies the role '{missing}' and created nobody for it. Return one from CreateRolesAsync, or take the role off the card's SuppliedRoles.");
    }

    /// <summary>Disposes clients that a run created, each once.</summary>
    public static async ValueTask DisposeAsync(IEnumerable<IModelClient> clients)
    {
        foreach (var client in clients.Distinct())
        {
            if (client is IAsyncDisposable asynchronous)
            {
                await asynchronous.DisposeAsync().ConfigureAwait(false);
            }
            else if (client is IDisposable disposable)
            {
                disposable.Dispose();
            }
        }
    }
}
