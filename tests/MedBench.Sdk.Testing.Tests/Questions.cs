using System.Globalization;

namespace MedBench.Testing.Tests;

/// <summary>Made-up questions for the tests of this project.</summary>
internal static class Questions
{
    public static readonly Sample Scurvy = Create("scurvy", "Deficiency of which vitamin causes scurvy?", "B", "Vitamin A", "Vitamin C", "Vitamin D", "Vitamin K");

    public static readonly Sample Diaphragm = Create("diaphragm", "Which nerve supplies the diaphragm?", "C", "Vagus nerve", "Accessory nerve", "Phrenic nerve", "Facial nerve");

    public static Sample Create(string id, string stem, string right, params string[] options)
        => new() { Input = new() { Id = id, Stem = stem, Options = [.. options.Select((text, i) => new ChoiceOption($"{(char)('A' + i)}", text))] }, Target = new ChoiceTarget(right) };

    public static IReadOnlyList<Sample> CreateMany(int count)
        => [.. Enumerable.Range(0, count).Select(i => Create(Number(i), $"Which is right in case {Number(i)}?", $"{(char)('A' + (i % 4))}", "One", "Two", "Three", "Four"))];

    public static ModelRequest Ask(Sample sample, string before = "", int? seed = null)
        => ModelRequest.FromText(before + Render(sample.Input.Stem, [.. sample.Input.Options.Select(option => option.Text)]), new() { Seed = seed });

    public static string Render(string stem, params string[] options)
        => $"Question: {stem}\n{string.Join('\n', options.Select((text, i) => $"{(char)('A' + i)}. {text}"))}\nAnswer:";

    private static string Number(int i) => i.ToString(CultureInfo.InvariantCulture);
}
