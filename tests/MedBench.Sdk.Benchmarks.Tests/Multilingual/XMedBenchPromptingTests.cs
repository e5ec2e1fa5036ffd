using MedBench.Testing;

namespace MedBench.Benchmarks.Tests.Multilingual;

/// <summary>Prompts against the templates of FreedomIntelligence/Apollo at 505c48e8, src/process/prepare/data_process_test_qwen.py, filled by hand.</summary>
public sealed class XMedBenchPromptingTests
{
    private static readonly string[] AllRules = [.. XMedBenchPrompting.CompatRules.Keys];

    private static readonly XMedBenchPromptingOptions Published = new() { IsCompletion = true, EndOfText = "<|endoftext|>", Compat = AllRules };

    private static readonly TestCaseData[] Prompts =
    [
        new("es", "headqa", 4, "User:Usted es un médico que responde preguntas de exámenes médicos del mundo real. Elija una respuesta correcta de la A a la D.\npregunta: E\nOpciones:\n(A) w\n(B) x\n(C) y\n(D) z\nAssistant:La respuesta correcta es (B).<|endoftext|>\nUser:Usted es un médico que responde preguntas de exámenes médicos del mundo real. Elija una respuesta correcta de la A a la D.\npregunta: Q\nOpciones:\n(A) w\n(B) x\n(C) y\n(D) z\nAssistant:"),
        new("fr", "frenchmedmcqa", 5, "User:Vous êtes un médecin et répondez à des questions d'examen médical du monde réel. Veuillez choisir une bonne réponse de A à E.\nquestion: E\nPossibilités:\n(A) w\n(B) x\n(C) y\n(D) z\n(E) v\nAssistant:La bonne réponse est (B).<|endoftext|>\nUser:Vous êtes un médecin et répondez à des questions d'examen médical du monde réel. Veuillez choisir une bonne réponse de A à E.\nquestion: Q\nPossibilités:\n(A) w\n(B) x\n(C) y\n(D) z\n(E) v\nAssistant:"),
        new("hi", "mmlu-medical-hi", 4, "User:आप एक डॉक्टर हैं जो वास्तविक दुनिया की मेडिकल परीक्षा के सवालों का जवाब दे रहे हैं। कृपया A से D तक सही उत्तर चुनें।\nसवाल: E\nविकल्प:\n(A) w\n(B) x\n(C) y\n(D) z\nAssistant:सही उत्तर है(B).<|endoftext|>\nUser:आप एक डॉक्टर हैं जो वास्तविक दुनिया की मेडिकल परीक्षा के सवालों का जवाब दे रहे हैं। कृपया A से D तक सही उत्तर चुनें।\nसवाल: Q\nविकल्प:\n(A) w\n(B) x\n(C) y\n(D) z\nAssistant:"),
        new("ar", "mmlu-medical-ar", 4, "User:أنت طبيب يجيب على أسئلة الفحص الطبي في العالم الحقيقي. الرجاء اختيار الإجابة الصحيحة من أ إلى د.\nسؤال: E\nخيارات:\n(A) w\n(B) x\n(C) y\n(D) z\nAssistant:(B)الإجابة الصحيحة هي.<|endoftext|>\nUser:أنت طبيب يجيب على أسئلة الفحص الطبي في العالم الحقيقي. الرجاء اختيار الإجابة الصحيحة من أ إلى د.\nسؤال: Q\nخيارات:\n(A) w\n(B) x\n(C) y\n(D) z\nAssistant:"),
        new("zh", "cmb-single", 5, "User:您是一名医生，正在回答现实世界的医学考试问题。请从A到D中选择一个正确答案。\n问题: E\n选项:\n(A) w\n(B) x\n(C) y\n(D) z\n(E) v\nAssistant:正确答案是(B).<|endoftext|>\nUser:You are a medical doctor answering real-world medical exam questions. Select one correct answer from A to D.\nQuestion: Q\nOptions:\n(A) w\n(B) x\n(C) y\n(D) z\n(E) v\nAssistant:"),
        new("en", "pubmedqa", 3, "User:You are a medical doctor answering real-world medical exam questions. Select one correct answer from A to C. Choose ‘yes’ or ‘no’ if the evidence in the context supports a definitive answer. Choose ‘maybe’ if the evidence in the context does not support a definitive answer.\nContext: c \nQuestion: E\nOptions:\n(A) w\n(B) x\n(C) y\nAssistant:The correct answer is (B).<|endoftext|>\nUser:You are a medical doctor answering real-world medical exam questions. Select one correct answer from A to C. Choose ‘yes’ or ‘no’ if the evidence in the context supports a definitive answer. Choose ‘maybe’ if the evidence in the context does not support a definitive answer.\nContext: c \nQuestion: Q\nOptions:\n(A) w\n(B) x\n(C) y\nAssistant:"),
    ];

    [TestCaseSource(nameof(Prompts))]
    public async Task The_published_prompt_is_sent_byte_for_byte(string language, string source, int options, string expected)
    {
        var model = Model();
        await new XMedBenchPrompting(Published).PredictAsync(Ask("Q", language, source, options), Access(model, new Exemplar { Input = Ask("E", language, source, options), Answer = "B" }));
        Assert.That((model.Requests.Single().IsCompletion, model.Requests.Single().Messages.Single().Text), Is.EqualTo((true, expected)));
    }

