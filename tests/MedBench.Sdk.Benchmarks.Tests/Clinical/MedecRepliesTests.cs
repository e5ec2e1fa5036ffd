namespace MedBench.Benchmarks.Tests.Clinical;

public sealed class MedecRepliesTests
{
    private const string Text = "0 A man has a painless ulcer.\n1 Microscopy shows spirochetes.\n2 Patient is diagnosed with chancroid.\n3 His pulse is 7.5 times\nfaster.";

    [TestCase("CORRECT")]
    [TestCase("  **CORRECT.**\n")]
    [TestCase("Every sentence was checked.\nOutput: CORRECT")]
    [TestCase("The text is CORRECT as it stands.")]
    [TestCase("0 A man has a painless ulcer.\n1 Microscopy shows spirochetes.\n2 Patient is diagnosed with chancroid.\nCORRECT")]
    [TestCase("ms-test-0 0 -1 NA")]
    public void A_text_without_an_error_is_recognised(string reply) => Assert.That(Read(reply), Is.EqualTo(NoteError.None));

    [TestCase("2 Patient is diagnosed with primary syphilis.")]
    [TestCase("2: Patient is diagnosed with primary syphilis.")]
    [TestCase("2 | \"Patient is diagnosed with primary syphilis.\"")]
    [TestCase("Answer: 2 Patient is diagnosed with primary syphilis.")]
    [TestCase("**Sentence 2: Patient is diagnosed with primary syphilis.**")]
    [TestCase("The ulcer is painless.\n\n2. Patient is diagnosed with primary syphilis.\n\nThis fits the microscopy.")]
    [TestCase("2\nPatient is diagnosed with primary syphilis.")]
    [TestCase("0 A man has a painless ulcer.\n1 Microscopy shows spirochetes.\n2 Patient is diagnosed with primary syphilis.\n\n3 His pulse is 7.5 times faster.")]
    [TestCase("<think>CORRECT?</think>2 Patient is diagnosed with primary syphilis.")]
    [TestCase("ms-test-0 1 2 \"Patient is diagnosed with primary syphilis.\"")]
    public void The_corrected_sentence_is_read_with_its_number(string reply)
        => Assert.That(Read(reply), Is.EqualTo(new NoteError { IsError = true, SentenceId = "2", Correction = "Patient is diagnosed with primary syphilis." }));

    [TestCase("1 error was found:\n2 Patient is diagnosed with primary syphilis.")]
    [TestCase("1 error was found:\n\n2 Patient is diagnosed with primary syphilis.\n\n1 man in 3 has no symptoms.")]
    [TestCase("1 medical error in the text.\n**2 Patient is diagnosed with primary syphilis.**")]
    [TestCase("1. There is a mistake:\n2. Patient is diagnosed with primary syphilis.")]
    [TestCase("0 sentences are missing, and 1 is wrong.\n2 Patient is diagnosed with primary syphilis.")]
    [TestCase("1 thing must be changed.\n\n2 Patient is diagnosed with primary syphilis.")]
    [TestCase("1 of them shows a wrong diagnosis:\n2 Patient is diagnosed with primary syphilis.")]
    [TestCase("17 problems were looked for.\n2 Patient is diagnosed with primary syphilis.")]
    [TestCase("2 Patient is diagnosed with primary syphilis.\n\nReasons:\n1. The spirochetes.\n0. A painless ulcer.")]
    public void A_line_that_counts_errors_is_no_corrected_sentence(string reply)
        => Assert.That(Read(reply), Is.EqualTo(new NoteError { IsError = true, SentenceId = "2", Correction = "Patient is diagnosed with primary syphilis." }));

    [TestCase("17 Patient has syphilis.")]
    [TestCase("It is syphilis.\n17 Patient has syphilis.")]
    [TestCase("1 error was found:")]
    [TestCase("1 error was found.\nThe diagnosis is wrong.")]
    [TestCase("0 errors.")]
    public void A_number_of_no_sentence_is_no_verdict(string reply) => Assert.That(Read(reply), Is.Null);

    [TestCase("2 Treponema pallidum.", "Treponema pallidum.")]
    [TestCase("2 Treponema pallidum.\n\nThe rest is right.", "Treponema pallidum.")]
    [TestCase("2", "")]
    public void A_correction_may_share_no_word_with_its_sentence(string reply, string correction)
        => Assert.That(Read(reply), Is.EqualTo(new NoteError { IsError = true, SentenceId = "2", Correction = correction }));

    [Test]
    public void A_sentence_about_an_error_can_be_corrected()
    {
        var input = new SampleInput { Id = "ms-test-0", Stem = "0 A dosing error is noted.\n1 Two problems remain:\npain and fever." };
        NoteError Of(string reply) => NoteError.FromState(((StatePrediction)MedecReplies.Read(input, reply)).State);
        Assert.That((Of("0 A dispensing error is noted.").SentenceId, Of("1 Three problems remain:\npain, rash and fever.").Correction), Is.EqualTo(("0", "Three problems remain:\npain, rash and fever.")));
    }

    [Test]
    public void Replies_of_many_lines_end()
    {
        var reply = string.Concat(Enumerable.Repeat("1 Microscopy shows spirochetes.\n", 20_000)) + string.Concat(Enumerable.Repeat("2 Treponema.\n", 20_000)) + "2 Patient is diagnosed with primary syphilis.";
        Assert.That(Read(reply)!.Correction, Is.EqualTo("Patient is diagnosed with primary syphilis."));
    }

    [TestCase("")]
    [TestCase("I am not able to review clinical texts.")]
    [TestCase("The text is INCORRECT.")]
    [TestCase("2 Patient is diagnosed with chancroid.")]
    public void A_reply_without_a_verdict_is_unparsed(string reply) => Assert.That(Read(reply), Is.Null);

    [Test]
    public void A_submission_of_the_shared_task_is_read_as_its_script_reads_it()
    {
        Assert.Multiple(() =>
        {
            Assert.That(MedecReplies.ReadSubmission("text-id-2 1 8 \"\"correction of sentence 8...\"\"", out var id), Is.EqualTo(new NoteError { IsError = true, SentenceId = "8", Correction = "correction of sentence 8..." }));
            Assert.That(id, Is.EqualTo("text-id-2"));
            Assert.That(MedecReplies.ReadSubmission("text-id-1 0 -1 NA", out _), Is.EqualTo(NoteError.None));
            Assert.That(MedecReplies.ReadSubmission("text-id-1 0 3 whatever it says", out _), Is.EqualTo(new NoteError { SentenceId = "3" }), "A text without an error has no correction, whatever stands there.");
            Assert.That(MedecReplies.ReadSubmission("Text-Id-1 0 -1 NA", out _), Is.Null, "The script passes over identifiers with capitals.");
        });
    }

    private static NoteError? Read(string reply) => MedecReplies.Read(new SampleInput { Id = "ms-test-0", Stem = Text }, reply) is StatePrediction state ? NoteError.FromState(state.State) : null;
}
