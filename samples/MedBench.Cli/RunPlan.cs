using MedBench.Benchmarks;

namespace MedBench.Cli;

/// <summary>Turns arguments into a plan.</summary>
internal static class RunPlan
{
    public static EvaluationPlan Create(RunArguments arguments)
    {
        var selections = CreateSelections(arguments, hasSource: true);
        return new EvaluationPlan
        {
            Benchmarks = selections,
            Models = [CreateModel(arguments, selections)],
            Roles = RolePlayers.Create(arguments),
            Embeddings = CreateEmbeddings(arguments),
            Limit = arguments.Limit,
            Seed = arguments.Seed,
            Epochs = arguments.Epochs,
            FailureBudget = arguments.FailureBudget,
            References =
            [
                .. arguments.Recipe is { } recipe ? Recipes.Find(recipe).References : selections.SelectMany(selection => ReferenceResults.Of(selection.Benchmark.Card.Id)),
                .. arguments.References is { } path ? ReferenceResults.Read(path) : [],
            ],
            Budget = new RunBudget { MaxCalls = arguments.MaxCalls },
        };
    }

    /// <summary>Selects the benchmarks, each with its strategies and scorers.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="hasSource">Whether the data is where the arguments say; otherwise whoever carries the plan out has it.</param>
    public static IReadOnlyList<BenchmarkSelection> CreateSelections(RunArguments arguments, bool hasSource)
    {
        if (arguments is { Subset: not null } and not { Benchmarks: [], Recipe: null, Split: null })
        {
            throw new ArgumentException("A subset says itself of which benchmark and split its questions are. Leave out --benchmark, --recipe and --split.");
        }

        IReadOnlyList<IScorer> scorers = [.. FindScorers(arguments)];
        if (arguments.Recipe is { } recipe)
        {
            Refuse(arguments);
            return [.. ChooseRows(Recipes.Find(recipe), arguments.Benchmarks).Select(row => new BenchmarkSelection(row.Benchmark, hasSource ? FindSource(arguments, row.Benchmark, () => Recipe.FindSource(row.Benchmark, FolderOf(arguments))) : null) { Strategies = row.Strategies, FurtherScorers = scorers })];
        }

        if (OwnQuestions.Select(arguments, hasSource) is { } own)
        {
            own = own with { Strategies = CreateStrategies(arguments, own.Benchmark.Card.Id), FurtherScorers = scorers };
            return [arguments.Subset?.Apply(own) ?? own];
        }

        var id = arguments.Subset?.Benchmark ?? arguments.Benchmarks switch
        {
            [var named] => named,
            [] => throw new ArgumentException("Nothing says what to evaluate. Add --benchmark ID, --recipe ID for a paper's whole table, --subset FILE for chosen questions, or --dataset FILE for questions of your own."),
            _ => throw new ArgumentException("Several benchmarks are run together as the sets of a recipe alone. Name one, or add --recipe ID."),
        };
        var benchmark = FindBenchmark(id, arguments.CopBase);
        var split = arguments.Subset?.Split ?? arguments.Split ?? SplitOf(arguments, id) ?? benchmark.Card.EvaluationSplit.Name;
        var selection = new BenchmarkSelection(benchmark, hasSource ? FindSource(arguments, benchmark, () => DatasetSource.Parse(arguments.Data, split)) : null, split) { Strategies = CreateStrategies(arguments, id), FurtherScorers = scorers };
        return [arguments.Subset?.Apply(selection) ?? selection];
    }

    /// <summary>Creates who embeds; null where the built-in vectors do. The caller disposes of it.</summary>
    public static OpenAICompatibleEmbeddings? CreateEmbeddings(RunArguments arguments)
        => arguments.Embeddings is { } embeddings ? ModelAddress.Parse(embeddings, arguments, "The embedding model", "--embeddings ").CreateEmbeddings(arguments) : null;

    /// <summary>Finds where the data is: with what the arguments name, otherwise where the card says that it can be fetched.</summary>
    private static IDatasetSource FindSource(RunArguments arguments, IBenchmark benchmark, Func<IDatasetSource> named)
        => arguments.Data.Count == 0 && benchmark.Card.Downloads.Count > 0 ? FetchedData.Announce(benchmark.Card, arguments.Fetching) : named();

    /// <summary>Finds the split that a reproduced defect is about.</summary>
    private static string? SplitOf(RunArguments arguments, string benchmark) => arguments.Protocol is not { } protocol ? null
        : PublishedProtocols.Find(protocol).FindTask(benchmark, arguments.Form).CompatRules.Where(rule => arguments.Compat.Contains(rule.Id)).Select(rule => rule.Split).FirstOrDefault(split => split is not null);

