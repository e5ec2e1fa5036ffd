using Microsoft.Extensions.AI;

namespace MedBench.PublicApi;

public sealed class WardOrdersTests : RunBench
{
    [Test]
    public async Task An_agent_is_graded_by_what_it_left_behind()
    {
        var agent = Agent(Work);
        var result = (await RunAsync(Plan(new WardOrders(), agent)))["w1"];
        Assert.Multiple(() =>
        {
            Assert.That(result.Outcome, Is.EqualTo(Outcome.Correct), result.Error);
            Assert.That(result.Calls, Is.EqualTo(3));
            Assert.That(agent.Requests[0].Options!.Tools!.Select(tool => tool.Name), Is.EqualTo(["look_up", "prescribe"]));
            Assert.That(agent.Requests[0].Options!.Tools, Has.None.InstanceOf<AIFunction>(), "nothing that a chat client could invoke by itself");
        });
    }

    [Test]
    public async Task Calls_and_results_go_to_the_model_as_pairs()
    {
        var agent = Agent(Work);
        await RunAsync(Plan(new WardOrders(), agent));
        var last = agent.Requests[^1].Messages;
        Assert.Multiple(() =>
        {
            Assert.That(last.Select(message => message.Role), Is.EqualTo([ChatRole.User, ChatRole.Assistant, ChatRole.Tool, ChatRole.Assistant, ChatRole.Tool]));
            Assert.That(last[2].Contents.Cast<FunctionResultContent>().Select(result => (result.CallId, result.Result)), Is.EqualTo(new (string, object?)[] { ("1", "6.8 mmol/l"), ("2", "210 µmol/l") }));
            Assert.That(((FunctionResultContent)last[4].Contents[0]).Result, Is.EqualTo("Ordered; 1 on the chart."));
        });
    }

    [Test]
    public async Task An_agent_that_prescribes_something_else_is_wrong()
    {
        var result = (await RunAsync(Plan(new WardOrders(), Agent(_ => ScriptedModel.Text("Nothing is needed.")))))["w1"];
        Assert.That((result.Outcome, result.Scores[0].Score.Predicted), Is.EqualTo((Outcome.Incorrect, """{"prescribed":[]}""")));
    }

    [Test]
    public async Task An_agent_that_never_ends_is_cut_off()
    {
        var agent = Agent(_ => ScriptedModel.Reply(Call("1", "look_up", ("test", "sodium"))));
        var result = (await RunAsync(Plan(new WardOrders(), agent)))["w1"];
        Assert.That((result.Outcome, result.Calls), Is.EqualTo((Outcome.Truncated, 6)));
    }

    [Test]
    public async Task A_broken_task_goes_on_where_it_stopped()
    {
        var line = false;
        var agent = Agent(request => request.Messages.Count == 5 && !line ? ScriptedModel.Fail() : Work(request));
        var plan = Plan(new WardOrders(), agent);
        var broken = (await RunAsync(plan))["w1"];
        line = true;
        var whole = (await RunAsync(plan))["w1"];
        Assert.Multiple(() =>
        {
            Assert.That((broken.Outcome, whole.Outcome), Is.EqualTo((Outcome.Failed, Outcome.Correct)));
            Assert.That(agent.Requests, Has.Count.EqualTo(4), "arguments read back from the journal make the same request");
        });
    }

    [Test]
    public async Task A_model_without_tools_is_not_asked()
    {
        var result = (await RunAsync(Plan(new WardOrders(), ScriptedModel.Silent("plain"))))["w1"];
        Assert.That((result.Outcome, result.Calls), Is.EqualTo((Outcome.Unsupported, 0)));
    }

    [Test]
    public Task A_second_run_sends_nothing() => AssertSecondRunSendsNothing(Plan(new WardOrders(), Agent(Work)), calls: 3);

    private static ScriptedModel Agent(Func<ModelRequest, ChatResponse> reply) => new("agent", reply) { Info = new ModelInfo { Id = "agent", Capabilities = ModelCapabilities.Tools } };

    private static ChatResponse Work(ModelRequest request) => request.Messages.Count switch
    {
        1 => ScriptedModel.Reply(Call("1", "look_up", ("test", "potassium")), Call("2", "look_up", ("test", "creatinine"))),
        3 => ScriptedModel.Reply(new TextContent("Potassium is high."), Call("3", "prescribe", ("drug", "calcium gluconate"), ("grams", 1.5))),
        _ => ScriptedModel.Text("Done."),
    };

    private static FunctionCallContent Call(string id, string name, params (string Name, object? Value)[] arguments)
        => new(id, name, arguments.ToDictionary(argument => argument.Name, argument => argument.Value));
}
