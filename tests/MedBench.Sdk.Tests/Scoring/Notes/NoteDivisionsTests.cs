using MedBench.Metrics;

namespace MedBench.Tests.Scoring.Notes;

public sealed class NoteDivisionsTests
{
    // What SectionTagger of wyim/aci-bench, baselines/sectiontagger.py (commit b909b2b, the later class), makes of each line was read off its patterns.
    [TestCase("CHIEF COMPLAINT", NoteDivision.Subjective)]
    [TestCase("  history of   present illness", NoteDivision.Subjective)]
    [TestCase("HPI: cough", NoteDivision.Subjective)]
    [TestCase("ROS", NoteDivision.Subjective)]
    [TestCase("Review of Systems :", NoteDivision.Subjective)]
    [TestCase("Social history", NoteDivision.Subjective)]
    [TestCase("PHYSICAL EXAMINATION", NoteDivision.ObjectiveExam)]
    [TestCase("exam:", NoteDivision.ObjectiveExam)]
    [TestCase("VITALS REVIEWED", NoteDivision.ObjectiveExam)]
    [TestCase("RESULTS", NoteDivision.ObjectiveResults)]
    [TestCase("Results of the scan are pending.", NoteDivision.ObjectiveResults)]
    [TestCase("findings", NoteDivision.ObjectiveResults)]
    [TestCase("Assessment and Plan", NoteDivision.AssessmentAndPlan)]
    [TestCase("A/P:", NoteDivision.AssessmentAndPlan)]
    [TestCase("p", NoteDivision.AssessmentAndPlan)]
    [TestCase("PLAN ", NoteDivision.AssessmentAndPlan)]
    [TestCase("IMPRESSION", NoteDivision.AssessmentAndPlan)]
    [TestCase("impression: normal", null)]
    [TestCase("History is unremarkable.", null)]
    [TestCase("The plan: rest", null)]
    [TestCase("Planning is needed", null)]
    [TestCase("Examination was normal", null)]
    public void A_heading_opens_its_division(string line, NoteDivision? division) => Assert.That(NoteDivisions.FindHeading(line), Is.EqualTo(division));

    [Test]
    public void The_first_heading_of_a_division_counts_and_what_precedes_all_is_subjective()
    {
        var divisions = NoteDivisions.Split("Seen today.\nRESULTS\nx-ray normal\nPHYSICAL EXAM\nclear\nRESULTS\nlate result\nPLAN\nrest");
        Assert.That(divisions, Is.EquivalentTo(new Dictionary<NoteDivision, string>
        {
            [NoteDivision.Subjective] = "Seen today.\n",
            [NoteDivision.ObjectiveResults] = "RESULTS\nx-ray normal\n",
            [NoteDivision.ObjectiveExam] = "PHYSICAL EXAM\nclear\nRESULTS\nlate result\n",
            [NoteDivision.AssessmentAndPlan] = "PLAN\nrest",
        }));
    }

    [Test]
    public void Text_before_the_first_heading_takes_the_place_of_a_later_history()
        => Assert.That(NoteDivisions.Split("Note\nPLAN\nrest\nHPI\ncough")[NoteDivision.Subjective], Is.EqualTo("Note\n"));

    [Test]
    public void An_empty_note_has_an_empty_subjective_division() => Assert.That(NoteDivisions.Split(""), Is.EquivalentTo(new Dictionary<NoteDivision, string> { [NoteDivision.Subjective] = "" }));
}