    /// <summary>Leaves out the sets of a recipe that are not named; none where none is.</summary>
    private static IEnumerable<RecipeRow> ChooseRows(Recipe recipe, IReadOnlyList<string> benchmarks)
        => benchmarks.FirstOrDefault(id => recipe.Rows.All(row => row.Benchmark.Card.Id != id)) is { } unknown
            ? throw new ArgumentException($"The recipe '{recipe.Id}' has no set '{unknown}'. Choose from {string.Join(", ", recipe.Rows.Select(row => row.Benchmark.Card.Id))}.")
            : recipe.Rows.Where(row => benchmarks.Count == 0 || benchmarks.Contains(row.Benchmark.Card.Id));

    private static void Refuse(RunArguments arguments)
    {
        if (arguments is not { Protocol: null, Form: null, Shots: null, CopBase: null, Split: null, Temperature: null, MaxTokens: null, Strategies.Count: 0, Compat.Count: 0 })
        {
            throw new ArgumentException("A recipe says itself what is asked and how. Leave out --strategy, --protocol, --form, --shots, --exemplars, --compat, --split, --cop-base, --temperature and --max-tokens.");
        }
    }

    private static string FolderOf(RunArguments arguments) => arguments.Data is [var folder] && Directory.Exists(folder) ? folder
        : throw new ArgumentException("A recipe takes one folder with the files of its benchmarks, all together or each set's in a folder named by its id. Add --data FOLDER.");

    private static IReadOnlyList<IPromptStrategy> CreateStrategies(RunArguments arguments, string benchmark)
    {
        var sampling = new SamplingOptions();
        sampling = sampling with { Temperature = arguments.Temperature ?? sampling.Temperature, MaxOutputTokens = arguments.MaxTokens ?? sampling.MaxOutputTokens };
        var ladder = OpenMedLm.Ladder(new OpenMedLmOptions { Sampling = sampling }).ToDictionary(strategy => strategy.Info.Id, StringComparer.Ordinal);
        return [.. FindProtocol(arguments, benchmark), .. arguments.Strategies.Select(id => ladder.GetValueOrDefault(id) ?? MedBenchCatalog.All.FindStrategy(id))];
    }

    private static IEnumerable<IPromptStrategy> FindProtocol(RunArguments arguments, string benchmark)
    {
        if (arguments.Protocol is { } id)
        {
            var options = new ProtocolOptions { Shots = arguments.Shots, Compat = arguments.Compat, Temperature = arguments.Temperature, MaxOutputTokens = arguments.MaxTokens, ListsExemplars = arguments.ListsExemplars };
            yield return PublishedProtocols.Find(id).FindTask(benchmark, arguments.Form).CreateStrategy(options);
        }
        else if (arguments.Shots is not null || arguments.Form is not null || arguments.Compat.Count > 0)
        {
            throw new ArgumentException("--shots, --form and --compat say how a published protocol is run. Add --protocol ID.");
        }
    }

    private static IEnumerable<IScorer> FindScorers(RunArguments arguments)
    {
        foreach (var id in arguments.Scorers)
        {
            yield return MedBenchCatalog.All.FindScorer(id);
        }

        if (arguments.HarmWeights is { } path)
        {
            yield return new HarmWeightedScorer(HarmWeights.Read(path));
        }
    }

    private static IBenchmark FindBenchmark(string id, int? copBase) => (MedBenchCatalog.All.FindBenchmark(id), copBase) switch
    {
        (MedMcqa, { } known) => new MedMcqa { CopBase = known },
        (_, { }) => throw new ArgumentException($"Only the answers of medmcqa have a base. Leave out --cop-base for '{id}'."),
        (var benchmark, null) => benchmark,
    };

    private static IModelClient CreateModel(RunArguments arguments, IReadOnlyList<BenchmarkSelection> selections)
    {
        // Whoever chooses a completion or a likelihood says with it that the endpoint can do so; one that cannot answers with an error.
        const ModelCapabilities Claimed = ModelCapabilities.Completion | ModelCapabilities.LogLikelihood;
        var needed = selections.SelectMany(selection => selection.Strategies.DefaultIfEmpty(selection.Benchmark.DefaultStrategy)).Aggregate(ModelCapabilities.None, (needed, strategy) => needed | (strategy.Info.RequiredCapabilities & Claimed));
        return arguments.Endpoint is not { } endpoint ? EmbeddedModels.Find(arguments.Model)
            : new ModelAddress(arguments.Model ?? throw new ArgumentException("An endpoint needs a model. Add --model NAME."), endpoint).CreateClient(needed | (arguments.TakesImages ? ModelCapabilities.Images : ModelCapabilities.None), arguments);
    }
}
