using System.Globalization;
using System.Text.Json;
using MedBench.Running;

namespace MedBench;

/// <summary>Puts a run into a bundle, streaming from its journal.</summary>
internal sealed class RunBundler
{
    private readonly string folder;
    private readonly RunManifest manifest;
    private readonly ReplayBundleOptions options;
    private readonly List<KeyValuePair<long, JournalEntry>> samples;
    private readonly HashSet<string> shareable;

    /// <exception cref="InvalidDataException">The folder holds no run, or one that has not ended.</exception>
    public RunBundler(string folder, ReplayBundleOptions options)
    {
        RunReader.Require(folder);
        (this.folder, this.options) = (folder, options);
        manifest = RunManifest.Read(Path.Combine(folder, BundleNames.Manifest));
        var journal = JournalReader.Read(Journal);
        samples = [.. journal.Samples.Concat(journal.Failures).OrderBy(pair => pair.Key)];
        shareable = [.. manifest.Cards.Where(card => card.AccessTier == AccessTier.Open || (card.AccessTier == AccessTier.Gated && options.Shareable.Contains(card.Id))).Select(card => card.Id)];
        RequireEnded();
        RequireAllowed();
    }

    private string Journal => Path.Combine(folder, "journal.jsonl");

    private string Results => Path.Combine(folder, BundleNames.Results);

    public void Write(Stream stream)
    {
        var bank = ReadBank();
        var data = BundledData.Find(manifest, options.Data, shareable);
        var (failed, unrecorded) = ReadResults();
        using var writer = new BundleWriter(stream, options.Secrets);
        IReadOnlyCollection<string> scoring = [];
        writer.Add(BundleNames.Calls, calls => scoring = BundledCalls.Write(Journal, KeepsRequest, calls));
        data.Write(writer);
        if (bank is not null)
        {
            writer.Add(BundleNames.Bank, output => output.Write(bank));
        }

        writer.Add(BundleNames.Manifest, output => output.Write(ManifestJson()));
        writer.Add(BundleNames.Results, WriteResults);
        writer.Add(BundleNames.Summary, output => output.Write(File.ReadAllBytes(Path.Combine(folder, BundleNames.Summary))));
        writer.Add(BundleNames.Unrecorded, output => WriteUnrecorded(output, unrecorded));
        writer.Finish(new BundleIndex
        {
            Total = manifest.Total,
            Failed = failed,
            Unrecorded = unrecorded.Count,
            Scoring = scoring,
            Versions = manifest.Fingerprint.Where(pair => pair.Key == "sdk" || pair.Key.EndsWith("/version", StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal),
            Data = data.Files,
            Entries = writer.Entries,
        });
    }

    private void RequireEnded()
    {
        if (samples.Count != manifest.Total)
        {
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"Of the run in '{folder}' {samples.Count} of {manifest.Total} samples have ended. Continue it to its end before it is bundled, or run it with a limit."));
        }

        foreach (var file in new[] { BundleNames.Results, BundleNames.Summary })
        {
            if (!File.Exists(Path.Combine(folder, file)))
            {
                throw new InvalidDataException($"'{folder}' holds no {file}: the run was ended before it was written. Continue the run, which asks nothing again.");
            }
        }

