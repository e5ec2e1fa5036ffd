using System.Globalization;

namespace MedBench.Tests.Retrieval;

public sealed class LexicalTokenizerTests
{
    [TestCase("Inhibits, inhibited & INHIBITING", "inhibit inhibit inhibit")]
    [TestCase("biopsies biopsy", "biopsy biopsy")]
    [TestCase("causes caused causing", "caus caus caus")]
    [TestCase("Aquaporin-2 at T12: 7.4 mmol/L", "aquaporin 2 at t12 7 4 mmol l")]
    [TestCase("virus stress pelvis", "virus stress pelvis")]
    [TestCase("糖尿病 type2", "糖 尿 病 type2")]
    [TestCase("Ménière’s Ödem", "ménièr s ödem")]
    [TestCase("… — !", "")]
    public void Words_lose_case_punctuation_and_endings(string text, string expected)
        => Assert.That(string.Join(' ', LexicalTokenizer.Tokenize(text)), Is.EqualTo(expected));

    [Test]
    [SetCulture("tr-TR")]
    public void The_culture_does_not_matter()
        => Assert.That(LexicalTokenizer.Tokenize("INSULIN"), Is.EqualTo(new[] { "insulin" }), CultureInfo.CurrentCulture.Name);

    [Test]
    public void Endless_words_are_cut()
        => Assert.That(LexicalTokenizer.Tokenize(new string('x', 1000)).Single(), Has.Length.EqualTo(64));

    [Test]
    public void Logarithm_and_exponential_are_as_good_as_the_platforms()
    {
        for (var x = 0.001; x < 1e6; x *= 1.37)
        {
            Assert.That(PortableMath.Log(x), Is.EqualTo(Math.Log(x)).Within(1e-14 * Math.Max(1, Math.Abs(Math.Log(x)))));
            Assert.That(PortableMath.Exp(-Math.Min(x, 600)), Is.EqualTo(Math.Exp(-Math.Min(x, 600))).Within(1e-13).Percent);
        }
    }
}
