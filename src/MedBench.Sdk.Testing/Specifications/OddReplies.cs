namespace MedBench.Testing;

/// <summary>Replies that no reader expects.</summary>
internal static class OddReplies
{
    /// <summary>Gets texts without a normal form, without an end, without a sense, beyond every number.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "\uFFFE", "x\uFFFEy", "\uD800", "\uDC00x", "\0", "\u202E(A)\u202C", "A" + new string('\u0301', 300), "👩‍⚕️", "Ａ", "①", "²", "½", "٣٫١٤", "１，２３４", "10⁻³", "∞",
        "A, B, C, D, E, F, G, H, I, J, K", "(A)(B)(C)(D)(E)", "1", "0", "-1", "{", "}", "[[[[[[[[", "\"", "\"A", "```json\n{\"answer\":", "{\"answer\": null}", "{\"answer\": {\"answer\": \"A\"}}", "[]", "null", "true",
        "99999999999999999999999999", "-99999999999999999999999999", "1e999", "-1e-999", "NaN", "Infinity", "0x1F", "1.2.3", "1,,2", "12/0", "0/0", "100%", "1000000 %", "5e", "+-5", ".", ",", "..", "-",
        "31/02/2024", "00/00/0000", "2024-13-45", "(9999999999 weeks, 9999999999 days)", "(weeks, days)", "25:61",
        "<think>", "</think>", "<think>A</think>", "<answer>", "</answer>", "\\boxed{", "\\boxed{}", "\\boxed{\\boxed{A", "FINAL QUESTION:", "DIAGNOSIS READY:", "REQUEST TEST:", "REQUEST IMAGES",
        "GET ", "GET http://[", "GET http://127.0.0.1:1/", "POST http://\n{", "FINISH", "FINISH(", "FINISH([\uD800])", "FINISH([-1e999])", "CORRECT", "-1 NA", "text-0 1 ", "$", "(?<", "%s %d {0} {1}", "'; --", "<script>",
        new string('9', 500), new string('(', 5_000), new string('A', 70_000), string.Concat(Enumerable.Repeat("Answer: A ", 2_000)), string.Concat(Enumerable.Repeat("a\n", 5_000)),
    ];

    /// <summary>Writes the beginning of a reply so that it can be read.</summary>
    public static string Describe(string reply)
        => string.Concat(reply.Take(40).Select(character => character is >= ' ' and <= '~' ? $"{character}" : FormattableString.Invariant($"\\u{(int)character:X4}"))) + (reply.Length > 40 ? FormattableString.Invariant($"… ({reply.Length} characters)") : "");
}
