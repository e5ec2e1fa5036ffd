using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace MedBench;

/// <summary>Writes embeddings requests and reads their replies; vectors come as numbers or, asked for or not, as Base64 of little-endian floats.</summary>
internal static class EmbeddingWire
{
    public static RequestBody Write(OpenAICompatibleOptions options, string[] batch, int? dimensions)
    {
        var body = new RequestBody();
        using var writer = new Utf8JsonWriter(body, ChatRequestWriter.Json);
        writer.WriteStartObject();
        writer.WriteString("model"u8, options.Model);
        writer.WriteStartArray("input"u8);
        foreach (var text in batch)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
        writer.WriteString("encoding_format"u8, options.UseBase64Embeddings ? "base64"u8 : "float"u8);
        if (dimensions is { } wanted)
        {
            writer.WriteNumber("dimensions"u8, wanted);
        }

        writer.WriteEndObject();
        return body;
    }

    public static GeneratedEmbeddings<Embedding<float>> Read(ReadOnlySpan<byte> body, int count, ModelFailures failures)
    {
        var reader = new Utf8JsonReader(body);
        reader.Read();
        reader.Expect(JsonTokenType.StartObject, "reply");
        var vectors = new float[count][];
        UsageDetails? usage = null;
        string? model = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("data"u8))
            {
                ReadData(ref reader, vectors);
            }
            else if (reader.ValueTextEquals("usage"u8))
            {
                usage = UsageReader.Read(ref reader);
            }
            else if (reader.ValueTextEquals("model"u8))
            {
                model = reader.ReadOptionalText();
            }
            else if (reader.ValueTextEquals("error"u8))
            {
                reader.Read();
                _ = reader.TokenType == JsonTokenType.Null ? 0 : throw failures.FromError(200, body);
            }
            else
            {
                reader.SkipValue();
            }
        }

        reader.Read();
        Check(vectors);
        return new GeneratedEmbeddings<Embedding<float>>(vectors.Select(vector => new Embedding<float>(vector) { ModelId = model })) { Usage = usage };
    }

    private static void ReadData(ref Utf8JsonReader reader, float[][] vectors)
    {
        reader.Read();
        reader.Expect(JsonTokenType.StartArray, "data");
        for (var position = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; position++)
        {
            reader.Expect(JsonTokenType.StartObject, "data[]");
            long index = position;
            float[]? vector = null;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("embedding"u8))
                {
                    vector = ReadVector(ref reader);
                }
                else if (reader.ValueTextEquals("index"u8))
                {
                    index = reader.ReadCount() ?? index;
                }
                else
                {
                    reader.SkipValue();
                }
            }

            if (index >= vectors.Length || vectors[index] is not null || vector is null)
            {
                throw new ReplyFormatException("does not follow the protocol: its vectors are not one for each text");
            }

            vectors[index] = vector;
        }
    }

    private static float[] ReadVector(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
        {
            return Decode(reader.GetBytesFromBase64());
        }

        reader.Expect(JsonTokenType.StartArray, "embedding");
        var values = new List<float>(1024);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            reader.Expect(JsonTokenType.Number, "embedding[]");
            values.Add(reader.GetSingle());
        }

        return [.. values];
    }

    private static float[] Decode(byte[] bytes)
    {
        if (bytes.Length % sizeof(float) != 0)
        {
            throw new ReplyFormatException("does not follow the protocol: a Base64 vector is not made of floats");
        }

        var bits = MemoryMarshal.Cast<byte, int>(bytes);
        var vector = new float[bits.Length];
        for (var i = 0; i < vector.Length; i++)
        {
            vector[i] = BitConverter.Int32BitsToSingle(BitConverter.IsLittleEndian ? bits[i] : BinaryPrimitives.ReverseEndianness(bits[i]));
        }

        return vector;
    }

    private static void Check(float[][] vectors)
    {
        foreach (var vector in vectors)
        {
            if (vector is null || vector.Length == 0 || vector.Length != vectors[0].Length || !vector.All(float.IsFinite))
            {
                throw new ReplyFormatException("does not follow the protocol: its vectors are not one for each text, all of one length and finite");
            }
        }
    }
}
