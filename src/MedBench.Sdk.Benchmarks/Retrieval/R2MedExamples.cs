namespace MedBench.Benchmarks;

/// <summary>Reads the worked examples of one set off the authors' <c>src/example.py</c>: a text a set, <c>Post: …</c>, <c>Passage:</c> and the passage, an empty line between two.</summary>
internal static class R2MedExamples
{
    private const int Limit = 4 << 20;
    private const string Again = "Take src/example.py of github.com/R2MED/R2MED as it is, or write a file in its form";

    /// <summary>Reads the examples.</summary>
    /// <exception cref="DatasetException">The file is too long, no dictionary of texts, or has no example of the set.</exception>
    public static async Task<IReadOnlyList<Exemplar>> ReadAsync(DatasetFile file, R2MedTask task, string benchmark, CancellationToken cancellationToken)
    {
        var texts = PythonTexts.Read(await ReadTextAsync(file, benchmark, cancellationToken).ConfigureAwait(false), out var line)
            ?? throw new DatasetException("this is no dictionary of plain texts", Again, benchmark, file.Name, line);
        var text = texts.GetValueOrDefault(task.ExampleKey) ?? throw new DatasetException($"there is no '{task.ExampleKey}'", Again, benchmark, file.Name);
        return Split(text.Trim('\n'), task) ?? throw new DatasetException($"an example does not read '{task.Label}: …', '{task.Wanted}:' and the text, each on a line of its own", Again, benchmark, file.Name, field: task.ExampleKey);
    }

    private static List<Exemplar>? Split(string text, R2MedTask task)
    {
        var (start, middle) = ($"{task.Label}: ", $"\n{task.Wanted}:\n");
        if (!text.StartsWith(start, StringComparison.Ordinal))
        {
            return null;
        }

        var examples = new List<Exemplar>();
        foreach (var example in text[start.Length..].Split($"\n\n{start}"))
        {
            var end = example.IndexOf(middle, StringComparison.Ordinal);
            if (end <= 0 || end + middle.Length == example.Length)
            {
                return null;
            }

            examples.Add(new Exemplar
            {
                Input = new SampleInput { Id = FormattableString.Invariant($"{task.Set}-example-{examples.Count + 1}"), Stem = example[..end], Subject = task.Set },
                Answer = example[(end + middle.Length)..],
            });
        }

        return examples;
    }

    private static async Task<string> ReadTextAsync(DatasetFile file, string benchmark, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(file.OpenRead());
        var buffer = new char[Limit + 1];
        var length = await reader.ReadBlockAsync(buffer, cancellationToken).ConfigureAwait(false);
        return length <= Limit ? new string(buffer, 0, length).ReplaceLineEndings("\n") : throw new DatasetException("the file is too long for a few examples", Again, benchmark, file.Name);
    }
}
