using System.CommandLine;
using System.Text;

namespace MedBench.Cli.Commands;

/// <summary><c>medbench prompt</c>: the dry run before spending.</summary>
internal static class PromptCommand
{
    public static Command Create()
    {
        Option<string?> benchmark = new("--benchmark") { Description = "Id of the benchmark; see 'medbench list'.", HelpName = "ID" };
        var dataset = OwnQuestions.CreateDatasetOption();
        var map = OwnQuestions.CreateMapOption();
        var subset = Subset.CreateOption();
        Option<string?> protocol = new("--protocol") { Description = "Id of a published protocol; see 'medbench list protocols'.", HelpName = "ID" };
        Option<string?> form = new("--form") { Description = "Form of the protocol, for instance completion or chat; its first by default.", HelpName = "completion | chat | …" };
        Option<int?> shots = new("--shots") { Description = "How many exemplars are shown; as published by default.", HelpName = "K" };
        var exemplars = ExemplarOrder.CreateOption();
        Option<string?> strategy = new("--strategy") { Description = "Id of a strategy instead of a protocol; the benchmark's own by default.", HelpName = "ID" };
        Option<string[]> data = new("--data") { Description = "Folder with the benchmark's files, or SPLIT=FILE; pool=FILE names the exemplars. May be repeated. Left out, published files are fetched into the cache.", HelpName = "FOLDER | SPLIT=FILE" };
        var fetch = new FetchOptions();
        var endpoint = new EndpointOptions();
        Option<string?> split = new("--split") { Description = "Split of the item; the benchmark's own by default.", HelpName = "NAME" };
        Option<int> item = new("--item") { Description = "Number of the item in the split, from 0.", Required = true, HelpName = "I" };
        Option<int?> continuation = new("--continuation") { Description = "Print the continuation of this option instead, from 0, where likelihoods are compared.", HelpName = "N" };
        Option<int?> cop = new("--cop-base") { Description = "MedMCQA only: whether cop counts from 0 or from 1.", HelpName = "0 | 1" };
        Option<long> seed = new("--seed") { Description = "Seed of all randomness.", HelpName = "S", DefaultValueFactory = _ => 42 };
        var command = new Command("prompt", "Prints the prompt that a run would send for one item, byte for byte, and nothing else; sends nothing, but texts to be embedded where --embeddings says to whom.")
        {
            benchmark, dataset, map, subset, protocol, form, shots, exemplars, strategy, data, fetch.Accept, fetch.Unpinned, fetch.Offline, endpoint.Embeddings, endpoint.Endpoint, endpoint.Key, endpoint.Insecure, endpoint.Restricted, split, item, continuation, cop, seed,
        };
        Bounds.Set(shots, 0);
        Bounds.Set(item, 0);
        Bounds.Set(continuation, 0);
        Bounds.Set(cop, 0, 1);
        command.SetAction(async (parsed, token) =>
        {
            var arguments = endpoint.AddTo(new RunArguments
            {
                Benchmarks = parsed.GetValue(benchmark) is { } name ? [name] : [],
                Dataset = parsed.GetValue(dataset),
                Map = parsed.GetValue(map) ?? [],
                Subset = Subset.Read(parsed, subset),
                Data = parsed.GetValue(data) ?? [],
                Fetching = fetch.Read(parsed),
                Split = parsed.GetValue(split),
                Strategies = parsed.GetValue(strategy) is { } id ? [id] : [],
                Protocol = parsed.GetValue(protocol),
                Form = parsed.GetValue(form),
                Shots = parsed.GetValue(shots),
                ListsExemplars = ExemplarOrder.IsListed(parsed.GetValue(exemplars), parsed.GetValue(data) ?? []),
                CopBase = parsed.GetValue(cop),
                Seed = parsed.GetValue(seed),
                Out = "",
            }, parsed);
            var selection = RunPlan.CreateSelections(arguments, hasSource: true)[0];
            using var embeddings = RunPlan.CreateEmbeddings(arguments);
            var preview = await PromptPreview.CreateAsync(selection, selection.Strategies.Count > 0 ? selection.Strategies[0] : selection.Benchmark.DefaultStrategy, parsed.GetValue(item), arguments.Seed, embeddings, arguments.AllowRestrictedData, token);
            using var output = Console.OpenStandardOutput();
            await output.WriteAsync(Encoding.UTF8.GetBytes(parsed.GetValue(continuation) is { } number ? ContinuationOf(preview, number) : preview.ToText()), token);
            return ExitCode.Done;
        });
        return command;
    }

    private static string ContinuationOf(PromptPreview preview, int number) => number < preview.Continuations.Count ? preview.Continuations[number]
        : throw new ArgumentException(preview.Continuations.Count == 0 ? "No likelihoods are compared here: the model writes its answer. Leave out --continuation."
            : FormattableString.Invariant($"There are {preview.Continuations.Count} continuations, counted from 0. Choose a smaller number."));
}
