using static MedBench.Scoring.Extraction.WordClass;

namespace MedBench.Scoring.Extraction;

/// <summary>The words of a final answer in the languages that medical question sets are published in.</summary>
internal static class ForeignWords
{
    /// <summary>Gets the words of each part, separated by blanks.</summary>
    internal static IEnumerable<(WordClass Parts, string Words)> Entries { get; } =
    [
        (Answer | Field, "respuesta resposta réponse reponse antwort risposta antwoord svar odpowiedź odpowiedz ответ cevap yanıt jawaban vastaus odpověď răspuns răspunsul válasz απάντηση lösung"),
        (Answer, "答案 答え 回答 解答 正解 正确答案 정답 정답은 답 답은 الإجابة الجواب إجابة الاجابة उत्तर đáp"),
        (Copula, "es é est ist è jest är er は 是 为 為 هي هو это olduğu là adalah है seria sería serait wäre sarebbe"),
        (OptionNoun | Filler, "opción opcion opção lettre letra lettera buchstabe optie opzione opsi вариант seçenek 选项 選項 الخيار विकल्प variante antwortoption"),
        (Correct | Filler, "correcta correcto correct correcte richtige richtig richtigen corretta corretto juiste juist correta correto bonne poprawna prawidłowa правильный верный doğru 正确 正確 正しい الصحيحة الصحيح सही benar riktiga rätt"),
        (Negation, "no não nao pas nicht keine kein non niet nie не değil 不是 不 非 ليس ليست नहीं inte ikke bukan không"),
        (Rejection, "incorrecta incorrecto falsch falsche incorrecte errata sbagliata onjuist неверно yanlış 错误 خاطئة गलत"),
        (Conclusion | Filler, "entonces luego donc portanto então daher somit deshalb folglich quindi pertanto dus więc поэтому итак 因此 所以 故 综上 따라서 لذلك لذا इसलिए endelig"),
        (Final | Filler, "finale finala definitiva definitive 最终 最終 النهائية"),
        (Article, "la el le der das il lo het"),
        (Filler, "la el le der die das il lo de den het sería seria serait wäre 的 应 应该 应为 應為 つまり"),
        (Joiner, "oder und y ou et ed lub или и veya ve 或 和 أو و या और"),
        (Select, "elijo elegiría elijo wähle choisis scelgo escolho kies wybieram выбираю 选 选择 選 選擇 أختار"),
        (Hedge, "podría pourrait könnte potrebbe poderia 可能"),
    ];
}
