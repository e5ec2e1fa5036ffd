namespace MedBench.Tests.Scoring.Extraction;

/// <summary>Final answers in other languages.</summary>
internal static class LanguageReplies
{
    internal static LabelledReply[] All { get; } =
    [
        new("B", "La respuesta es B."), new("B", "Respuesta: B"), new("B", "La respuesta correcta es la B."), new("B", "La respuesta correcta es: B) Thrombin inhibitor deficiency"), new("B", "A resposta é B."), new("B", "Resposta: (B)"), new("B", "La réponse est B."), new("B", "Réponse : B"), new("B", "La bonne réponse est la B."), new("B", "Die Antwort ist B."), new("B", "Antwort: B"), new("B", "Die richtige Antwort ist B."), new("B", "Die richtige Antwort lautet: B"), new("B", "La risposta è B."), new("B", "Risposta: B"), new("B", "La risposta corretta è la B."), new("B", "Het antwoord is B."), new("B", "Antwoord: B"), new("B", "Odpowiedź: B"), new("B", "Ответ: B"), new("B", "Правильный ответ: B"), new("B", "Cevap: B"), new("B", "Doğru cevap B."), new("B", "Svar: B"), new("B", "Jawaban: B"),
        new("B", "答案：B"), new("B", "答案是B。"), new("B", "正确答案是B。"), new("B", "正确答案为 B。"), new("B", "因此，答案是B"), new("B", "我选B"), new("B", "答案是选项B。"), new("B", "答えはBです。"), new("B", "正解はBです。"), new("B", "答え：B"), new("B", "정답: B"), new("B", "정답은 B입니다."), new("B", "الإجابة: B"), new("B", "الإجابة هي B"), new("B", "الإجابة الصحيحة هي B."), new("B", "उत्तर: B"), new("B", "सही उत्तर B है"),
        new(LabelledReply.Unparsed, "La respuesta no es B."), new(LabelledReply.Unparsed, "Die Antwort ist nicht B."), new(LabelledReply.Unparsed, "La réponse n'est pas B."), new(LabelledReply.Unparsed, "La risposta non è B."), new(LabelledReply.Unparsed, "答案不是B。"), new(LabelledReply.Unparsed, "La respuesta es A o C."), new(LabelledReply.Unparsed, "Die Antwort ist A oder C."), new(LabelledReply.Unparsed, "答案是A或B"), new(LabelledReply.Unparsed, "A la patiente présente une douleur."),
    ];
}
