namespace MedBench.Benchmarks;

/// <summary>The cards of CareMedEval's settings, which differ in language and in what is shown.</summary>
internal static class CareMedEvalCard
{
    private const string Repository = "bonzid/CareMedEval";
    private const string Commit = "11eccc71e516a1b7af979acc64ab55a4c2a2c8fd";

    public static BenchmarkCard Create(CareMedEvalContext context, bool isEnglish)
    {
        var (folder, suffix) = isEnglish ? ("english_only", "_en") : ("original", "");
        var setting = context switch { CareMedEvalContext.Article => "", CareMedEvalContext.Abstract => "-abstract", _ => "-no-context" };
        string all = $"questions{suffix}.json", subset = $"questions_requires_context{suffix}.json";
        return new BenchmarkCard
        {
            Id = $"caremedeval{(isEnglish ? "-english" : "")}{setting}",
            Version = "1",
            Title = $"CareMedEval, {(isEnglish ? "English" : "French")}, {(context == CareMedEvalContext.None ? "without articles" : context == CareMedEvalContext.Abstract ? "with abstracts" : "with articles")}",
            Citation = "Bonzi D, Guiggi A, Béchet F, Ramisch C, Favre B. CareMedEval dataset: Evaluating Critical Appraisal and Reasoning in the Biomedical Field. 2025. arXiv:2511.03441",
            Status = BenchmarkStatus.Reproduced,
            License = "Apache-2.0; the articles are their publishers'",
            Languages = isEnglish ? ["en"] : context == CareMedEvalContext.None ? ["fr"] : ["fr", "en"],
            Splits =
            [
                new SplitInfo { Name = "all", Count = 534, Files = [$"data/{folder}/all/{all}", $"{folder}/all/{all}", all] },
                new SplitInfo { Name = "requires-context", Count = 16, Files = [$"data/{folder}/requires_context/{subset}", $"{folder}/requires_context/{subset}", subset] },
            ],
            Downloads =
            [
                DataDownload.GitHub(Repository, $"data/{folder}/all/{all}", Commit) with { Sha256 = isEnglish ? "c40387e30fcd5f6e8d1f6eee2dbcf19db24b14d2c28f501e582e02c465f21c7e" : "1863ac4ebd47c39755dc9e3db1583b66125b7a53bdc89606e73e435a9e357f66", Splits = ["all"] },
                DataDownload.GitHub(Repository, $"data/{folder}/requires_context/{subset}", Commit) with { Sha256 = isEnglish ? "7a15a8785ed66a83166b0212edc9fa6b9cca46bca25c90470481b7e7d3cc3c85" : "ad4a5505858f2f9b30eb061db125b59829e2738565bdd6495551efa63ef6e873", Splits = ["requires-context"] },
            ],
            PrimaryMetric = "accuracy",
            PromptFields = ["question", "answers"],
            Remarks =
            [
                "Accuracy is the paper's exact match rate (EMR). Its Hamming score is the Jaccard index here; its F1 is that of each question, averaged.",
                "Its LCA leaves out the essential and unacceptable answers that it publishes (src/evaluate.py): LCA here keeps them, LCA unmarked is the published number. Of always answering A, B and C: 0.19 and 0.20.",
                "Recomputed from the published questions: always A and C 0.03, 0.45, 0.33, 0.18; always A, B and C 0.03, 0.55, 0.42, 0.20 (EMR, F1, Hamming, LCA), as the paper prints. Its line 'only first-option' (0.00, 0.20, 0.11, 0.00) is not what always answering A gives (0.03, 0.28, 0.20, 0.16).",
                "One question marks an answer as essential that is not right, so that no answer could earn it: the mark is dropped, with the defect essential-answer-not-right.",
                "Questions on one article are one cluster. The split requires-context has 11 questions that need the article and 5 that do not (tag requires-context).",
                "The authors cut long articles at 31,000 tokens, which none of the published texts reaches. Their setting of 8,000 tokens (beginning and end) is not in the repository and not offered.",
                .. context == CareMedEvalContext.None ? ["The wording without an article is not published: it is the published one without the words about the article."] : Array.Empty<string>(),
                .. isEnglish ? ["The questions were translated by Gemini 2.5 Flash, and the published prompt is French: the English one is this package's translation."] : Array.Empty<string>(),
            ],
        };
    }
}
