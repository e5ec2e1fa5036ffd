using MedBench.Benchmarks.Tests.EndToEnd;
using MedBench.Metrics;
using MedBench.Testing;

namespace MedBench.Benchmarks.Tests.Exams;

public sealed class CareMedEvalTests : PublishedBenchmarkSpecification
{
    private static readonly string Fixture = Path.Combine(TestContext.CurrentContext.TestDirectory, "Fixtures", "caremedeval");

    [Test]
    public async Task Several_right_answers_with_their_marks_and_the_article_make_a_sample()
    {
        var samples = await ExamData.LoadAsync(new CareMedEval(), CreateSource());
        var target = (ChoiceTarget)samples[1].Target;
        Assert.Multiple(() =>
        {
            Assert.That((string.Join("", ((ChoiceTarget)samples[0].Target).Labels), string.Join("", target.Labels), string.Join("", target.Essential), string.Join("", target.Prohibited)), Is.EqualTo(("ABD", "AB", "B", "D")));
            Assert.That(samples[1].Input.Options.Select(option => option.Label), Is.EqualTo(new[] { "A", "B", "C", "D" }));
            Assert.That(samples.Select(sample => sample.ClusterId), Is.EqualTo(new[] { "article_1", "article_1", "article_1", "article_2", "article_2" }));
            Assert.That(samples[0].Input.Context.Single().Text, Does.StartWith("Title: A teaching example").And.Contains("Methods"));
            Assert.That((samples[1].Tags["label-design"], samples[1].Tags.ContainsKey("label-statistics")), Is.EqualTo(("yes", false)));
        });
    }

    [Test]
    public async Task A_setting_shows_as_much_of_the_article_as_it_says()
    {
        var (withAbstract, without) = (await ExamData.LoadAsync(CareMedEval.WithAbstract, CreateSource()), await ExamData.LoadAsync(CareMedEval.WithoutArticle, CreateSource()));
        Assert.That(withAbstract[0].Input.Context.Single().Text, Does.Contain("Abstract").And.Not.Contain("Methods"));
        Assert.That(without[0].Input.Context, Is.Empty);
        IBenchmark[] settings = [new CareMedEval(), CareMedEval.WithAbstract, CareMedEval.WithoutArticle, CareMedEval.English, CareMedEval.EnglishWithoutArticle];
        Assert.That(settings.Select(setting => setting.Card.Id), Is.EqualTo(new[] { "caremedeval", "caremedeval-abstract", "caremedeval-no-context", "caremedeval-english", "caremedeval-english-no-context" }));
    }

    [Test]
    public async Task Which_questions_need_the_article_is_a_split_with_a_tag()
    {
        var samples = await CareMedEval.WithoutArticle.LoadAsync("requires-context", CreateSource()).ToListAsync();
        Assert.That(samples.Select(sample => sample.Tags["requires-context"]), Is.EqualTo(new[] { "yes", "no" }));
    }