    [Test]
    public async Task The_correct_prompt_asks_in_its_own_language_and_names_the_letters_that_are_there()
    {
        var model = Model();
        await new XMedBenchPrompting().PredictAsync(Ask("Q", "zh", "cmb-single", 5), Access(model, new Exemplar { Input = Ask("E", "zh", "cmb-single", 5), Answer = "B" }));
        Assert.That(model.Requests.Single().Messages.Select(message => $"{message.Role}: {message.Text}"), Is.EqualTo([
            "user: 您是一名医生，正在回答现实世界的医学考试问题。请从A到E中选择一个正确答案。\n问题: E\n选项:\n(A) w\n(B) x\n(C) y\n(D) z\n(E) v",
            "assistant: 正确答案是(B).",
            "user: 您是一名医生，正在回答现实世界的医学考试问题。请从A到E中选择一个正确答案。\n问题: Q\n选项:\n(A) w\n(B) x\n(C) y\n(D) z\n(E) v",
        ]));
    }

    [Test]
    public async Task Arabic_examples_state_the_answer_after_its_introduction()
    {
        var model = Model();
        await new XMedBenchPrompting().PredictAsync(Ask("Q", "ar", "mmlu-medical-ar", 4), Access(model, new Exemplar { Input = Ask("E", "ar", "mmlu-medical-ar", 4), Answer = "B" }));
        Assert.That((model.Requests.Single().Messages[1].Text, model.Requests.Single().Messages[2].Text.Contains("من A إلى D", StringComparison.Ordinal)), Is.EqualTo(("الإجابة الصحيحة هي (B).", true)));
    }

    [Test]
    public async Task Examples_come_from_the_same_source_and_too_long_ones_are_passed_over()
    {
        var model = Model();
        Exemplar[] pool =
        [
            new() { Input = Ask("near", "zh", "cmexam", 4), Answer = "A" },
            new() { Input = Ask(string.Join(' ', Enumerable.Repeat("long", 1500)), "zh", "cmexam", 4), Answer = "A" },
            new() { Input = Ask("other", "zh", "cmb-single", 4), Answer = "A" },
        ];
        var prediction = await new XMedBenchPrompting().PredictAsync(Ask("Q", "zh", "cmexam", 4), Access(model, pool));
        Assert.That((prediction.Notes["exemplars"], model.Requests.Single().Messages.Count), Is.EqualTo(("near", 3)));
    }

    [Test]
    public async Task A_long_question_is_asked_unless_it_is_to_be_left_out_as_published()
    {
        var model = Model();
        var input = Ask(new string('长', 5000), "zh", "cmexam", 4);
        var asked = await new XMedBenchPrompting(new XMedBenchPromptingOptions { Shots = 0 }).PredictAsync(input, Access(model));
        var left = await new XMedBenchPrompting(new XMedBenchPromptingOptions { Shots = 0, Compat = ["leaves-out-long-questions"] }).PredictAsync(input, Access(model));
        Assert.That((asked is ChoicePrediction, ((Unanswered)left).Outcome, model.Requests.Count), Is.EqualTo((true, Outcome.Unsupported, 1)));
    }

    [TestCase("The correct answer is (B).", "B", "B")]
    [TestCase("正确答案是（C）。", "C", "C")]
    [TestCase("सही उत्तर है(D).", "D", "D")]
    [TestCase("(A)الإجابة الصحيحة هي.", "A", "A")]
    [TestCase("\nLa respuesta correcta es (A).\n(B) (B)", "A", "A")]
    [TestCase("La bonne réponse est C, à cause de (C).", "C", "C")]
    [TestCase("正确答案是B。", "B", "B")]
    [TestCase("正确答案是ACD", "ACD", "A")]
    [TestCase("正确答案是(A)、(C)和(D)。", "ACD", "A")]
    [TestCase("Answer: A, C, D", "ACD", "A")]
    [TestCase("(A) is wrong, so it is (B), not (A)", "B", "A")]
    [TestCase("Because of Cushing's, the answer is D.", "D", "B")]
    [TestCase("A patient like this needs rest.", "", "A")]
    [TestCase("No idea.", "", "")]
    [TestCase("Yes.", "", "A")]
    [TestCase("", "", "")]
    public void Replies_are_read(string reply, string right, string published)
    {
        var input = Ask("Q", "en", "medmcqa", 4);
        Assert.Multiple(() =>
        {
            Assert.That(Labels(XMedBenchReply.Read(input, reply)), Is.EqualTo(right), "as read here");
            Assert.That(Labels(XMedBenchReply.ReadAsPublished(input, reply)), Is.EqualTo(published), "as the authors read it");
        });
    }

    [Test]
    public void A_rule_that_does_not_exist_is_refused()
        => Assert.That(() => new XMedBenchPrompting(new XMedBenchPromptingOptions { Compat = ["none"] }), Throws.ArgumentException.With.Message.StartsWith("There is no compat rule 'none'. Choose from arabic-answer-first, "));

    [Test]
    public void What_is_reproduced_stands_in_the_fingerprint()
        => Assert.That((new XMedBenchPrompting(Published).Info.Parameters["compat"], new XMedBenchPrompting(Published).Info.RequiredCapabilities, new XMedBenchPrompting().Info.UsesExemplars), Is.EqualTo((string.Join(", ", AllRules), ModelCapabilities.Completion, true)));

    private static string Labels(Prediction prediction) => prediction is ChoicePrediction choice ? string.Concat(choice.Labels) : "";

    private static ScriptedModelClient Model() => new(_ => "(A)") { Info = new ModelInfo { Id = "m", Capabilities = ModelCapabilities.Completion } };

    private static TestModelAccess Access(ScriptedModelClient model, params Exemplar[] pool) => new(model) { WorkedExamples = pool };

    private static SampleInput Ask(string stem, string language, string source, int options) => new()
    {
        Id = stem,
        Stem = stem,
        Options = [.. "wxyzv".Take(options).Select((text, i) => new ChoiceOption(((char)('A' + i)).ToString(), text.ToString()))],
        Context = source == "pubmedqa" ? [new ContextSection(null, "c")] : [],
        Subject = source,
        Language = language,
    };
}
