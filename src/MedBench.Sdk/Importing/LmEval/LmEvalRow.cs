using System.Globalization;

namespace MedBench;

/// <summary>Turns a row of a sample log into the answers that it holds: one for each repetition of the request.</summary>
internal static class LmEvalRow
{
    private static readonly string[] Stems = ["question", "sent1", "query", "stem", "input", "problem", "text", "prompt"];

    public static IEnumerable<ImportedRecord> Read(LogValue line, ImportedRecord row)
    {
        var requests = ReadRequests(line["arguments"]);
        var replies = line["resps"].Exists ? line["resps"] : line["filtered_resps"];
        if (!replies.IsList || replies.Count == 0)
        {
            throw line["resps"].Error("the row holds no reply", "Name a file that lm-evaluation-harness wrote with --log_samples");
        }

        if (requests.Count > 0 && requests.Count != replies.Count)
        {
            throw line["resps"].Error(string.Create(CultureInfo.InvariantCulture, $"there are {replies.Count} replies to {requests.Count} requests"), "Name a file as lm-evaluation-harness wrote it");
        }

        row = row with { Stem = FindStem(line["doc"], requests), Tags = ReadTags(line["doc"]) };
        return IsLikelihood(line, requests) ? LmEvalLikelihood.Read(line, requests, replies, row) : ReadTexts(line, requests, replies, row);
    }

    /// <summary>Reads <c>arguments</c>: a list of lists, or <c>gen_args_N</c> → <c>arg_N</c>.</summary>
    private static List<LogValue[]> ReadRequests(LogValue arguments) => arguments switch
    {
        { IsObject: true } => [.. arguments.Fields().Select(request => request.Value.Fields().Select(argument => argument.Value).ToArray())],
        { IsList: true } => [.. arguments.Items().Select(request => request.IsList ? request.Items().ToArray() : [request])],
        _ => [],
    };

    /// <summary>A likelihood has a continuation as its second argument, and a pair of a number and a truth value as its reply.</summary>
    private static bool IsLikelihood(LogValue line, List<LogValue[]> requests)
    {
        var first = line["resps"].Items().FirstOrDefault().Items().FirstOrDefault();
        var isPair = first.Count == 2 && IsSum(first.Items().First()) && first.Items().Last().Plain() is "True" or "False" or "true" or "false" or "0" or "1";
        return isPair && requests.TrueForAll(request => request.Length >= 2 && request[1].IsText);
    }

    private static bool IsSum(LogValue value) => value.Number() is not null || value.Kind == System.Text.Json.JsonValueKind.Number || value.Plain() is "" or "inf" or "-inf" or "nan";

    private static IEnumerable<ImportedRecord> ReadTexts(LogValue line, List<LogValue[]> requests, LogValue replies, ImportedRecord row)
    {
        var options = LogOptions.Find(line["doc"]);
        var target = line["target"].Plain();
        var label = options.Count > 0 ? LogOptions.Resolve(target, options, countsFromZero: true) : null;
        var first = replies.Items().First();
        List<LogValue> texts = first.IsList ? [.. first.Items()] : [first];
        var answers = ReadAnswers(line["filtered_resps"], texts.Count);
        row = row with
        {
            Options = label is null ? [] : options,
            Gold = label is not null ? [label] : ReadTargets(line["target"]),
            Messages = requests.Count > 0 && requests[0].Length > 0 ? ReadPrompt(requests[0][0]) : [],
        };
        foreach (var (i, reply) in texts.Index())
        {
            row = row with { Answer = answers?[i] is { IsText: true } answer ? label is null ? answer.Text() : LogOptions.Resolve(answer.Text(), options) ?? answer.Text() : null };

            // A single argument is the text whose likelihood was asked (loglikelihood_rolling): its reply is a number.
            yield return requests.Count > 0 && requests[0].Length == 1 && reply.Number() is not null
                ? row with { Error = "the log holds a number for the whole text and no reply (loglikelihood_rolling)" }
                : row with { Reply = reply.Plain() };
        }
    }

    /// <summary>Reads what the harness's filters made of each reply; null where it is one text for several replies, as a vote makes it, and so about none of them.</summary>
    private static List<LogValue>? ReadAnswers(LogValue filtered, int replies)
    {
        var first = filtered.Items().FirstOrDefault();
        List<LogValue> answers = first.IsList ? [.. first.Items()] : [first];
        return answers.Count == replies ? answers : null;
    }

    /// <summary>Reads a prompt: a text, or a chat as the harness passes it to endpoints, which is JSON in a list of one.</summary>
    private static IReadOnlyList<ImportedMessage> ReadPrompt(LogValue prompt) => prompt.IsList && prompt.Count == 1 && prompt.Items().First().IsText
        ? LogChat.ReadPrompt(prompt.Items().First())
        : LogChat.ReadPrompt(prompt);

    /// <summary>Reads the texts that are right; a list was written as Python prints it.</summary>
    private static IReadOnlyList<string> ReadTargets(LogValue target)
        => !target.Exists ? [] : target.IsList ? [.. target.Items().Select(item => item.Plain())] : PythonList.TryRead(target.Plain()) is { Count: > 0 } list ? list : [target.Plain()];

    private static string FindStem(LogValue doc, List<LogValue[]> requests)
        => Stems.Select(name => doc[name]).FirstOrDefault(value => value.IsText && value.Plain().Length > 0) is { IsText: true } stem ? stem.Text()
            : requests.Count > 0 && requests[0].Length > 0 ? requests[0][0].Plain() : doc.IsText ? doc.Text() : "";

    private static Dictionary<string, string> ReadTags(LogValue doc)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in (ReadOnlySpan<string>)["subject", "subject_name", "category"])
        {
            if (doc[name] is { IsText: true } value && value.Text() is { Length: > 0 and <= 100 } text)
            {
                tags["subject"] = text;
                break;
            }
        }

        return tags;
    }
}
