using MedBench.Benchmarks.Tests.Exams;
using MedBench.Testing;
using Microsoft.Extensions.AI;

namespace MedBench.Benchmarks.Tests.Dialogue;

/// <summary>A user's own doctor over a patient of this package, composed of parts.</summary>
public sealed class DialogueCompositionTests
{
    private static readonly DialoguePrompting Parts = new()
    {
        Id = "own-doctor",
        Version = "1",
        Description = "Asks until it says so.",
        Open = input => [new ChatMessage(ChatRole.User, input.Context[0].Text)],
        Compose = turn => [new ChatMessage(ChatRole.System, $"Turn {turn.Number + 1} of {turn.MaxTurns}{(turn.IsLast ? ", the last" : "")}."), .. turn.Transcript],
        Ends = (_, transcript) => transcript[^1].Text.StartsWith("It is", StringComparison.Ordinal),
        MaxTurns = 3,
        Compat = ["own-defect"],
    };

    [Test]
    public async Task A_turn_is_shown_as_composed_and_the_transcript_stays_what_was_said()
    {
        var cast = new ScriptedCast((ModelRole.Subject, ["Any pain?", "Any fever?", "It is a cold."]), (ModelRole.Patient, ["No.", "Yes."]));
        var prediction = await new DialogueStrategy(Parts).PredictAsync(Input, cast.Models);
        Assert.Multiple(() =>
        {
            Assert.That(((TextPrediction)prediction).Text, Is.EqualTo("It is a cold."));
            Assert.That(cast.Log.Where(entry => entry.Role == ModelRole.Subject).Select(entry => $"{entry.Request.Messages[0].Text} {entry.Request.Messages.Count}"), Is.EqualTo(new[] { "Turn 1 of 3. 2", "Turn 2 of 3. 4", "Turn 3 of 3, the last. 6" }));
            Assert.That(prediction.Transcript.Select(message => message.Text), Is.EqualTo(new[] { "A man coughs.", "Any pain?", "No.", "Any fever?", "Yes.", "It is a cold." }));
            Assert.That(new DialogueStrategy(Parts).Info.Parameters["compat"], Is.EqualTo("own-defect"));
        });
    }

    [Test]
    public async Task An_ending_that_nobody_reaches_is_truncated()
    {
        var cast = new ScriptedCast((ModelRole.Subject, ["Any pain?", "Any fever?", "Anything?"]), (ModelRole.Patient, ["No.", "Yes.", "No."]));
        Assert.That(((Unanswered)await new DialogueStrategy(Parts).PredictAsync(Input, cast.Models)).Outcome, Is.EqualTo(Outcome.Truncated));
    }

    [Test]
    public async Task A_value_of_any_shape_is_read_as_json_in_file_order()
    {
        var file = ExamData.File("a.jsonl", """{"b":{"z":[1,2.5,"\u00e9",true,null,{}],"a":""},"n":null}""");
        await foreach (var row in DatasetReader.ReadAsync(file))
        {
            Assert.That(row.GetJson("b").GetRawText(), Is.EqualTo("""{"z":[1,2.5,"\u00E9",true,null,{}],"a":""}"""));
            Assert.That(() => row.GetJson("n"), Throws.InstanceOf<DatasetException>().With.Message.Contains("the field is null"));
            Assert.That(() => row.GetJson("x"), Throws.InstanceOf<DatasetException>().With.Message.Contains("the field is missing"));
        }

        await foreach (var row in DatasetReader.ReadAsync(ExamData.File("a.csv", "x,y\n1,two\n")))
        {
            Assert.That(row.GetJson("x").GetRawText() + row.GetJson("y").GetRawText(), Is.EqualTo("\"1\"\"two\""));
        }
    }

    private static SampleInput Input => new()
    {
        Id = "o",
        Stem = "What is it?",
        Context = [new ContextSection(null, "A man coughs.")],
        Environment = new MediQPatient(new MediQCase { InitialInformation = "A man coughs.", Sentences = ["A man coughs."] }, new MediQPatientOptions { System = MediQPatientSystem.Instruct }),
    };
}
