using System.Text.Json;

namespace MedBench.Fhir;

/// <summary>The part of FHIRPath in which the standard search parameters are written: steps from member to member, casts of choices and simple conditions.</summary>
/// <remarks>Walking the JSON itself, instead of parsed objects, keeps a store of hundreds of thousands of records searchable within seconds.</remarks>
internal sealed class SearchPath
{
    private readonly List<List<Step>> branches = [];

    /// <summary>Compiles the branches of an expression that begin at a resource type; null where one of them says more than is understood.</summary>
    public static SearchPath? Compile(string type, string expression)
    {
        var path = new SearchPath();
        foreach (var branch in expression.Split('|', StringSplitOptions.TrimEntries))
        {
            var text = branch.StartsWith('(') && branch.IndexOf(" as ", StringComparison.Ordinal) is > 0 and var cast && branch.IndexOf(')', cast) is > 0 and var end
                ? $"{branch[1..cast]}.as({branch[(cast + 4)..end].Trim()}){branch[(end + 1)..]}"
                : branch;
            if (!text.StartsWith(type + ".", StringComparison.Ordinal))
            {
                continue;
            }

            if (ReadSteps(text[(type.Length + 1)..]) is not { } steps)
            {
                return null;
            }

            path.branches.Add(steps);
        }

        return path.branches.Count > 0 ? path : null;
    }

    /// <summary>Returns the elements that the path leads to.</summary>
    public IEnumerable<JsonElement> Walk(JsonElement resource) => branches.SelectMany(steps => Walk(resource, steps, 0));

    private static List<Step>? ReadSteps(string text)
    {
        var steps = new List<Step>();
        foreach (var part in Split(text))
        {
            if (part.StartsWith("as(", StringComparison.Ordinal) && part.EndsWith(')') && steps.Count > 0)
            {
                var type = part[3..^1];
                steps[^1] = steps[^1] with { Name = steps[^1].Name + char.ToUpperInvariant(type[0]) + type[1..] };
            }
            else if (part.StartsWith("where(resolve() is ", StringComparison.Ordinal) && steps.Count > 0)
            {
                steps[^1] = steps[^1] with { RefersTo = part[19..^1].Trim() };
            }
            else if (part.StartsWith("where(system='", StringComparison.Ordinal) && part.EndsWith("')", StringComparison.Ordinal) && steps.Count > 0)
            {
                steps[^1] = steps[^1] with { System = part[14..^2] };
            }
            else if (part.All(char.IsAsciiLetterOrDigit))
            {
                steps.Add(new Step(part));
            }
            else
            {
                return null;
            }
        }

        return steps;
    }

    /// <summary>Splits at full stops outside brackets.</summary>
    private static IEnumerable<string> Split(string text)
    {
        var (start, depth) = (0, 0);
        for (var i = 0; i <= text.Length; i++)
        {
            depth += i == text.Length ? 0 : text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
            if (i == text.Length || (text[i] == '.' && depth == 0))
            {
                yield return text[start..i];
                start = i + 1;
            }
        }
    }

    private static IEnumerable<JsonElement> Walk(JsonElement element, List<Step> steps, int index)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            return element.EnumerateArray().SelectMany(item => Walk(item, steps, index));
        }

        return index == steps.Count ? [element]
            : element.ValueKind != JsonValueKind.Object ? []
            : Find(element, steps[index].Name).SelectMany(found => Walk(found, steps, index + 1)).Where(found => index < steps.Count - 1 || steps[index].Admits(found));
    }

    /// <summary>Finds a member, or that of a choice whose name goes on with its type: <c>effective</c> finds <c>effectiveDateTime</c>.</summary>
    private static IEnumerable<JsonElement> Find(JsonElement element, string name)
        => element.TryGetProperty(name, out var exact)
            ? [exact]
            : element.EnumerateObject().Where(member => member.Name.Length > name.Length && member.Name.StartsWith(name, StringComparison.Ordinal) && char.IsAsciiLetterUpper(member.Name[name.Length])).Select(member => member.Value);

    private sealed record Step(string Name, string? RefersTo = null, string? System = null)
    {
        public bool Admits(JsonElement element)
            => (RefersTo is null || RefersToType(element))
                && (System is null || (element.ValueKind == JsonValueKind.Object && element.TryGetProperty("system", out var system) && system.ValueEquals(System)));

        private bool RefersToType(JsonElement element)
            => element.ValueKind == JsonValueKind.Object
                && (!element.TryGetProperty("reference", out var reference) || reference.GetString() is not { } text || text.StartsWith(RefersTo + "/", StringComparison.Ordinal) || text.Contains($"/{RefersTo}/", StringComparison.Ordinal));
    }
}
