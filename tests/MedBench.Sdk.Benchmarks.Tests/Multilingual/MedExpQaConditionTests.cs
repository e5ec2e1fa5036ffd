using MedBench.Benchmarks.Tests.Exams;

namespace MedBench.Benchmarks.Tests.Multilingual;

public sealed class MedExpQaConditionTests
{
    /// <summary>A record whose every text that could give something away carries a mark of its own.</summary>
    private const string Marked = """
        {"correct_option":2,"explanations":{"1":{"char_ranges":[[12,24]],"exist":true,"text":"expl1-mark"},"2":{"char_ranges":[[0,10]],"exist":true,"text":"expl2-mark"}},"full_answer":"right-mark; other-mark.","full_answer_no_ref":"hidden-mark","full_question":"q","id":7,"lang":"en","options":{"1":"x","2":"y","3":null},"question_id_specific":"id-mark","type":"T","year":"year-mark","rag":{"clinical_case_options":{"MedCorp":{"RRF-2":[{"id":"doc-mark","title":"title-mark","score":0.1,"content":"rag-mark"}]}}}}
        """;

    private static readonly TestCaseData[] Conditions =
    [
        new(new MedExpQa(), ""),
        new(new MedExpQaFull(), "right-mark other-mark"),
        new(new MedExpQaHidden(), "hidden-mark"),
        new(new MedExpQaIncorrect(), "other-mark"),
        new(new MedExpQaRag7(), "rag-mark"),
        new(new MedExpQaRag32(), "rag-mark"),
    ];

    [TestCaseSource(nameof(Conditions))]
    public async Task Only_the_text_of_the_condition_reaches_a_prompt(IBenchmark benchmark, string allowed)
    {
        var sample = await benchmark.LoadAsync("en", new MemorySource(("en", ExamData.File("test.jsonl", Marked)))).SingleAsync();
        var model = new MedBench.Testing.ScriptedModelClient(_ => "2");
        await benchmark.DefaultStrategy.PredictAsync(sample.Input, new MedBench.Testing.TestModelAccess(model));
        var shown = string.Join(' ', [sample.Input.Id, sample.Input.Stem, sample.Input.Subject, .. sample.Input.Context.Select(section => section.ToString()), .. sample.Input.Options.Select(option => option.ToString()), .. model.Requests.SelectMany(request => request.Messages).Select(message => message.Text)]);
        string[] marks = ["right-mark", "other-mark", "hidden-mark", "expl1-mark", "expl2-mark", "rag-mark", "doc-mark", "title-mark", "id-mark", "year-mark"];
        Assert.That(string.Join(' ', marks.Where(mark => shown.Contains(mark, StringComparison.Ordinal))), Is.EqualTo(allowed));
        Assert.That(sample.Input.Options, Has.Count.EqualTo(2), "An option that is null is none.");
    }

    [Test]
    public async Task The_explanation_of_the_right_option_is_cut_out_of_what_is_said_of_the_others()
        => Assert.That(await Grounds(new MedExpQaIncorrect()), Is.EqualTo(["Glargine acts too slowly to start with. Metformin must be stopped.", "", "Amlodipine does not."]));

    [Test]
    public async Task Published_code_cuts_the_second_passage_in_the_wrong_place()
    {
        // By the authors' own function on the same record: Python 3.11, " ".join([text[:start], text[end:]]) for each range in turn.
        var shifted = (await Grounds(new MedExpQaIncorrect { KeepsShiftedRanges = true }))[0];
        Assert.That(shifted, Is.EqualTo("Glargine acts too slowly to start with. Metformin must be stopped. Saline restores perfusion at once."));
    }

    [Test]
    public async Task Ranges_count_code_points()
        => Assert.That((await Grounds(new MedExpQaIncorrect()))[2], Does.StartWith("Amlodipine"));

    [TestCase(7, 7)]
    [TestCase(32, 9)]
    public async Task Snippets_come_by_rank_and_each_once(int asked, int shown)
    {
        // The fixture has ten, of which the ninth repeats the second.
        var context = (await Load(asked == 7 ? new MedExpQaRag7() : new MedExpQaRag32(), "en"))[0].Input.Context;
        Assert.That((context.Count, context[0].Text), Is.EqualTo((shown, "Ketoacidosis is treated with fluids, insulin and potassium.")));
    }

