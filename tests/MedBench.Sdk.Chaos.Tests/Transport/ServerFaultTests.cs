using MedBench.Tests.Models;

namespace MedBench.Chaos.Transport;

[FailureMode(3)]
public sealed class ServerFaultTests
{
    private static readonly int[] Statuses = [500, 502, 503, 504, 529, 408];

    [Test]
    public async Task A_server_at_fault_is_outlasted_up_to_the_last_attempt()
    {
        const int MaxAttempts = 8;
        var (exact, all) = (0, 0);
        foreach (var status in Statuses)
        {
            for (var failures = 0; failures <= MaxAttempts + 1; failures++)
            {
                all++;
                exact += await IsExactAsync(status, failures, MaxAttempts) ? 1 : 0;
            }
        }

        Figure.Print(3, $"{exact}/{all} outcomes and attempt counts exact");
        Assert.That(exact, Is.EqualTo(all));
    }

    private static async Task<bool> IsExactAsync(int status, int failures, int maxAttempts)
    {
        using var endpoint = new StubEndpoint(request => request.Number <= failures ? StubEndpoint.Json("", status) : StubEndpoint.Answer("A"));
        using var client = endpoint.Client();
        var resilient = new ResilientModelClient(client, StubEndpoint.Quick with { MaxAttempts = maxAttempts });
        if (failures < maxAttempts)
        {
            return (await resilient.CompleteAsync(Replies.Question)).GetAttempts() == failures + 1 && endpoint.Calls == failures + 1;
        }

        var error = (await Assert.ThrowsAsync<ModelException>(() => resilient.CompleteAsync(Replies.Question)))!;
        return error.Kind == ModelErrorKind.Server && error.StatusCode == status && error.GetAttempts() == maxAttempts && endpoint.Calls == maxAttempts;
    }
}
