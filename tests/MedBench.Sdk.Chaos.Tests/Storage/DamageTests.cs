using MedBench.Running;

namespace MedBench.Chaos.Storage;

/// <summary>No damage to a journal or a manifest ever becomes a result: it is repaired, or refused by name.</summary>
[FailureMode(18)]
public sealed class DamageTests : StorageFixture
{
    private byte[] journal = [];
    private string baseline = "";
    private Dictionary<long, string> results = [];
    private Dictionary<CallKey, string> replies = [];

    [SetUp]
    public async Task RunOnce()
    {
        await new EvaluationRunner().EvaluateAsync(CrashPlan.Create(NewModel(), samples: 1), CrashPlan.Options(At("whole")));
        (journal, baseline) = (File.ReadAllBytes(Path.Combine(At("whole"), "journal.jsonl")), Hash(At("whole")));
        var content = JournalReader.Read(Path.Combine(At("whole"), "journal.jsonl"));
        results = content.Samples.ToDictionary(pair => pair.Key, pair => Text(journal, pair.Value));
        replies = content.Calls.ToDictionary(pair => pair.Key, pair => Text(journal, pair.Value));
    }

    [Test]
    public void Every_prefix_is_repaired()
    {
        for (var length = 0; length <= journal.Length; length += Scale.Of(quick: 7, full: 1))
        {
            Assert.That(Accepts(journal[..length]), Is.True, $"cut at {length}");
        }

        Figure.Print(18, $"journal of {journal.Length} bytes cut at {(journal.Length / Scale.Of(7, 1)) + 1} places: all repaired, 0 wrong results");
    }

    [Test]
    public void Every_flipped_bit_is_refused_or_cut_off()
    {
        var (refused, cut, step) = (0, 0, Scale.Of(quick: 53, full: 1));
        for (var bit = 0; bit < journal.Length * 8; bit += step)
        {
            var damaged = journal.ToArray();
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
            if (Accepts(damaged))
            {
                cut++;
            }
            else
            {
                refused++;
            }
        }

        Figure.Print(18, $"{refused + cut} flipped bits of a journal: {refused} refused with the line's number, {cut} at the end cut off, 0 wrong results");
        Assert.That(cut, Is.LessThanOrEqualTo(8), "Only the last line end may turn a record into a torn one.");
    }

    [Test]
    public async Task Every_flipped_bit_of_a_manifest_is_refused_or_harmless()
    {
        var path = Path.Combine(At("whole"), "manifest.json");
        var manifest = File.ReadAllBytes(path);
        var (refused, harmless) = (0, 0);
        for (var bit = 0; bit < manifest.Length * 8; bit += Scale.Of(quick: 61, full: 3))
        {
            var damaged = manifest.ToArray();
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
            await File.WriteAllBytesAsync(path, damaged);
            try
            {
                await new EvaluationRunner().EvaluateAsync(CrashPlan.Create(NewModel(), samples: 1), CrashPlan.Options(At("whole")));
                Assert.That(File.ReadAllText(Path.Combine(At("whole"), "results.jsonl")), Is.EqualTo(string.Concat(results.OrderBy(pair => pair.Key).Select(pair => pair.Value + "\n"))), $"bit {bit}");
                harmless++;
            }
            catch (Exception exception) when (exception is RunConflictException or InvalidDataException)
            {
                refused++;
            }
        }

        Figure.Print(18, $"{refused + harmless} flipped bits of a manifest: {refused} refused, {harmless} without effect, 0 wrong results");
        Assert.That(refused, Is.GreaterThan(harmless));
    }

    [Test]
    [FailureMode(19)]
    public async Task Repeated_and_shuffled_records_change_nothing()
    {
        var lines = File.ReadAllLines(Path.Combine(At("whole"), "journal.jsonl"));
        for (var round = 0; round < Scale.Of(quick: 10, full: 100); round++)
        {
            var shuffled = lines.Concat(lines).ToArray();
            SeededRandom.Create(round, "shuffle").Shuffle(shuffled.AsSpan());
            var folder = At($"shuffled-{round}");
            Directory.CreateDirectory(folder);
            File.Copy(Path.Combine(At("whole"), "manifest.json"), Path.Combine(folder, "manifest.json"));
            await File.WriteAllLinesAsync(Path.Combine(folder, "journal.jsonl"), shuffled);
            var paid = Paid();
            await new EvaluationRunner().EvaluateAsync(CrashPlan.Create(NewModel(), samples: 1), CrashPlan.Options(folder));
            Assert.That((Hash(folder), Paid()), Is.EqualTo((baseline, paid)), $"round {round}");
        }

        Figure.Print(19, $"{lines.Length} records doubled and shuffled {Scale.Of(10, 100)} times: the same bytes, no call paid");
    }

    /// <summary>Returns whether the journal is read; where it is, all that it gives must be what was written.</summary>
    private bool Accepts(byte[] bytes)
    {
        try
        {
            var content = JournalReader.Read(new MemoryStream(bytes), "journal.jsonl");
            foreach (var (ordinal, entry) in content.Samples)
            {
                Assert.That(Text(bytes, entry), Is.EqualTo(results[ordinal]));
            }

            foreach (var (key, entry) in content.Calls)
            {
                Assert.That(Text(bytes, entry), Is.EqualTo(replies[key]));
            }

            return true;
        }
        catch (InvalidDataException exception)
        {
            Assert.That(exception.Message, Does.Contain("line"));
            return false;
        }
    }

    private static string Text(byte[] bytes, JournalEntry entry) => System.Text.Encoding.UTF8.GetString(bytes, (int)entry.Offset, entry.Length);
}
