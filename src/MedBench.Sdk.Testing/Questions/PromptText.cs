using System.Text;

namespace MedBench.Testing;

/// <summary>Reduces prompts and questions to a form in which one can be found in the other.</summary>
internal static class PromptText
{
    /// <summary>Returns the text of all messages, one after the other.</summary>
    public static string Of(ModelRequest request) => string.Join('\n', request.Messages.Select(message => message.Text));

    /// <summary>Turns each run of white space into one line break, or into one blank where the run has no line break, and trims.</summary>
    public static string Collapse(string text)
    {
        var result = new StringBuilder(text.Length);
        var blank = '\0';
        foreach (var character in text)
        {
            if (char.IsWhiteSpace(character))
            {
                blank = character is '\n' or '\r' || blank == '\n' ? '\n' : ' ';
                continue;
            }

            if (blank != '\0' && result.Length > 0)
            {
                result.Append(blank);
            }

            blank = '\0';
            result.Append(character);
        }

        return result.ToString();
    }
}
