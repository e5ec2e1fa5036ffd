using System.Globalization;
using System.Text.Json;

namespace MedBench.Cli.Tests.Harness;

/// <summary>Question files as users write them.</summary>
internal static class Questions
{
    private static readonly string[] Signs = ["fever", "a stiff neck", "chest pain", "a wheeze", "jaundice", "a rash", "haematuria"];

    private static readonly string[] Drugs = ["aspirin", "heparin", "insulin", "digoxin", "lithium", "warfarin", "morphine", "propofol", "atropine"];

    public static string Line(int number)
        => JsonSerializer.Serialize(new
        {
            question = string.Create(CultureInfo.InvariantCulture, $"Case {number:D6}: a patient of {20 + (number % 60)} years has {Signs[number % 7]} and {Signs[number * 3 % 7]}. Which drug is given first?"),
            options = Enumerable.Range(0, 4).ToDictionary(i => ((char)('A' + i)).ToString(), i => Drugs[(number + (2 * i)) % 9]),
            answer_idx = ((char)('A' + (number * 7 % 4))).ToString(),
        });

    public static string Lines(int first, int count) => string.Concat(Enumerable.Range(first, count).Select(number => Line(number) + "\n"));

    /// <summary>Returns a question as MedXpertQA writes it.</summary>
    public static string LabelledLine(int number)
        => JsonSerializer.Serialize(new { id = $"Text-{number}", question = $"A patient has {Signs[number % 7]}. Which drug is given first?", options = new { A = "aspirin", B = "heparin" }, label = "A" });

    public static string MedMcqaLine(int number, int cop)
        => JsonSerializer.Serialize(new { id = $"m{number}", question = $"Which drug treats {Signs[number % 7]}?", opa = "aspirin", opb = "heparin", opc = "insulin", opd = "digoxin", cop });
}
