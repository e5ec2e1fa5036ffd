using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace MedBench.PublicApi;

public sealed class DependencyInjectionTests : RunBench
{
    [Test]
    public async Task Benchmark_strategy_scorer_and_models_of_an_outsider_come_together_by_name()
    {
        var services = new ServiceCollection();
        services.AddKeyedSingleton<IChatClient>(ModelRole.Judge, new FixedChat("strict-judge", "met"));
        services.AddMedBench()
            .AddModel(ModelRole.Subject, _ => ScriptedModel.Saying("ours", _ => "See a doctor."))
            .AddChatModel(ModelRole.Judge)
            .AddCatalog(MedBenchCatalog.All);
        await using var provider = services.BuildServiceProvider();
        var plan = provider.GetRequiredService<EvaluationPlanner>().CreatePlan("outside-counsel", null, "free-answer");
        var summary = await provider.GetRequiredService<EvaluationRunner>().EvaluateAsync(plan, new RunOptions { Folder = Folder });
        Assert.Multiple(() =>
        {
            Assert.That((plan.Models.Single().Info.Id, plan.Roles[ModelRole.Judge].Info.Id), Is.EqualTo(("ours", "strict-judge")));
            Assert.That(plan.Strategies.Single(), Is.InstanceOf<FreeAnswer>());
            Assert.That(summary.Cells.Single().Score!.Value.Estimate, Is.EqualTo(0.5), "all criteria met, the harmful one too: (3 + 1 - 2) / 4");
        });
    }

    [Test]
    public async Task A_registered_chat_client_can_be_the_subject()
    {
        var services = new ServiceCollection();
        services.AddKeyedSingleton<IChatClient>(ModelRole.Subject, new FixedChat("theirs", "### Answer\n(B)"));
        services.AddMedBench().AddChatModel(ModelRole.Subject).AddCatalog(MedBenchCatalog.All);
        await using var provider = services.BuildServiceProvider();
        var results = await RunAsync(provider.GetRequiredService<EvaluationPlanner>().CreatePlan("outside-text-exam"));
        Assert.That(results["q1"].Outcome, Is.EqualTo(Outcome.Correct));
        Assert.That(results["q1"].ReportedModels, Is.EqualTo(["theirs"]));
    }

    [Test]
    public void Models_are_keyed_singletons_by_role()
    {
        var services = new ServiceCollection();
        services.AddMedBench().AddModel("second-opinion", _ => ScriptedModel.Silent("second"));
        using var provider = services.BuildServiceProvider();
        var model = provider.GetRequiredKeyedService<IModelClient>("second-opinion");
        Assert.That(provider.GetRequiredKeyedService<IModelClient>("second-opinion"), Is.SameAs(model));
    }

    [Test]
    public void A_role_is_played_once()
    {
        var builder = new ServiceCollection().AddMedBench().AddModel(ModelRole.Judge, _ => ScriptedModel.Silent("judge"));
        Assert.Throws<ArgumentException>(() => builder.AddChatModel(ModelRole.Judge));
    }

    [Test]
    public void A_plan_without_a_subject_says_what_to_add()
    {
        var services = new ServiceCollection();
        services.AddMedBench().AddCatalog(MedBenchCatalog.All);
        using var provider = services.BuildServiceProvider();
        var planner = provider.GetRequiredService<EvaluationPlanner>();
        Assert.That(Assert.Throws<PlanException>(() => planner.CreatePlan("outside-text-exam"))!.Message, Does.Contain("AddMedBench().AddModel(ModelRole.Subject"));
    }

    [Test]
    public void An_id_that_is_spelled_alike_is_suggested()
    {
        var exception = Assert.Throws<KeyNotFoundException>(() => MedBenchCatalog.All.FindBenchmark("outside-text-exams"))!;
        Assert.That(exception.Message, Does.Contain("outside-text-exam"));
    }
}
