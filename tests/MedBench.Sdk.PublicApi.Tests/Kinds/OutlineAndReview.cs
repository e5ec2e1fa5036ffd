using System.Globalization;
using Microsoft.Extensions.AI;

namespace MedBench.PublicApi;

/// <summary>Sends the scan, takes a mask (bytes, or a box in words), and lets the model look at it once more.</summary>
internal sealed class OutlineAndReview : IPromptStrategy
{
    public StrategyInfo Info { get; } = new() { Id = "outline-and-review", Version = "1" };

    public async Task<Prediction> PredictAsync(SampleInput input, IModelAccess models, CancellationToken cancellationToken = default)
    {
        var scan = await File.ReadAllBytesAsync(input.Attachments[0], cancellationToken);
        var reply = await AskAsync("outline", input.Stem, scan);
        var mask = reply.Messages.SelectMany(message => message.Contents).OfType<DataContent>().FirstOrDefault() is { } data ? data.Data.ToArray() : Draw(reply.Text, scan);
        if (mask is null)
        {
            return new Unanswered(Outcome.Unparsed) { Reply = reply.Text };
        }

        await AskAsync("review", "Is this the outline of the lung?", mask);
        var path = models.GetFilePath("mask.txt");
        await File.WriteAllBytesAsync(path, mask, cancellationToken);
        return new MaskPrediction(path) { Reply = reply.Text };

        Task<ChatResponse> AskAsync(string purpose, string text, byte[] picture)
        {
            var message = new ChatMessage(ChatRole.User, [new TextContent(text), new DataContent(picture, "application/octet-stream")]);
            return models.Subject.CompleteAsync(new ModelRequest { Messages = [message], Purpose = purpose }, cancellationToken);
        }
    }

    /// <summary>Draws a box given as top, left, bottom and right, from 0 and inclusive, over a scan; null where the reply is no box.</summary>
    private static byte[]? Draw(string box, byte[] scan)
    {
        var numbers = box.Split(' ').Select(word => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1).ToArray();
        if (numbers is not [>= 0 and var top, >= 0 and var left, >= 0 and var bottom, >= 0 and var right])
        {
            return null;
        }

        var width = Array.IndexOf(scan, (byte)'\n') + 1;
        return [.. scan.Select((pixel, at) => pixel == '\n' ? pixel : at / width >= top && at / width <= bottom && at % width >= left && at % width <= right ? (byte)'#' : (byte)'.')];
    }
}
