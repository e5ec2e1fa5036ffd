using MedBench.Cli.Tests.Harness;

namespace MedBench.Cli.Tests;

public sealed class TableTests : CommandFixture
{
    [Test]
    public async Task A_table_of_predictions_becomes_a_table_of_accuracy_cost_and_time()
    {
        Write("p.csv", "dataset,model,method,realidx,gold,predicted,prompt_tokens,completion_tokens,seconds\none,m,cot,1,A,A,1000,100,2\none,m,cot,2,B,,3000,300,4\none,m,cot,1,A,B,1,1,1\n");
        Write("prices.json", """{"models":{"m":{"input":2.5,"output":10}}}""");
        var finished = await CallAsync("table", "p.csv", "--prices", "prices.json");
        AssertSucceeded(finished);
        Assert.That(finished.Output.Trim().Split('\n').Select(line => line.TrimEnd('\r')), Is.EqualTo(new[]
        {
            "| dataset | model | method | items | accuracy | 95 % interval | USD per item | seconds | unanswered | missing |",
            "|---|---|---|---:|---:|---|---:|---:|---:|---:|",
            "| one | m | cot | 2 | 50.0 | 9.5 to 90.5 | 0.007000 | 3.00 | 1 | 0 |",
        }));
        Assert.That(finished.Complaints, Is.EqualTo(new[] { "2 predictions, 1 rows, 1 repeated predictions left out" }));
    }

    [Test]
    public async Task Columns_grouping_format_and_repeated_rows_are_the_users()
    {
        Write("p.jsonl", """{"id":"1","model":"m","gold":"A","label":"A"}""" + "\n" + """{"id":"1","model":"m","gold":"A","label":"B"}""");
        var finished = await CallAsync("table", "p.jsonl", "--column", "predicted=label", "--group", "none", "--format", "csv", "--repeated", "all");
        AssertSucceeded(finished);
        Assert.That(finished.Output.Trim().Split('\n')[1], Does.Match("^,m,,2,1,0[.]5,0[.]0945[0-9]*,0[.]9054[0-9]*,,,0,0\r?$"));
    }

    [TestCase("table p.jsonl --column predicted=lable", "p.jsonl: no row has the column lable for the answer; there are gold, id, label, model, usd. Name the column that holds it.")]
    [TestCase("table p.jsonl", "p.jsonl: no row has the column predicted, predicted_answer or prediction for the answer; there are gold, id, label, model, usd. Name the column that holds it.")]
    [TestCase("table p.jsonl --column predicted=label --column cost=dollars", "p.jsonl: no row has the column dollars for the cost; there are gold, id, label, model, usd. Name the column that holds it.")]
    [TestCase("table p.jsonl --column predicted=label --column gold=right", "p.jsonl, line 1, field 'right': the value is missing; the row has the fields id, model, gold, label. Name the column that holds it.")]
    [TestCase("table nowhere.csv", "nowhere.csv: the file does not exist. Check the path.")]
    [TestCase("table questions.jsonl --column what=x", "--column is 'what=x'. Give VALUE=COLUMN, where VALUE is one of dataset, model, method, id, gold, predicted, prompt-tokens, completion-tokens, cost, seconds.")]
    [TestCase("table questions.jsonl --prices examples.jsonl", "examples.jsonl: the file is no table of prices")]
    public async Task Bad_input_is_named(string arguments, string message)
    {
        Write("p.jsonl", """{"id":"1","model":"m","gold":"A","label":"A"}""" + "\n" + """{"id":"2","model":"m","gold":"A","label":null,"usd":0.1}""");
        var finished = await CallAsync(arguments.Split(' '));
        Assert.That((finished.Code, finished.Complaints.Count), Is.EqualTo((2, 1)), finished.Errors);
        Assert.That(finished.Complaints[0], Does.StartWith(message));
    }
}
