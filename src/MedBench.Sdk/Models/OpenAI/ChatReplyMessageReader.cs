using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace MedBench;

/// <summary>Reads the message of a choice: text, reasoning, refusal and tool calls.</summary>
internal static class ChatReplyMessageReader
{
    private const int ContentSeen = 1;
    private const int CallsSeen = 2;

    public static void Read(ref Utf8JsonReader reader, ref ChatReply reply)
    {
        reader.Read();
        reader.Expect(JsonTokenType.StartObject, "message");
        reply.HasMessage = true;
        var seen = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("content"u8))
            {
                JsonReading.Once(ref seen, ContentSeen, "content");
                reply.Text = ReadContent(ref reader);
            }
            else if (reader.ValueTextEquals("reasoning_content"u8) || reader.ValueTextEquals("reasoning"u8))
            {
                reply.Reasoning = reader.ReadOptionalText() ?? reply.Reasoning;
            }
            else if (reader.ValueTextEquals("refusal"u8))
            {
                reply.Refusal = reader.ReadOptionalText();
            }
            else if (reader.ValueTextEquals("tool_calls"u8))
            {
                JsonReading.Once(ref seen, CallsSeen, "tool_calls");
                ReadCalls(ref reader, ref reply);
            }
            else
            {
                reader.SkipValue();
            }
        }
    }

    private static string? ReadContent(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        if (reader.TokenType == JsonTokenType.StartArray)
        {
            return ReadParts(ref reader);
        }

        reader.Expect(JsonTokenType.String, "content");
        return reader.GetString();
    }

    private static string ReadParts(ref Utf8JsonReader reader)
    {
        var text = new StringBuilder();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            reader.Expect(JsonTokenType.StartObject, "content[]");
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("text"u8))
                {
                    text.Append(reader.ReadText("text"));
                }
                else
                {
                    reader.SkipValue();
                }
            }
        }

        return text.ToString();
    }

    private static void ReadCalls(ref Utf8JsonReader reader, ref ChatReply reply)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
        {
            return;
        }

        reader.Expect(JsonTokenType.StartArray, "tool_calls");
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            reader.Expect(JsonTokenType.StartObject, "tool_calls[]");
            (reply.Calls ??= []).Add(ToolCallReader.Read(ref reader, reply.Calls.Count));
        }
    }
}
