using Microsoft.Extensions.AI;

namespace MedBench.Chaos;

/// <summary>The SDK reads no image: bytes are handed on as they are, and what a header claims costs nothing.</summary>
[FailureMode(39)]
public sealed class ImageTests
{
    private const long MostBytes = 10L << 20;

    private static readonly Dictionary<string, byte[]> Headers = new()
    {
        ["png of 4 gigapixels"] = [.. "\x89PNG\r\n\x1a\n\0\0\0\rIHDR"u8, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 16, 6, 0, 0, 0],
        ["png with a chunk of 2 GB"] = [.. "\x89PNG\r\n\x1a\n"u8, 0x7F, 0xFF, 0xFF, 0xFF, .. "iTXt"u8],
        ["jpeg of 65535 squared"] = [0xFF, 0xD8, 0xFF, 0xC0, 0, 17, 8, 0xFF, 0xFF, 0xFF, 0xFF, 4],
        ["gif of 65535 squared"] = [.. "GIF89a"u8, 0xFF, 0xFF, 0xFF, 0xFF, 0xF7],
        ["bmp of negative height"] = [.. "BM"u8, 0xFF, 0xFF, 0xFF, 0x7F, .. new byte[12], 0xFF, 0xFF, 0xFF, 0x7F, 0, 0, 0, 0x80],
        ["tiff with a directory loop"] = [.. "II*\0"u8, 8, 0, 0, 0, 0, 0, 8, 0, 0, 0],
        ["webp that claims 4 GB"] = [.. "RIFF"u8, 0xFF, 0xFF, 0xFF, 0xFF, .. "WEBPVP8X"u8],
        ["svg of entities"] = [.. "<!DOCTYPE s [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><svg>&b;</svg>"u8],
        ["dicom with a group of 4 GB"] = [.. new byte[128], .. "DICM"u8, 2, 0, 0, 0, .. "UL"u8, 0xFF, 0xFF, 0xFF, 0xFF],
        ["polyglot of gif and script"] = [.. "GIF89a/*"u8, .. "*/=alert(1)//<script>"u8],
    };

    [Test]
    public async Task A_crafted_image_is_handed_on_untouched_and_costs_what_it_weighs()
    {
        await using var server = await StubServer.StartAsync();
        using var client = new OpenAICompatibleClient(new OpenAICompatibleOptions { Endpoint = server.Endpoint, Model = "seeing" });
        await client.CompleteAsync(ModelRequest.FromText("warm"));
        var most = 0L;
        foreach (var (name, bytes) in Headers)
        {
            var before = GC.GetTotalAllocatedBytes();
            await client.CompleteAsync(new ModelRequest { Messages = [new ChatMessage(ChatRole.User, [new DataContent(bytes, "image/png"), new TextContent("What is it?")])] });
            most = Math.Max(most, GC.GetTotalAllocatedBytes() - before);
            Assert.That(server.Bodies.Last(), Does.Contain(Convert.ToBase64String(bytes)).Or.Contain(Convert.ToBase64String(bytes).Replace("+", "\\u002B", StringComparison.Ordinal)), name);
        }

        Assert.That(most, Is.LessThan(MostBytes));
        Figure.Print(39, $"{Headers.Count} crafted images handed on untouched, at most {most / 1024} KB allocated for one");
    }
}
