using MedBench.Metrics;

namespace MedBench.Tests.Scoring.Text;

public sealed class SetRougeTests
{
    // Values of an independent implementation in Python 3.11, written from pltrdy/rouge, rouge/rouge.py and rouge_score.py (commits 01f82d4, 12ed0ad).
    [TestCase("Patient is diagnosed with syphilis.", "Patient is diagnosed with primary syphilis.", 0.9090909041322315, 0.6666666617283951, 0.9090909041322315)]
    [TestCase("The the cat. The cat sat", "the cat sat on the mat.", 0.6666666617283951, 0.3999999950000001, 0.6666666617283951)]
    [TestCase("a b c. d e", "a c. e d x", 0.7999999950000002, 0, 0.5999999950000001)]
    [TestCase("Culture tests indicate Neisseria gonorrhoeae. ", "Culture tests indicate Trichomonas vaginalis.", 0.5454545404958678, 0.4444444395061729, 0.5454545404958678)]
    public void Values_are_those_of_the_package(string prediction, string reference, double one, double two, double longest)
    {
        Assert.Multiple(() =>
        {
            Assert.That(SetRouge.OfOrder(prediction, reference, 1).F1, Is.EqualTo(one).Within(1e-15));
            Assert.That(SetRouge.OfOrder(prediction, reference, 2).F1, Is.EqualTo(two).Within(1e-15));
            Assert.That(SetRouge.OfLongestSubsequence(prediction, reference).F1, Is.EqualTo(longest).Within(1e-15));
        });
    }

    [Test]
    public void A_text_scores_slightly_less_than_one_against_itself_and_repetition_does_not_count()
    {
        Assert.That(SetRouge.OfOrder("no fever", "no fever", 1).F1, Is.EqualTo(2 / (2 + 1e-8)).And.LessThan(1));
        Assert.That(SetRouge.OfOrder("no no no", "no", 1), Is.EqualTo(SetRouge.OfOrder("no", "no", 1)));
        Assert.That(SetRouge.OfOrder("Fever", "fever", 1).F1, Is.Zero);
    }

    [TestCase("", "a")]
    [TestCase("...", "a")]
    [TestCase("a", "")]
    public void Texts_without_words_score_nothing(string prediction, string reference)
    {
        Assert.That(SetRouge.OfOrder(prediction, reference, 1).F1, Is.Zero);
        Assert.That(SetRouge.OfLongestSubsequence(prediction, reference).F1, Is.Zero);
    }
}