    [TestCase("en", "You are a helpful medical expert, and your task is to answer a multi-choice medical question using the relevant documents. Please choose the answer from the provided options. Your responses will be used for research purposes only, so please have a definite answer.\nHere are the relevant documents:\n{0}\nHere is the question:\nPHARMACOLOGY: Which of these drugs lowers the heart rate?\nHere are the potential choices:\n1. Metoprolol.\n2. Amlodipine.\n3. Salbutamol.\n4. Atropine.\nThe correct answer is: ")]
    [TestCase("es", "Eres un experto médico y tu tarea consiste en responder a una pregunta médica de test utilizando tu conocimiento y los siguientes documentos relevantes. Por favor, elige la respuesta entre las opciones proporcionadas. Tus respuestas se utilizarán únicamente con fines de investigación, así que te rogamos que proporciones una respuesta definitiva.\nEstos son los documentos relevantes:\n{0}\nAquí está la pregunta:\nFARMACOLOGÍA: ¿Cuál de estos fármacos disminuye la frecuencia cardíaca?\nAquí están las posibles opciones:\n1. Metoprolol.\n2. Amlodipino.\n3. Salbutamol.\n4. Atropina.\nLa opción correcta es: ")]
    [TestCase("it", "Sei un medico esperto e il tuo compito consiste nel rispondere a una domanda di test medico utilizzando le tue conoscenze e i documenti successivi rilevanti. Per favore, scegli la risposta tra le opzioni fornite. Le tue risposte verranno utilizzate esclusivamente con fini di indagine, quindi ti chiediamo di fornirti una risposta definitiva.\nQuesti sono i documenti rilevanti:\n{0}\nEcco la domanda:\nFARMACOLOGIA: Quale di questi farmaci riduce la frequenza cardiaca?\nEcco le opzioni possibili:\n1. Metoprololo.\n2. Amlodipina.\n3. Salbutamolo.\n4. Atropina.\nL'opzione corretta è: ")]
    [TestCase("fr", "Vous êtes un expert en médecine et votre tâche consiste à répondre à une question d’examen médical en utilisant vos connaissances et les documents suivants. Veuillez choisir la réponse parmi les options proposées. Vos réponses seront utilisées uniquement à des fins de recherche, veuillez donc fournir une réponse claire.\nVoici les documents pertinents:\n{0}\nVoici la question:\nPHARMACOLOGIE: Lequel de ces médicaments diminue la fréquence cardiaque ?\nVoici les options possibles:\n1. Métoprolol.\n2. Amlodipine.\n3. Salbutamol.\n4. Atropine.\nLa bonne option est: ")]
    public async Task The_prompt_is_the_published_one(string language, string template)
    {
        // Template medrag of hitz-zentroa/MedExpQA at fa92fb6, src/datasource/casimedicos/dataset.py.
        foreach (var (benchmark, ground) in new (IBenchmark, string)[] { (new MedExpQa(), ""), (new MedExpQaRag7(), " Metoprolol is a beta-1 antagonist.") })
        {
            var sample = (await Load(benchmark, language))[^1];
            var model = new MedBench.Testing.ScriptedModelClient(_ => "1");
            await benchmark.DefaultStrategy.PredictAsync(sample.Input, new MedBench.Testing.TestModelAccess(model));
            Assert.That(model.Requests.Single().Messages.Single().Text, Is.EqualTo(template.Replace("{0}", ground, StringComparison.Ordinal)));
        }
    }

    [TestCase("1. Metoprolol.", "1", "1")]
    [TestCase("1", "1", "1")]
    [TestCase("The correct answer is: 4", "4", "")]
    [TestCase("Option 2", "2", "")]
    [TestCase("4 mg would be too much; the answer is 1.", "1", "4")]
    [TestCase("I do not know.", "", "")]
    public async Task Replies_are_read_in_words_or_by_their_first_character_as_published(string reply, string right, string published)
    {
        var input = (await Load(new MedExpQa(), "en"))[^1].Input;
        var access = new MedBench.Testing.TestModelAccess(new MedBench.Testing.ScriptedModelClient(_ => reply) { Info = new ModelInfo { Id = "m", Capabilities = ModelCapabilities.Completion } });
        var read = await new MedExpQaPrompting().PredictAsync(input, access);
        var first = await new MedExpQaPrompting(isCompletion: true, readsFirstCharacter: true).PredictAsync(input, access);
        Assert.That((Label(read), Label(first)), Is.EqualTo((right, published)));
    }

    [TestCase("en")]
    [TestCase("es")]
    [TestCase("fr")]
    [TestCase("it")]
    public async Task Cases_of_the_annotated_subset_are_read_where_the_condition_needs_nothing_else(string language)
    {
        var source = ExamData.Published("medexpqa-casimedicos");
        var plain = await new MedExpQa().LoadAsync($"dev-{language}", source).ToListAsync();
        var full = await new MedExpQaFull().LoadAsync($"dev-{language}", source).ToListAsync();
        Assert.Multiple(() =>
        {
            Assert.That((plain.Count, full.Count, full.Count(sample => sample.Input.Context.Count == 1)), Is.EqualTo((55, 55, 55)));
            Assert.That(plain.Select(sample => sample.Input.Language), Is.All.EqualTo(language));
        });
        Assert.That(await ExamData.ErrorAsync(async () => await new MedExpQaHidden().LoadAsync($"dev-{language}", source).CountAsync()), Does.Contain("'full_answer_no_ref': the field is missing"));
    }

    private static string Label(Prediction prediction) => prediction is ChoicePrediction choice ? choice.Labels[0] : "";

    private static Task<List<Sample>> Load(IBenchmark benchmark, string split)
        => benchmark.LoadAsync(split, DatasetSource.Folder(Path.Combine(TestContext.CurrentContext.TestDirectory, "Fixtures", "medexpqa"))).ToListAsync().AsTask();

    private static async Task<string[]> Grounds(IBenchmark benchmark)
        => [.. (await Load(benchmark, "en")).Select(sample => string.Concat(sample.Input.Context.Select(section => section.Text)))];
}
