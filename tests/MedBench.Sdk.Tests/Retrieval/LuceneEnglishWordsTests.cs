using MedBench.Metrics;

namespace MedBench.Tests.Retrieval;

public sealed class LuceneEnglishWordsTests
{
    // Lucene.Net 4.8.0-beta00017: StandardTokenizer, EnglishPossessiveFilter, LowerCaseFilter, StopFilter with ENGLISH_STOP_WORDS_SET, PorterStemFilter.
    [TestCase("The patient's COVID-19 test was positive; she'd dying neurons, U.S.A. e.g. 3.5 mg/kg at 1,000 units.", "patient covid 19 test posit she'd dy neuron u.s.a e.g 3.5 mg kg 1,000 unit")]
    [TestCase("Don't use foo_bar _x_ a:b 12:30 3,4-dihydroxy-L-phenylalanine (L-DOPA) and β-blockers’s effects", "don't us foo_bar _x_ a:b 12 30 3,4 dihydroxi l phenylalanin l dopa β blocker effect")]
    [TestCase("naïve café Ménière's disease ANCA-associated vasculitis 中文 医学 ひらがな カタカナ ไทยภาษา 한국어 test", "naïv café ménièr diseas anca associ vascul 中 文 医 学 ひ ら が な カタカナ ไทยภาษา 한국어 test")]
    [TestCase("IL-2Rα, CD4+ T-cells; m² 5’-UTR; 10^-3; www.nih.gov user@example.org; O'Neil’S dogs' it's THE", "il 2rα cd4 t cell m 5 utr 10 3 www.nih.gov user example.org o'neil dog")]
    [TestCase("x.y 1.2.3 a.1 1.a b'c 'quoted' ''double'' end. \"s\" 's s' _ __ _'s ab:12 12:ab 1;2 a;b a,b", "x.y 1.2.3 1 1 b'c quot doubl end s s s s ab 12 12 ab 1;2 b b")]
    [TestCase("ＦＵＬＬ ｗｉｄｔｈ １２３ \u00adsoft\u00adhyphen zero\u200bwidth join\u200der e\u0301cole ŒUVRE", "ｆｕｌｌ ｗｉｄｔｈ １２３ soft\u00adhyphen zero width join\u200der e\u0301col œuvr")]
    public void Words_are_those_of_Lucene(string text, string expected) => Assert.That(Words(text), Is.EqualTo(expected.Split(' ')));

    // Lucene.Net 4.8.0-beta00017, PorterStemFilter; nltk 3.8, PorterStemmer(mode=PorterStemmer.MARTIN_EXTENSIONS) gives the same.
    [TestCase("relational logistics analogies possibly hopefully generalizations flies died tied agreed plastered motoring hopping failing filing happy sky", "relat logist analog possibl hopefulli gener fli di ti agre plaster motor hop fail file happi sky")]
    [TestCase("caresses ponies ties cats feed bled sized conflated troubled conditional valenci digitizer conformabli radicalli differentli vileli analogousli vietnamization", "caress poni ti cat feed bled size conflat troubl condit valenc digit conform radic differ vile analog vietnam")]
    [TestCase("predication operator feudalism decisiveness formaliti sensitiviti sensibiliti triplicate formative formalize electriciti gyroscopic adoption angulariti probate rate cease controll roll", "predic oper feudal decis formal sensit sensibl triplic form formal electr gyroscop adopt angular probat rate ceas control roll")]
    [TestCase("logi news proceed skies eed is", "logi new proce ski eed is")]
    public void Stems_are_Porters_own(string words, string stems) => Assert.That(words.Split(' ').Select(PorterStemmer.StemAsPorter), Is.EqualTo(stems.Split(' ')));

    [Test]
    public void Hostile_text_is_cut_in_linear_time_into_words_of_bounded_length()
    {
        Assert.That(Words(new string('x', 600)).Select(word => word.Length), Has.All.LessThanOrEqualTo(255));
        Assert.That(Words("\ud800 a\udc00b \ud83d\ude00 e" + new string('\u0301', 10_000) + " __ '.'").Count, Is.LessThan(10_000));
        Assert.That(Words(""), Is.Empty);
    }

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        WordAnalyzer.Create(WordAnalysis.LuceneEnglish).Read(text, word => words.Add(word.ToString()));
        return words;
    }
}