        using var summary = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, BundleNames.Summary)));
        if (summary.RootElement.TryGetProperty("stopped", out var stopped))
        {
            throw new InvalidDataException($"The run in '{folder}' was stopped: {stopped.GetString()} Continue it to its end before it is bundled.");
        }
    }

    private void RequireAllowed()
    {
        if (manifest.Cards.Count == 0)
        {
            throw new InvalidDataException($"The manifest in '{folder}' has no cards of its benchmarks, so that it is not known what may be passed on. Run the plan anew with this version.");
        }

        if (manifest.Cards.FirstOrDefault(card => card.AccessTier == AccessTier.Restricted) is { } card && !options.AllowRestrictedData)
        {
            throw new InvalidDataException($"The benchmark '{card.Id}' is restricted ({card.License}), and replies, answers and identifiers in a bundle may quote its records. Set AllowRestrictedData if your agreement covers whoever receives the bundle.");
        }

        if (options.Secrets.Any(secret => secret.Length < 8))
        {
            throw new ArgumentException("A secret has fewer than 8 characters, so that it would be found by chance. Name whole keys.");
        }
    }

    /// <summary>Reads the part of a shared exemplar bank with which the run began; null where it had none of its own.</summary>
    private byte[]? ReadBank()
    {
        if (manifest.Fingerprint.GetValueOrDefault("exemplar-bank") is not { } bank || bank == "run folder")
        {
            return null;
        }

        var length = int.Parse(bank.Split(' ')[0], CultureInfo.InvariantCulture);
        if (length == 0)
        {
            return [];
        }

        var path = options.ExemplarBankPath ?? throw new InvalidDataException($"The run in '{folder}' began with rationales of a shared exemplar bank ({bank}). Name that file, so that they can be replayed.");
        return BankFingerprint.Of(path, bank) == bank ? File.ReadAllBytes(path)[..length]
            : throw new InvalidDataException($"The exemplar bank {path} is not the one with which the run in '{folder}' began ({bank}). Name that one.");
    }

    private bool KeepsRequest(string scope)
        => shareable.Count == manifest.Cards.Count || (scope.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash && shareable.Contains(scope[..slash]));

    private byte[] ManifestJson()
    {
        using var json = new MemoryStream();
        (manifest with { About = BundledAbout.Filter(manifest.About) }).Write(json);
        return json.ToArray();
    }

    /// <summary>Reads how the samples ended, and finds those whose end no call explains: a failure or refusal of an endpoint leaves no reply to replay.</summary>
    private (long Failed, List<KeyValuePair<long, JournalEntry>> Unrecorded) ReadResults()
    {
        var failed = 0L;
        var unrecorded = new List<KeyValuePair<long, JournalEntry>>();
        using var records = new RecordReader(Journal);
        foreach (var sample in samples)
        {
            var result = ResultJson.Read(records.Read(sample.Value));
            failed += result.Outcome == Outcome.Failed ? 1 : 0;
            if (result.Error is not null && !(result.Outcome == Outcome.Unsupported && result.Calls == 0))
            {
                unrecorded.Add(sample);
            }
        }

        return (failed, unrecorded);
    }

    private void WriteResults(Stream output)
    {
        using var records = new RecordReader(Journal);
        using var written = new FileStream(Results, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        var known = new byte[1 << 12];
        foreach (var (ordinal, entry) in samples)
        {
            byte[] line = [.. records.Read(entry), (byte)'\n'];
            Array.Resize(ref known, Math.Max(known.Length, line.Length));
            if (written.ReadAtLeast(known.AsSpan(0, line.Length), line.Length, throwOnEndOfStream: false) < line.Length || !line.AsSpan().SequenceEqual(known.AsSpan(0, line.Length)))
            {
                throw Disagree(ordinal);
            }

            output.Write(line);
        }

        if (written.ReadByte() >= 0)
        {
            throw Disagree(samples.Count);
        }
    }

    private InvalidDataException Disagree(long ordinal)
        => new(string.Create(CultureInfo.InvariantCulture, $"{Results}, line {ordinal + 1}: the result is not the one in the run's journal. Continue the run, which writes its results again and asks nothing."));

    private void WriteUnrecorded(Stream output, List<KeyValuePair<long, JournalEntry>> unrecorded)
    {
        using var records = new RecordReader(Journal);
        foreach (var (ordinal, entry) in unrecorded)
        {
            output.Write(JournalFormat.Line("sample", (ordinal, Json: records.Read(entry)), static (json, state) =>
            {
                json.WriteNumber("n"u8, state.ordinal);
                json.WritePropertyName("r"u8);
                json.WriteRawValue(state.Json, skipInputValidation: true);
            }));
        }
    }
}
