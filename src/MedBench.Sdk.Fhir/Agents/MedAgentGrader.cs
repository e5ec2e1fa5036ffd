using System.Globalization;
using System.Text.Json;

namespace MedBench.Benchmarks;

/// <summary>MedAgentBench's ten graders: an agent that finished is right where it answered and ordered what the task asks, and ordered nothing else.</summary>
internal sealed class MedAgentGrader(MedAgentTask task, AgentRecord record, MedAgentRecords records, MedAgentBenchDefects defects)
{
    private const string NeedlessOrder = "an order was placed where none was to be";

    private readonly IReadOnlyList<AgentPost> posts = defects.HasFlag(MedAgentBenchDefects.FencedPosts) ? [.. record.Posts.Where(post => post.IsPlain)] : record.Posts;
    private readonly JsonElement? answer = record.Result is null ? null : AgentAction.ReadJson(record.Result);

    public async Task<MedAgentVerdict> GradeAsync(OrderBook orders, CancellationToken cancellationToken)
    {
        switch (task.Number)
        {
            case 1:
                return Answered($"[{string.Join(",", task.Solution.Select(text => $"\"{JsonEncodedText.Encode(text)}\""))}]");
            case 2:
                return Answered($"[{Age(await records.FindBirthDateAsync(task.Patient, cancellationToken).ConfigureAwait(false))}]");
            case 3:
                return Ordered(null, orders.BloodPressure(posts));
            case 4:
                return Answered(GoldOf(Measurement.Latest(Recent(await FindAsync("MG", cancellationToken).ConfigureAwait(false)))));
            case 5:
                return Magnesium(Measurement.Latest(Recent(await FindAsync("MG", cancellationToken).ConfigureAwait(false))), orders);
            case 6:
                return Mean([.. Recent(await FindAsync("GLU", cancellationToken).ConfigureAwait(false))]);
            case 7:
                return Answered(GoldOf(Measurement.Latest(await FindAsync("GLU", cancellationToken).ConfigureAwait(false))));
            case 8:
                return Ordered(null, orders.Referral(posts, task.Solution[0]));
            case 9:
                return Potassium(Measurement.Latest(await FindAsync("K", cancellationToken).ConfigureAwait(false)), orders);
            default:
                return HaemoglobinA1C(Measurement.Latest(await FindAsync("A1C", cancellationToken).ConfigureAwait(false)), orders);
        }
    }

    private MedAgentVerdict Magnesium(Measurement? latest, OrderBook orders)
    {
        if (latest is null)
        {
            return Ordered(null, FindNeedlessOrder()); // Published so: without a value the answer does not matter.
        }

        var fault = latest.Value > 1.9 ? FindNeedlessOrder() : orders.Magnesium(posts, latest.Value < 1 ? 4 : latest.Value < 1.5 ? 2 : 1);
        return Checked(GoldOf(latest), fault);
    }

    private MedAgentVerdict Potassium(Measurement? latest, OrderBook orders)
        => Checked(GoldOf(latest), latest is null || latest.Value >= 3.5 ? FindNeedlessOrder() : orders.Potassium(posts, (3.5 - latest.Value) / 0.1 * 10));

    private MedAgentVerdict HaemoglobinA1C(Measurement? latest, OrderBook orders)
    {
        var isDue = latest is null || latest.Time < MedAgentRecords.Now.AddYears(-1);
        return Checked(latest is null ? "[-1]" : $"[{latest.ValueText},\"{JsonEncodedText.Encode(latest.TimeText)}\"]", isDue ? orders.HaemoglobinA1C(posts) : FindNeedlessOrder());
    }

    private MedAgentVerdict Mean(IReadOnlyList<Measurement> recent)
    {
        var mean = recent.Count == 0 ? -1 : recent.Sum(one => one.Value) / recent.Count;
        var isNear = answer is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() == 1 && list[0].ValueKind == JsonValueKind.Number && list[0].TryGetDouble(out var given) && Math.Abs(given - mean) < 0.1;
        return MedAgentVerdict.Of(string.Create(CultureInfo.InvariantCulture, $"[{mean:R}]"), FindNeedlessOrder() ?? (isNear ? null : "the answer is another one"));
    }

    /// <summary>Grades a task that is answered and orders nothing.</summary>
    private MedAgentVerdict Answered(string gold) => MedAgentVerdict.Of(gold, FindNeedlessOrder() ?? (IsAnswer(gold) ? null : "the answer is another one"));

    /// <summary>Grades a task that only asks to check a value, so that an empty answer will do.</summary>
    private MedAgentVerdict Checked(string gold, string? fault) => MedAgentVerdict.Of(gold, fault ?? (IsAnswer(gold) || IsAnswer("[]") ? null : "the answer is another one"));

    private static MedAgentVerdict Ordered(string? gold, string? fault) => MedAgentVerdict.Of(gold, fault);

    private string? FindNeedlessOrder()
        => (defects.HasFlag(MedAgentBenchDefects.PostSubstring) ? record.MentionsPost : record.Posts.Count > 0) ? NeedlessOrder : null;

    private bool IsAnswer(string json) => answer is { } given && AgentAction.ReadJson(json) is { } wanted && JsonElement.DeepEquals(given, wanted);

    private Task<IReadOnlyList<Measurement>> FindAsync(string code, CancellationToken cancellationToken) => records.FindMeasurementsAsync(task.Patient, code, cancellationToken);

    private static IEnumerable<Measurement> Recent(IEnumerable<Measurement> measurements) => measurements.Where(one => one.Time >= MedAgentRecords.Now.AddHours(-24));

    private static string GoldOf(Measurement? latest) => latest is null ? "[-1]" : $"[{latest.ValueText}]";

    private static int Age(DateOnly born)
    {
        var today = DateOnly.FromDateTime(MedAgentRecords.Now.DateTime);
        return today.Year - born.Year - ((today.Month, today.Day).CompareTo((born.Month, born.Day)) < 0 ? 1 : 0);
    }
}
