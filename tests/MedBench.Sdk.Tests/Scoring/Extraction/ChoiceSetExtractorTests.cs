using CsCheck;

namespace MedBench.Tests.Scoring.Extraction;

public class ChoiceSetExtractorTests
{
    private static readonly ChoiceSetExtractor Extractor = new();

    private static readonly ChoiceOption[] Options = [new("A", "Un biais de sélection"), new("B", "Un biais de mémorisation"), new("C", "Une perte de vue"), new("D", "Un effet de classe"), new("E", "Aucune limite")];

    private static readonly string[] Pieces = ["A", "b", "réponse", ":", "sont", "\n", ",", "et", "ou", ")", "C", "<think>", "</think>", "é", "\uD800", "Un biais de sélection"];

    // The whole reply.
    [TestCase("A, C", "AC", "whole-reply")]
    [TestCase("a,c,e", "ACE", "whole-reply")]
    [TestCase("C", "C", "whole-reply")]
    [TestCase("**B** et **D**", "BD", "whole-reply")]
    [TestCase("E; A / B", "ABE", "whole-reply")]
    [TestCase("ACD", "ACD", "whole-reply")]
    [TestCase("[A, D]", "AD", "whole-reply")]
    [TestCase("- A\n- C\n", "AC", "whole-reply")]
    [TestCase("A) B) D)", "ABD", "whole-reply")]
    [TestCase("Réponses A, B et E.", "ABE", "whole-reply")]
    [TestCase("A, A, B", "AB", "whole-reply")]
    [TestCase("A, B, C, D, E", "ABCDE", "whole-reply")]
    // A line that announces it.
    [TestCase("L'essai n'est pas en aveugle.\nRéponse : B, D", "BD", "announced")]
    [TestCase("Votre réponse : A", "A", "announced")]
    [TestCase("The correct answers are A, C and E.", "ACE", "announced")]
    [TestCase("Les bonnes réponses sont A et C car l'étude est rétrospective.", "AC", "announced")]
    [TestCase("**Final answer:** A, D", "AD", "announced")]
    [TestCase("Réponse : A\nAprès relecture, réponse : A, B", "AB", "announced")]
    [TestCase("<think>Réponse : E</think>Réponse : A, B", "AB", "whole-reply")]
    [TestCase("Answer: options A and B. The others are wrong.", "AB", "announced")]
    [TestCase("Justification : d'une part, il y a un biais.\nRéponses correctes : A, C", "AC", "announced")]
    // A list of options with their texts.
    [TestCase("A) Un biais de sélection\nC) Une perte de vue", "AC", "listed-options")]
    [TestCase("Je choisis :\n- **A.** Un biais de sélection\n- **B.** Un biais de mémorisation", "AB", "listed-options")]
    public void Several_options_are_read(string reply, string labels, string rule)
    {
        var found = Extractor.Extract(reply, Options);
        Assert.That((found.Status, string.Concat(found.Labels), found.Rule), Is.EqualTo((ExtractionStatus.Answered, labels, rule)));
    }

    [TestCase("La bonne réponse est la C.", "C")]
    [TestCase("I choose option B because the recall is biased.", "B")]
    public void A_single_option_in_prose_is_read_as_elsewhere(string reply, string label)
        => Assert.That((string.Concat(Extractor.Extract(reply, Options).Labels), Extractor.Extract(reply, Options).Rule), Is.EqualTo((label, new ChoiceExtractor().Extract(reply, Options).Rule)));

    [TestCase("")]
    [TestCase("   \n")]
    [TestCase("Il y a un biais d'attrition, c'est évident.")]
    [TestCase("<think>A, B")]
    [TestCase("Les réponses fausses sont : B, D.")]
    [TestCase("Réponse : A ou B")]
    [TestCase("A) Un biais de sélection\nB) Un biais de mémorisation\nC) Une perte de vue\nD) Un effet de classe\nE) Aucune limite", Description = "The question said again is no answer.")]
    [TestCase("BAD")]
    [TestCase("F, G")]
    public void What_is_ambiguous_stays_unread(string reply)
        => Assert.That((Extractor.Extract(reply, Options).Status, Extractor.Extract(reply, Options).Labels.Count), Is.EqualTo((ExtractionStatus.Unparsed, 0)));

    [Test]
    public void A_prediction_says_by_which_rule_it_was_read()
    {
        var input = new SampleInput { Id = "q", Stem = "q", Options = Options };
        var (read, unread) = (Extractor.Read(input, "D, A"), Extractor.Read(input, "Réponse : A ou B"));
        Assert.That((string.Join(',', ((ChoicePrediction)read).Labels), read.Notes["rule"], read.Reply, ((Unanswered)unread).Outcome), Is.EqualTo(("A,D", "whole-reply", "D, A", Outcome.Unparsed)));
    }

    [Test]
    public void No_reply_throws_and_every_label_is_one_of_the_options()
        => Gen.OneOf(Gen.String, Gen.Int[0, Pieces.Length - 1].Select(index => Pieces[index])).Array[0, 30].Select(parts => string.Join(' ', parts))
            .Sample(reply => Assert.That(Extractor.Extract(reply, Options).Labels, Is.SubsetOf(Options.Select(option => option.Label))), iter: 2_000);

    [Test]
    public void A_huge_reply_is_read_at_its_ends()
    {
        var filler = string.Concat(Enumerable.Repeat("réponse : il y a d'une part un biais, ", 100_000));
        Assert.That(string.Concat(Extractor.Extract($"{filler}\nRéponse : A, E", Options).Labels), Is.EqualTo("AE"));
    }
}
