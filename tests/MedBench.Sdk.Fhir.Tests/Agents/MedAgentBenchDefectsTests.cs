using MedBench.Benchmarks;

namespace MedBench.Fhir.Tests.Agents;

/// <summary>Each defect of the published code both ways.</summary>
public sealed class MedAgentBenchDefectsTests
{
    private const string Mention = "GET http://localhost:8080/fhir/Patient?name=POST";
    private const string Referral = "http://localhost:8080/fhir/ServiceRequest";

    [Test]
    public Task Speaking_of_a_post_counts_as_one() => ExpectAsync(1, MedAgentBenchDefects.PostSubstring, [Mention, """FINISH(["S1"])"""], correct: true, published: false);

    [Test]
    public Task A_post_that_was_turned_down_counts_as_one() => ExpectAsync(1, MedAgentBenchDefects.PostSubstring, ["POST http://localhost:8080/fhir/Observation", """FINISH(["S1"])"""], correct: true, published: false);

    [Test]
    public Task A_post_in_a_fence_is_overlooked() => ExpectAsync(8, MedAgentBenchDefects.FencedPosts, [$"```\n{PerfectAgent.Referral("S1")}\n```", "FINISH([])"], correct: true, published: false);

    [Test]
    public Task An_order_in_a_fence_that_nobody_wanted_is_an_order_all_the_same()
        => ExpectAsync(1, MedAgentBenchDefects.FencedPosts, [$"```\n{PerfectAgent.Referral("S1")}\n```", """FINISH(["S1"])"""], correct: false, published: false);

    [Test]
    public Task A_list_of_notes_is_wrong()
        => ExpectAsync(8, MedAgentBenchDefects.NoteObjectOnly, [PerfectAgent.Referral("S1").Replace("\"note\":{", "\"note\":[{", StringComparison.Ordinal).Replace("advise.\"}", "advise.\"}]", StringComparison.Ordinal), "FINISH([])"], correct: true, published: false);

    [TestCase("""{"text":"IV"}""", true, false)]
    [TestCase("\"iv\"", true, false)]
    [TestCase("\"IV\"", true, true)]
    [TestCase("""{"coding":[]}""", false, false)]
    public async Task A_route_that_is_an_object_is_wrong(string route, bool correct, bool published)
    {
        var store = Records.Store(Records.Patient, Records.Observation("1", "MG", "2023-11-13T06:00:00+00:00", 1.6));
        await ExpectAsync(5, MedAgentBenchDefects.RouteTextOnly, [PerfectAgent.Drug("S1", "0338-1715-40", PerfectAgent.Dosage(route, "1", "g", "1")), "FINISH([1.6])"], correct, published, store);
    }

    [TestCase("http://localhost:8080/fhir//ServiceRequest", true, false)]
    [TestCase(Referral, true, true)]
    [TestCase("http://localhost:8080/ServiceRequest", false, false)]
    public Task Two_slashes_are_wrong(string address, bool correct, bool published)
        => ExpectAsync(8, MedAgentBenchDefects.ExactAddress, [PerfectAgent.Referral("S1").Replace(Referral, address, StringComparison.Ordinal), "FINISH([])"], correct, published);

    [Test]
    public void All_defects_together_are_the_published_code_and_have_names()
    {
        var scorer = new MedAgentBenchScorer(new MedAgentBenchOptions { Defects = MedAgentBenchDefects.Published });
        Assert.That(scorer.Info.Parameters["compat"], Is.EqualTo("post-substring, fenced-posts, note-object-only, route-text-only, exact-address, format-suffix"));
        Assert.That(new MedAgentBenchScorer().Info.Parameters["compat"], Is.EqualTo("none"));
    }

    private static async Task ExpectAsync(int task, MedAgentBenchDefects defect, IReadOnlyList<string> replies, bool correct, bool published, FhirStore? store = null)
    {
        store ??= Records.Store(Records.Patient);
        var scores = (await Records.GradeAsync(task, store, replies), await Records.GradeAsync(task, store, replies, defect));
        Assert.That((scores.Item1.Outcome, scores.Item2.Outcome), Is.EqualTo((correct ? Outcome.Correct : Outcome.Incorrect, published ? Outcome.Correct : Outcome.Incorrect)), $"{scores.Item1.Explanation} / {scores.Item2.Explanation}");
    }
}
