using System.Text;
using CsCheck;
using MedBench.Metrics;

namespace MedBench.Tests.Scoring.Text;

public sealed class TextNormalizerTests
{
    // normalize_answer of SQuAD's evaluate-v2.0.py, run under Python 3.11.
    [TestCase("The  answer is: A beta-blocker!", "answer is betablocker")]
    [TestCase("a an the", "")]
    [TestCase("An Étude, l'été; THE end", "étude lété end")]
    [TestCase("a\u0301b an\u00E9 the_x the.x", "\u0301b an\u00E9 thex thex")]
    [TestCase("３５％ 高血压。", "３５％ 高血压。")]
    [TestCase("ΟΔΥΣΣΕΥΣ ΣΑΣ. Σ", "οδυσσευς σας σ")]
    [TestCase("ΣΑΣ血压 ΣΑΣα", "σας血压 σασα")]
    [TestCase("ΣΑΣ\u2019Α ΣΑΣ\u2019 ΣΑ\u0301Σ", "σασ\u2019α σας\u2019 σα\u0301ς")]
    [TestCase("İI ß ẞ \u001Cx\u001Fy", "i\u0307i ß ß x y")]
    [TestCase("“quoted” – the—dash", "“quoted” – —dash")]
    [TestCase("3.5 mg b.i.d.", "35 mg bid")]
    public void Quasi_exact_form_is_that_of_SQuAD(string text, string expected) => Assert.That(TextNormalizer.QuasiExact(text), Is.EqualTo(expected));

    [TestCase("ＨｂＡ１ｃ　７．１％", "hba1c 7.1%")]
    [TestCase("أَحْمَد مُسْتَشْفَى", "احمد مستشفي")]
    [TestCase("مدرســـة إلى آخر", "مدرسه الي اخر")]
    [TestCase("٣٫٥ ۱۲۰", "3 5 120")]
    [TestCase("ﾍﾓｸﾞﾛﾋﾞﾝ", "ヘモグロビン")]
    [TestCase("β\u200B-blocker\u00AD (3.5 mg), 1,000.", "β blocker 3.5 mg 1,000")]
    [TestCase("Rh+ < 5 µg", "rh+ < 5 μg")]
    [TestCase("ＯΔΟΣ οδος", "oδοσ οδοσ")]
    [TestCase("  \u3000 ", "")]
    public void Multilingual_form_folds_what_writing_varies_in(string text, string expected) => Assert.That(TextNormalizer.Multilingual(text), Is.EqualTo(expected));

    [TestCase(" \t\u001Ctext \u3000\n", "text")]
    [TestCase("\u0085\u00A0", "")]
    [TestCase("The A.", "The A.")]
    public void Trimmed_form_loses_only_its_ends(string text, string expected) => Assert.That(TextNormalizer.Normalize(text, TextNormalization.Trimmed), Is.EqualTo(expected));

    [Test]
    public void Any_code_units_can_be_normalized() => Gen.Char.Array[0, 40].Select(characters => new string(characters)).Sample(text =>
    {
        foreach (var normalization in Enum.GetValues<TextNormalization>())
        {
            var normalized = TextNormalizer.Normalize(text, normalization);
            Assert.That(normalized, Is.EqualTo(TextNormalizer.Trimmed(normalized)));
        }

        Assert.That(TextNormalizer.Multilingual(text).EnumerateRunes().Count(Rune.IsControl), Is.Zero);
    });

    [Test]
    public void An_unknown_rule_is_refused() => Assert.That(() => TextNormalizer.Normalize("x", (TextNormalization)9), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void What_has_no_normal_form_is_replaced() => Assert.That(TextNormalizer.Multilingual("a\uFFFEb\uD800"), Is.EqualTo("a\uFFFDb\uFFFD"));
}
