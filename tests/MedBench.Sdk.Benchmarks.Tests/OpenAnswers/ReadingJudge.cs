using MedBench.Testing;

namespace MedBench.Benchmarks.Tests.OpenAnswers;

/// <summary>Judges that see nothing but the published prompt, and go by what stands in it word for word.</summary>
internal static class ReadingJudge
{
    /// <summary>Answers HealthBench's grader: a criterion is met where the last turn holds its text.</summary>
    public static ScriptedModelClient OfRubrics() => new(request =>
    {
        var prompt = request.Messages[^1].Text;
        var conversation = Between(prompt, "# Conversation\n", "\n\n# Rubric item\n");
        var criterion = Between(prompt, "\n\n# Rubric item\n", "\n\n# Instructions\n");
        var answer = conversation[(conversation.LastIndexOf("assistant: ", StringComparison.Ordinal) + 11)..];
        var met = answer.Contains(criterion[(criterion.IndexOf("] ", StringComparison.Ordinal) + 2)..], StringComparison.Ordinal);
        return $"```json\n{{\n  \"explanation\": \"word for word\",\n  \"criteria_met\": {(met ? "true" : "false")}\n}}\n```";
    }) { Info = new ModelInfo { Id = "judge" } };

    /// <summary>Answers the questions of K-QA and MedLFQA: a claim is entailed where the premise holds it, contradicted where the premise calls it untrue.</summary>
    public static ScriptedModelClient OfClaims(Func<bool, string>? say = null) => new(request =>
    {
        var prompt = request.Messages[^1].Text;
        var question = prompt[prompt.LastIndexOf("###\n", StringComparison.Ordinal)..];
        var premise = Between(question, "\nPremise: ", "\nHypothesis: ");
        var claim = Between(question, "\nHypothesis: ", "\nAnswer:");
        var untrue = premise.Contains("It is not true that " + claim, StringComparison.OrdinalIgnoreCase);
        var holds = prompt.Contains("effectively contradicts", StringComparison.Ordinal) ? untrue : !untrue && premise.Contains(claim, StringComparison.Ordinal);
        return (say ?? (value => $"The premise was compared with the hypothesis. The answer is {(value ? "True" : "False")}."))(holds);
    }) { Info = new ModelInfo { Id = "judge" } };

    public static string Between(string text, string start, string end)
    {
        var from = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
        var to = text.IndexOf(end, from, StringComparison.Ordinal);
        return text[from..to];
    }

    public static IReadOnlyDictionary<string, IModelClient> AsRoles(IModelClient judge) => new Dictionary<string, IModelClient> { [ModelRole.Judge] = judge };

    public static TestModelAccess AsAccess(IModelClient judge)
    {
        var access = new TestModelAccess();
        access.Models.Add(ModelRole.Judge, judge);
        return access;
    }
}
