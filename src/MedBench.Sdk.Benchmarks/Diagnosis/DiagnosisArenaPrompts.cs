using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;

namespace MedBench.Benchmarks;

/// <summary>The prompts of DiagnosisArena, byte for byte: <c>code/inference.py</c>, <c>evaluation.py</c> and <c>inference_mcq.py</c> of SPIRAL-MED/DiagnosisArena @ 66e7a55.</summary>
internal static partial class DiagnosisArenaPrompts
{
    private const string Judge =
        "\nYou are an expert in diagnosing challenging cases. You will receive a student's answer containing 5 differential diagnoses, as well as the reference diagnosis. "
        + "You need to score each diagnosis from the student's answer according to the following rules:\n\n"
        + "2 = The student’s diagnosis exactly matches the reference diagnosis; \n"
        + "1 = The student’s diagnosis is a broad category that includes the reference diagnosis; \n"
        + "0 = The student's diagnosis does not meet the criteria for a score of 1 or 2.\n\n"
        + "Here is the student’s answer: \n{answer}\n\n"
        + "Here is the reference diagnosis: \n{reference}\n\n"
        + "Output Format: Output the scores in the following format. \n"
        + "1. Disease 1 Name: \\boxed{The Score of Disease 1};\n"
        + "2. Disease 2 name: \\boxed{The Score of Disease 2};\n"
        + "...\n";

    /// <summary>Gets the judge's question, and the grades read off its boxes; a box that holds no grade is no verdict.</summary>
    public static JudgePrompt Grading { get; } = new(Judge) { IsVerbatim = true, Reading = VerdictReading.Grades("boxed-grades-v1", ReadGrades) };

    /// <summary>Gets the layout of the question with options, which are shown as Python prints a dictionary.</summary>
    public static PromptProtocol Choice { get; } = new()
    {
        Id = "diagnosisarena-mcq",
        Version = "1",
        Context = "{sections}",
        Section = "\n{label}:\n{text}",
        SectionRule = TextRule.AsPublished,
        Question = "Case Information:\n{stem}{context}\n\nHere are the four options: \n{options}",
        StemRule = TextRule.AsPublished,
        OptionList = "{{{options}}}",
        Option = "'{label}': {text}",
        OptionSeparator = ", ",
        OptionRule = TextRule.PythonLiteral,
        Closing =
        [
            PromptTurn.User(
                "\nAccording to the provided medical case and select the most appropriate diagnosis from the following four options. Put your final answer within \\boxed{{}}.\n\n"
                + "Here is the medical case: \n{question}\n\nPut your final answer letter within \\boxed{{}}.\nFinal answer: \\boxed{{Correct Option Letter}}\n"),
        ],
    };

    public static IReadOnlyList<ChatMessage> Compose(SampleInput input) => TextPrompting.Ask(
        input,
        "\nAs a medical expert, please make a diagnosis for the patient's disease based on the case information, \nphysical examination, and diagnostic tests. "
        + "Please enumerate the top 5 most likely diagnoses for the \nfollowing patient in order, with the most likely disease listed first.\n\n"
        + $"Case Information:\n{input.Stem}\n\nPhysical Examination:\n{input.Context[0].Text}\n\nDiagnostic tests:\n{input.Context[1].Text}\n\n"
        + "Output the diagnosis in numeric order, one per line. For example:\n1. Disease A;\n2. Disease B;\n...\n\nDo not output anything else!\n");

    private static List<int>? ReadGrades(string reply)
    {
        var grades = new List<int>();
        foreach (Match box in Box().Matches(reply))
        {
            if (!int.TryParse(box.Groups[1].ValueSpan, NumberStyles.Integer, CultureInfo.InvariantCulture, out var grade))
            {
                return null;
            }

            grades.Add(grade);
        }

        return grades.Count == 0 ? null : grades;
    }

    [GeneratedRegex(@"\\boxed\{([^}\n]*)\}", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Box();
}
