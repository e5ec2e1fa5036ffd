namespace MedBench.Tests.Scoring.Extraction;

/// <summary>Holds the extractor to the hand-written corpus: no wrong answer, and few that it leaves unread.</summary>
[TestFixture]
public sealed class ChoiceExtractorCorpusTests
{
    private const double MostUnread = 0.10;

    private static readonly ChoiceExtractor Extractor = new();

    private static IEnumerable<LabelledReply> Corpus =>
        [.. LetterReplies.All, .. StructuredReplies.All, .. ConclusionReplies.All, .. YesNoReplies.All, .. LanguageReplies.All, .. TrickyReplies.All, .. UnansweredReplies.All, .. EliminationReplies.All, .. ParaphraseReplies.All, .. HesitantReplies.All];

    private static IEnumerable<TestCaseData> Cases => Corpus.Select((reply, index) => new TestCaseData(reply).SetArgDisplayNames($"{index}", reply.ToString()));

    [TestCaseSource(nameof(Cases))]
    public void A_reply_yields_what_a_careful_reader_takes_from_it(object labelled)
    {
        var expected = (LabelledReply)labelled;
        var extraction = Extractor.Extract(expected.Reply, expected.Choices);

        Assert.That(Describe(extraction), Is.EqualTo(expected.Expected), extraction.Rule);
    }

    [Test]
    public void The_corpus_is_large_read_without_error_and_seldom_left_unread()
    {
        var results = Corpus.Select(reply => (Expected: reply, Found: Describe(Extractor.Extract(reply.Reply, reply.Choices)))).ToList();
        var answered = results.Where(result => result.Expected.IsAnswer).ToList();
        var wrong = results.Count(result => result.Found.Length == 1 && result.Found != result.Expected.Expected);
        var unread = answered.Count(result => result.Found.Length > 4) / (double)answered.Count;

        Assert.That(results, Has.Count.GreaterThanOrEqualTo(300));
        Assert.That(wrong, Is.Zero);
        Assert.That(unread, Is.LessThanOrEqualTo(MostUnread));
        TestContext.Out.WriteLine($"{results.Count} replies, {answered.Count} with an answer, {wrong} wrong, {unread:P1} unread");
    }

    private static string Describe(ChoiceExtraction extraction) => extraction.Status switch
    {
        ExtractionStatus.Answered => extraction.Label!,
        ExtractionStatus.Abstained => LabelledReply.Abstained,
        ExtractionStatus.Refused => LabelledReply.Refused,
        _ => LabelledReply.Unparsed,
    };
}
