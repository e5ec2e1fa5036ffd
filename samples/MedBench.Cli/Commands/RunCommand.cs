using System.CommandLine;

namespace MedBench.Cli.Commands;

/// <summary><c>medbench run</c>.</summary>
internal static class RunCommand
{
    public static Command Create(CancellationToken cancellationToken)
    {
        Option<string[]> benchmark = new("--benchmark") { Description = "Id of the benchmark; see 'medbench list'. With --recipe, a set of it that is run instead of all; may be repeated then.", HelpName = "ID" };
        Option<string?> recipe = new("--recipe") { Description = "Id of a paper's whole table instead of a benchmark; see 'medbench list recipes'. Takes one folder as --data.", HelpName = "ID" };
        var dataset = OwnQuestions.CreateDatasetOption();
        var map = OwnQuestions.CreateMapOption();
        var subset = Subset.CreateOption();
        Option<string[]> data = new("--data") { Description = "Folder with the benchmark's files, or SPLIT=FILE; pool=FILE names the exemplars. May be repeated. Left out, published files are fetched into the cache.", HelpName = "FOLDER | SPLIT=FILE" };
        var fetch = new FetchOptions();
        Option<string?> split = new("--split") { Description = "Split to evaluate; the benchmark's own by default.", HelpName = "NAME" };
        Option<string[]> strategy = new("--strategy") { Description = "Id of the strategy; may be repeated. The benchmark's own by default.", HelpName = "ID" };
        Option<string?> protocol = new("--protocol") { Description = "Id of a published protocol, as which the model is asked; see 'medbench list protocols'.", HelpName = "ID" };
        Option<string?> form = new("--form") { Description = "Form of the protocol, for instance completion or chat; its first by default.", HelpName = "completion | chat | …" };
        Option<int?> shots = new("--shots") { Description = "How many exemplars the protocol shows; as published by default.", HelpName = "K" };
        var exemplars = ExemplarOrder.CreateOption();
        Option<string[]> compat = new("--compat") { Description = "Id of a defect of the published code to reproduce; the report names it. May be repeated.", HelpName = "ID" };
        Option<string[]> scorer = new("--scorer") { Description = "Id of a scorer beside the benchmark's own; may be repeated. See 'medbench list'.", HelpName = "ID" };
        Option<string?> harm = new("--harm-weights") { Description = "File with severities and costs by which misses are weighted, as JSON or CSV.", HelpName = "FILE" };
        var endpoint = new EndpointOptions();
        Option<string?> model = new("--model") { Description = "The model's name at the endpoint; without an endpoint, who answers within the process: lexical-reader (by default), triage-news2, triage-news2-as-published and others.", HelpName = "NAME" };
        Option<string[]> role = new("--role") { Description = "Who plays a further part (judge, patient, examiner, …): a model at the same endpoint, or at another. May be repeated.", HelpName = "ROLE=MODEL[@URL]" };
        Option<bool> images = new("--images") { Description = "The model takes images; without this, questions that show one are not asked." };
        Option<int?> cop = new("--cop-base") { Description = "MedMCQA only: whether cop counts from 0 (Hugging Face) or from 1 (original files); told from the file where it can be.", HelpName = "0 | 1" };
        Option<int?> limit = new("--limit") { Description = "Evaluate the first N samples only.", HelpName = "N" };
        Option<long> seed = new("--seed") { Description = "Seed of all randomness.", HelpName = "S", DefaultValueFactory = _ => 42 };
        Option<int> epochs = new("--epochs") { Description = "How often each sample is answered.", HelpName = "N", DefaultValueFactory = _ => 1 };
        Option<double> failures = new("--failure-budget") { Description = "Largest share of samples that may have failed before the score is withheld, from 0 to 1.", HelpName = "SHARE", DefaultValueFactory = _ => 0.05 };
        Option<float?> temperature = new("--temperature") { Description = "Sampling temperature; the strategy's own by default.", HelpName = "T" };
        Option<int?> tokens = new("--max-tokens") { Description = "Most tokens of a reply; the strategy's own by default.", HelpName = "N" };
        Option<long?> calls = new("--max-calls") { Description = "Stop after this many model calls; the run can be resumed.", HelpName = "N" };
        Option<int> concurrency = new("--concurrency") { Description = "Samples in work at once.", HelpName = "C", DefaultValueFactory = _ => 16 };
        Option<string?> bank = new("--exemplar-bank") { Description = "File in which rationales for exemplars are kept from run to run.", HelpName = "FILE" };
        Option<string?> cache = new("--reply-cache") { Description = "File in which complete replies are kept from run to run.", HelpName = "FILE" };
        Option<string?> references = new("--references") { Description = "File with published numbers beside the built-in ones; see 'medbench references'.", HelpName = "FILE" };
        Option<string> output = new("--out") { Description = "Run folder; an unfinished run of the same plan is continued.", Required = true, HelpName = "FOLDER" };
        Option<bool> json = new("--json") { Description = "Write the summary as JSON to standard output." };
        var command = new Command("run", "Evaluates a model on a benchmark.")
        {
            benchmark, recipe, dataset, map, subset, data, fetch.Accept, fetch.Unpinned, fetch.Offline, split, strategy, protocol, form, shots, exemplars, compat, scorer, harm, endpoint.Endpoint, model, endpoint.Key, role, endpoint.Embeddings, images, endpoint.Insecure, endpoint.Restricted, cop, limit, seed, epochs, failures, temperature, tokens, calls, concurrency, bank, cache, references, output, json,
        };
        Bounds.Set(cop, 0, 1);
        Bounds.Set(shots, 0);
        Bounds.Set(limit, 1);
        Bounds.Set(epochs, 1);
        Bounds.Set(failures, 0, 1);
        Bounds.Set(temperature, 0);
        Bounds.Set(tokens, 1);
        Bounds.Set(calls, 1);
        Bounds.Set(concurrency, 1);
        command.SetAction((parsed, _) => RunExecution.RunAsync(
            endpoint.AddTo(new RunArguments
            {
                Benchmarks = parsed.GetValue(benchmark) ?? [],
                Recipe = parsed.GetValue(recipe),
                Dataset = parsed.GetValue(dataset),
                Map = parsed.GetValue(map) ?? [],
                Subset = Subset.Read(parsed, subset),
                Data = parsed.GetValue(data) ?? [],
                Fetching = fetch.Read(parsed),
                Split = parsed.GetValue(split),
                Strategies = parsed.GetValue(strategy) ?? [],
                Protocol = parsed.GetValue(protocol),
                Form = parsed.GetValue(form),
                Shots = parsed.GetValue(shots),
                ListsExemplars = ExemplarOrder.IsListed(parsed.GetValue(exemplars), parsed.GetValue(data) ?? []),
                Compat = parsed.GetValue(compat) ?? [],
                Scorers = parsed.GetValue(scorer) ?? [],
                HarmWeights = parsed.GetValue(harm),
                Model = parsed.GetValue(model),
                Roles = parsed.GetValue(role) ?? [],
                TakesImages = parsed.GetValue(images),
                CopBase = parsed.GetValue(cop),
                Limit = parsed.GetValue(limit),
                Seed = parsed.GetValue(seed),
                Epochs = parsed.GetValue(epochs),
                FailureBudget = parsed.GetValue(failures),
                Temperature = parsed.GetValue(temperature),
                MaxTokens = parsed.GetValue(tokens),
                MaxCalls = parsed.GetValue(calls),
                Concurrency = parsed.GetValue(concurrency),
                ExemplarBank = parsed.GetValue(bank),
                ReplyCache = parsed.GetValue(cache),
                References = parsed.GetValue(references),
                Out = parsed.GetRequiredValue(output),
            }, parsed),
            parsed.GetValue(json),
            cancellationToken));
        return command;
    }
}
