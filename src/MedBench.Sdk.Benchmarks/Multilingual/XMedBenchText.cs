using System.Globalization;

namespace MedBench.Benchmarks;

/// <summary>The words of XMedBench's prompts in one language: FreedomIntelligence/Apollo, src/process/prepare/data_process_test_*.py.</summary>
/// <param name="Opening">What the model is asked to do, with the first and the last letter open.</param>
/// <param name="FirstLetter">The first letter as published.</param>
/// <param name="LastLetter">The last letter as published, whatever the question has.</param>
/// <param name="Question">What stands before the question.</param>
/// <param name="Options">What stands before the options.</param>
/// <param name="Answer">What an example's answer begins with, blank included where there is one.</param>
internal sealed record XMedBenchText(string Opening, string FirstLetter, string LastLetter, string Question, string Options, string Answer)
{
    private const string Evidence = " Choose ‘yes’ or ‘no’ if the evidence in the context supports a definitive answer. Choose ‘maybe’ if the evidence in the context does not support a definitive answer.";

    private static readonly XMedBenchText English = new("You are a medical doctor answering real-world medical exam questions. Select one correct answer from {0} to {1}.", "A", "D", "Question: ", "Options:", "The correct answer is ");

    private static readonly XMedBenchText Arabic = new("أنت طبيب يجيب على أسئلة الفحص الطبي في العالم الحقيقي. الرجاء اختيار الإجابة الصحيحة من {0} إلى {1}.", "أ", "د", "سؤال: ", "خيارات:", "الإجابة الصحيحة هي ");

    private static readonly Dictionary<string, XMedBenchText> Texts = new(StringComparer.Ordinal)
    {
        ["en"] = English,
        ["zh"] = new("您是一名医生，正在回答现实世界的医学考试问题。请从{0}到{1}中选择一个正确答案。", "A", "D", "问题: ", "选项:", "正确答案是"),
        ["es"] = new("Usted es un médico que responde preguntas de exámenes médicos del mundo real. Elija una respuesta correcta de la {0} a la {1}.", "A", "D", "pregunta: ", "Opciones:", "La respuesta correcta es "),
        ["fr"] = new("Vous êtes un médecin et répondez à des questions d'examen médical du monde réel. Veuillez choisir une bonne réponse de {0} à {1}.", "A", "E", "question: ", "Possibilités:", "La bonne réponse est "),
        ["hi"] = new("आप एक डॉक्टर हैं जो वास्तविक दुनिया की मेडिकल परीक्षा के सवालों का जवाब दे रहे हैं। कृपया {0} से {1} तक सही उत्तर चुनें।", "A", "D", "सवाल: ", "विकल्प:", "सही उत्तर है"),
        ["ar"] = Arabic,
    };

    /// <summary>Gets what answers begin with in all languages.</summary>
    public static IEnumerable<string> Answers => Texts.Values.Select(text => text.Answer.TrimEnd());

    /// <summary>Finds the words of a language; English for any other.</summary>
    public static XMedBenchText Of(string? language) => language is not null && Texts.TryGetValue(language, out var text) ? text : English;

    /// <summary>Writes what is asked.</summary>
    /// <param name="input">The question.</param>
    /// <param name="keepsLetters">Whether the letters are the published ones.</param>
    public string Ask(SampleInput input, bool keepsLetters)
    {
        var (first, last) = keepsLetters && input.Context.Count == 0 ? (FirstLetter, LastLetter) : (input.Options[0].Label, input.Options[^1].Label);
        var opening = string.Format(CultureInfo.InvariantCulture, Opening, first, last);
        var context = input.Context.Count == 0 ? "" : $"{Evidence}\nContext: {string.Join('\n', input.Context.Select(section => section.Text))} ";
        return $"{opening}{context}\n{Question}{input.Stem}\n{Options}\n{string.Join('\n', input.Options.Select(option => $"({option.Label}) {option.Text}"))}\n";
    }

    /// <summary>Writes the answer of a worked example.</summary>
    /// <param name="label">The right letter.</param>
    /// <param name="putsArabicFirst">Whether the Arabic answer stands before its own introduction, as published.</param>
    public string Tell(string label, bool putsArabicFirst) => ReferenceEquals(this, Arabic) && putsArabicFirst ? $"({label}){Answer.TrimEnd()}." : $"{Answer}({label}).";
}
