using System.Text;
using System.Text.Json;

namespace MedBench.Fhir;

/// <summary>Lays JSON out as HAPI FHIR servers do when they print prettily: a member a line, lists opened on the line of their name.</summary>
/// <remarks>The layout reaches prompts, so it is that of the published image. Texts and numbers stand as they were loaded.</remarks>
internal sealed class FhirJsonWriter
{
    private readonly StringBuilder text = new();
    private int depth;
    private bool isFirst = true;

    public override string ToString() => text.ToString();

    public void StartObject()
    {
        text.Append('{');
        depth++;
        isFirst = true;
    }

    public void EndObject()
    {
        depth--;
        if (isFirst)
        {
            text.Append(' ');
        }
        else
        {
            NewLine();
        }

        text.Append('}');
        isFirst = false;
    }

    /// <summary>Begins a member; a value must follow.</summary>
    public FhirJsonWriter Member(string name)
    {
        text.Append(isFirst ? "" : ",");
        NewLine();
        Quote(name);
        text.Append(": ");
        isFirst = false;
        return this;
    }

    public void Text(string value) => Quote(value);

    public void Raw(string value) => text.Append(value);

    /// <summary>Writes a list, each item by its own writer.</summary>
    public void List<T>(IEnumerable<T> items, Action<T> write)
    {
        text.Append("[ ");
        var separator = "";
        foreach (var item in items)
        {
            text.Append(separator);
            write(item);
            separator = ", ";
        }

        text.Append(separator.Length > 0 ? " ]" : "]");
        isFirst = false;
    }

    /// <summary>Writes an element that was read.</summary>
    public void Element(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                StartObject();
                foreach (var member in element.EnumerateObject())
                {
                    Member(member.Name).Element(member.Value);
                }

                EndObject();
                break;
            case JsonValueKind.Array:
                List(element.EnumerateArray(), Element);
                break;
            default:
                Raw(element.GetRawText());
                break;
        }
    }

    private void NewLine() => text.Append('\n').Append(' ', depth * 2);

    private void Quote(string value)
    {
        text.Append('"');
        foreach (var character in value)
        {
            _ = character switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                < ' ' => text.Append(System.Globalization.CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
                _ => text.Append(character),
            };
        }

        text.Append('"');
    }
}
