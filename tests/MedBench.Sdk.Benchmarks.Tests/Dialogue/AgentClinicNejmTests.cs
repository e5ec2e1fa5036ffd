using MedBench.Benchmarks.Tests.Exams;
using MedBench.Testing;
using Microsoft.Extensions.AI;

namespace MedBench.Benchmarks.Tests.Dialogue;

public sealed class AgentClinicNejmTests : AgentClinicSpecification
{
    [Test]
    public async Task The_image_is_given_on_request_and_stays_in_view()
    {
        var (cast, _) = await RunAsync(new AgentClinicOptions());
        Assert.That(Images(cast), Is.EqualTo(new[] { 0, 0, 1, 1 }));
        Assert.That(Doctor(cast)[0].Messages[0].Text, Does.Contain("returned with \"REQUEST IMAGES\"."));
    }

    [Test]
    public async Task The_image_can_be_given_from_the_start()
    {
        var (cast, _) = await RunAsync(new AgentClinicOptions { Images = AgentClinicImages.FromTheStart });
        Assert.That(Images(cast), Is.EqualTo(new[] { 1, 1, 1, 1 }));
        Assert.That(Doctor(cast)[0].Messages[0].Text, Does.Not.Contain("REQUEST IMAGES"));
    }

    [Test]
    public async Task As_published_no_image_is_ever_seen()
    {
        foreach (var images in new[] { AgentClinicImages.OnRequest, AgentClinicImages.FromTheStart })
        {
            var (cast, prediction) = await RunAsync(new AgentClinicOptions { Images = images, Compat = [AgentClinicCompat.ImageDiscarded] });
            Assert.That((Images(cast).Sum(), prediction), Is.EqualTo((0, prediction as TextPrediction)));
        }

        var published = new AgentClinicNejm(new AgentClinicOptions { Compat = [AgentClinicCompat.ImageDiscarded] }).DefaultStrategy.Info;
        Assert.That((published.Parameters["compat"], published.RequiredCapabilities), Is.EqualTo(("agentclinic-image-discarded", ModelCapabilities.None)));
    }

    [Test]
    public void A_model_without_images_takes_part_only_where_none_are_shown()
    {
        Assert.That(new AgentClinicNejm().DefaultStrategy.Info.RequiredCapabilities, Is.EqualTo(ModelCapabilities.Images));
        Assert.That(new AgentClinicNejm(new AgentClinicOptions { Images = AgentClinicImages.None }).DefaultStrategy.Info.RequiredCapabilities, Is.EqualTo(ModelCapabilities.None));
        Assert.That(new AgentClinicMedQa().DefaultStrategy.Info.RequiredCapabilities, Is.EqualTo(ModelCapabilities.None));
    }

    [Test]
    public async Task The_published_cases_are_read()
    {
        var samples = await ExamData.LoadAsync(new AgentClinicNejm(), ExamData.Published("agentclinic"));
        Assert.That((samples.Count, AgentClinicPlayers.Gold(samples[0]), samples.All(sample => sample.Input.Media.Count == 0)), Is.EqualTo((15, "Exogenous ochronosis", true)));
    }

    protected override IBenchmark CreateBenchmark() => new AgentClinicNejm();

    private static List<ModelRequest> Doctor(ScriptedCast cast) => [.. cast.Log.Where(entry => entry.Role == ModelRole.Subject).Select(entry => entry.Request)];

    private static int[] Images(ScriptedCast cast) => [.. Doctor(cast).Select(request => request.Messages.Sum(message => message.Contents.OfType<UriContent>().Count()))];

    private async Task<(ScriptedCast Cast, Prediction Prediction)> RunAsync(AgentClinicOptions options)
    {
        var benchmark = new AgentClinicNejm(options);
        var sample = (await ExamData.LoadAsync(benchmark, CreateSource()))[1];
        var cast = new ScriptedCast((ModelRole.Subject, ["Hello.", "REQUEST IMAGES", "Thank you.", "DIAGNOSIS READY: Pneumothorax"]), (ModelRole.Patient, ["It hurts.", "Here.", "Yes."]));
        return (cast, await benchmark.DefaultStrategy.PredictAsync(sample.Input, cast.Models));
    }
}