    [Test]
    public async Task Without_the_articles_the_error_says_what_is_missing_and_what_else_can_be_run()
    {
        var folder = Directory.CreateTempSubdirectory("medbench-caremedeval-").FullName;
        try
        {
            File.Copy(Path.Combine(Fixture, "questions.json"), Path.Combine(folder, "questions.json"));
            var error = await ExamData.ErrorAsync(() => ExamData.LoadAsync(new CareMedEval(), DatasetSource.Folder(folder)));
            Assert.That(error, Is.EqualTo("caremedeval: questions.json, line 2, field 'id_article': the text 'articles/article_1.txt' was not found beside the file. Put the folder 'articles' of the authors' repository there, or evaluate the setting without articles."));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [TestCase(CareMedEvalContext.Article, false, "Vous êtes un médecin capable d'interpréter rigoureusement les données d'études médicales. À partir de l'article donné, répondez à la question à choix multiples suivante. Indiquez uniquement la ou les lettres correspondant aux bonnes réponses parmi : A, B, C, D, E. Votre réponse doit respecter le format exact suivant : une ou plusieurs lettres, séparées par des virgules (ex. : B, E).\nArticle :\n{0}\n\nQuestion :\nLe tirage au sort des patients :\n\nChoix de réponses :\nA) Rend les groupes comparables en moyenne\nB) Prévient le biais de sélection à l'inclusion lorsque son résultat est tenu secret\nC) Garantit l'absence de toute différence entre les groupes\nD) Dispense de recueillir le consentement des patients\n\nVotre réponse : ")]
    [TestCase(CareMedEvalContext.None, false, "Vous êtes un médecin capable d'interpréter rigoureusement les données d'études médicales. Répondez à la question à choix multiples suivante. Indiquez uniquement la ou les lettres correspondant aux bonnes réponses parmi : A, B, C, D, E. Votre réponse doit respecter le format exact suivant : une ou plusieurs lettres, séparées par des virgules (ex. : B, E).\n\nQuestion :\nLe tirage au sort des patients :\n\nChoix de réponses :\nA) Rend les groupes comparables en moyenne\nB) Prévient le biais de sélection à l'inclusion lorsque son résultat est tenu secret\nC) Garantit l'absence de toute différence entre les groupes\nD) Dispense de recueillir le consentement des patients\n\nVotre réponse : ")]
    [TestCase(CareMedEvalContext.Article, true, "You are a physician able to interpret data from medical studies rigorously. Based on the given article, answer the following multiple-choice question. Give only the letter or letters of the right answers among: A, B, C, D, E. Your answer must follow this exact format: one or more letters, separated by commas (e.g. B, E).\nArticle:\n{0}\n\nQuestion:\nThe random allocation of patients:\n\nAnswer choices:\nA) Makes the groups comparable on average\nB) Prevents selection bias at inclusion when its result is concealed\nC) Guarantees that the groups do not differ in any way\nD) Makes the patients' consent unnecessary\n\nYour answer: ")]
    public async Task The_prompt_is_the_published_one(CareMedEvalContext context, bool isEnglish, string expected)
    {
        var benchmark = new CareMedEval(context, isEnglish);
        var sample = (await ExamData.LoadAsync(benchmark, CreateSource()))[1];
        var subject = new ScriptedModelClient("A, B");
        await benchmark.DefaultStrategy.PredictAsync(sample.Input, new TestModelAccess(subject));
        var request = subject.Requests.Single();
        Assert.That(request.Messages.Single().Text, Is.EqualTo(expected.Replace("{0}", File.ReadAllText(Path.Combine(Fixture, "articles", "article_1.txt")), StringComparison.Ordinal)));
        Assert.That((request.Options!.Temperature, request.Options.TopP, request.Options.MaxOutputTokens), Is.EqualTo((0f, 1f, 8000)));
    }

    [TestCase("A, B", "A,B", "A,B")]
    [TestCase("d,a", "A,D", "A,D")]
    [TestCase("<think>C'est un essai : il y a d'autres biais.</think>\nA, B", "A,B", "A,B,C,D")]
    [TestCase("Il y a deux bonnes réponses : B, D.", "B,D", "A,B,D")]
    [TestCase("Je ne sais pas, l'étude n'est pas citée.", null, null)]
    public async Task Letters_of_prose_are_answers_only_to_the_published_reader(string reply, string? read, string? published)
    {
        var sample = (await ExamData.LoadAsync(CareMedEval.WithoutArticle, CreateSource()))[0];
        Assert.That((await ReadAsync(reply), await ReadAsync(reply, CareMedEvalPrompting.LettersAnywhere)), Is.EqualTo((read, published)));

        async Task<string?> ReadAsync(string text, params string[] compat)
        {
            var prediction = await CareMedEvalPrompting.Create(compat: compat).PredictAsync(sample.Input, new TestModelAccess(new ScriptedModelClient(text)));
            return prediction is ChoicePrediction choice ? string.Join(',', choice.Labels) : null;
        }
    }

    [Test]
    public void An_unknown_defect_is_no_rule()
        => Assert.That(() => CareMedEvalPrompting.Create(compat: "first-letter"), Throws.ArgumentException.With.Message.StartsWith("There is no compat rule 'first-letter' for CareMedEval. Choose letters-anywhere, or none."));

    [TestCase("", 534, "caremedeval-no-context", false)]
    [TestCase("requires-context", 16, "caremedeval-no-context", false)]
    [TestCase("", 534, "caremedeval-english-no-context", true)]
    public async Task The_published_files_are_read_and_counted(string split, int count, string id, bool isEnglish)
    {
        var benchmark = new CareMedEval(CareMedEvalContext.None, isEnglish);
        var samples = await benchmark.LoadAsync(split.Length > 0 ? split : "all", ExamData.Published("caremedeval")).ToListAsync();
        var targets = samples.Select(sample => (ChoiceTarget)sample.Target).ToList();
        Assert.That((samples.Count, benchmark.Card.Id), Is.EqualTo((count, id)));
        Assert.That(samples, Has.Count.EqualTo(benchmark.Card.Splits.First(info => info.Name == (split.Length > 0 ? split : "all")).Count));
        if (count == 534)
        {
            // One of the 23 marks of essential answers is on an answer that is not right.
            Assert.That((targets.Count(target => target.Essential.Count > 0), targets.Count(target => target.Prohibited.Count > 0), ExamData.CountDefect(samples, "essential-answer-not-right")), Is.EqualTo((22, 19, 1)));
            Assert.That(string.Join(' ', targets.CountBy(target => target.Labels.Count).OrderBy(pair => pair.Key)), Is.EqualTo("[1, 102] [2, 153] [3, 153] [4, 107] [5, 19]"));
            Assert.That((samples.Count(sample => sample.Input.Options.Count == 4), samples.Select(sample => sample.ClusterId).Distinct().Count(), samples.Count(sample => sample.Tags.ContainsKey("label-statistics"))), Is.EqualTo((9, 37, 239)));
        }
    }

    /// <summary>The lines "Most 2 frequent answers" and "Most 3 frequent answers" of the paper's table (EMR, F1, Hamming, LCA), which print two digits.</summary>
    [TestCase("A,C", new[] { 0.03, 0.45, 0.33, 0.18 })]
    [TestCase("A,B,C", new[] { 0.03, 0.55, 0.42, 0.20 })]
    public async Task The_published_baselines_come_out_again(string letters, double[] published)
    {
        var benchmark = CareMedEval.WithoutArticle;
        var samples = await benchmark.LoadAsync("all", ExamData.Published("caremedeval")).ToListAsync();
        var prediction = new ChoicePrediction { Labels = letters.Split(',') };
        var means = new List<double>();
        foreach (var scorer in benchmark.Scorers)
        {
            means.Add(await samples.ToAsyncEnumerable().Select(async (Sample sample, CancellationToken cancel) => (await scorer.ScoreAsync(sample, prediction, new TestModelAccess(), cancel)).Value!.Value).AverageAsync());
        }

        Assert.That(benchmark.Scorers.Select(scorer => scorer.Info.Metric), Is.EqualTo(new[] { "accuracy", "F1", "jaccard", "LCA", "LCA unmarked" }));
        Assert.That(new[] { means[0], means[1], means[2], means[4] }.Select(mean => Math.Round(mean, 2)), Is.EqualTo(published));
        Assert.That(means[3], Is.LessThan(means[4]), "With the essential and unacceptable answers the mark is lower.");
        Assert.That(means[3], Is.EqualTo(samples.Average(sample => AnswerSets.Lca(prediction.Labels, ((ChoiceTarget)sample.Target).Labels, ((ChoiceTarget)sample.Target).Essential, ((ChoiceTarget)sample.Target).Prohibited))).Within(1e-12));
    }

    protected override IBenchmark CreateBenchmark() => new CareMedEval();
}
