using System.Text.Json;

namespace MedBench;

/// <summary>What an endpoint says about an error, in any of the usual shapes; all null where it says nothing readable.</summary>
internal readonly record struct ErrorBody(string? Code, string? Type, string? Message, int? Status)
{
    public static ErrorBody Read(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            using var document = JsonDocument.ParseValue(ref reader);
            return Read(document.RootElement);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return default;
        }
    }

    private static ErrorBody Read(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Array && root.GetArrayLength() > 0)
        {
            root = root[0];
        }

        if (root.ValueKind != JsonValueKind.Object)
        {
            return default;
        }

        if (!root.TryGetProperty("error", out var error) || error.ValueKind is not (JsonValueKind.Object or JsonValueKind.String))
        {
            error = root;
        }

        if (error.ValueKind == JsonValueKind.String)
        {
            return new ErrorBody(null, null, error.GetString(), null);
        }

        var code = Text(error, "code");
        if (error.TryGetProperty("innererror", out var inner) && inner.ValueKind == JsonValueKind.Object && Text(inner, "code") is { } innerCode)
        {
            code = code is null ? innerCode : $"{code}/{innerCode}";
        }

        int? status = int.TryParse(code, out var number) && number is >= 400 and <= 599 ? number : null;
        return new ErrorBody(status is null ? code : null, Text(error, "type"), Text(error, "message") ?? Text(error, "detail"), status);
    }

    private static string? Text(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var value))
        {
            return null;
        }

        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
    }
}
