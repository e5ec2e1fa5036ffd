using Microsoft.Extensions.AI;

namespace MedBench;

/// <summary>Reads the images that records hold or name, as contents of a prompt, and finds files that records name.</summary>
/// <remarks>
/// Bytes are handed on as they are and never decoded: the first few tell the media type, whatever the file is called, and
/// <see cref="DatasetLimits.MaxImageBytes"/> bounds how many there may be. A file is looked for beside the data file only.
/// </remarks>
public static class DatasetImages
{
    private const string AnotherImage = "Supply a PNG, JPEG, GIF, WebP, BMP or TIFF image";

    extension(DatasetRow row)
    {
        /// <summary>Returns an image that a field holds as Base64, with or without the head of a data address (<c>data:image/png;base64,</c>).</summary>
        /// <param name="field">The field's name.</param>
        /// <exception cref="DatasetException">The field is missing, too large, or holds no image.</exception>
        public DataContent GetImage(string field)
        {
            var text = row.GetString(field).AsSpan().Trim();
            var head = text.StartsWith("data:", StringComparison.Ordinal) ? text.IndexOf(',') + 1 : 0;
            var encoded = text[head..];
            if (encoded.Length / 4 * 3L > row.Context.Limits.MaxImageBytes + 3L)
            {
                throw TooLarge(row, field, "the image");
            }

            var bytes = new byte[encoded.Length / 4 * 3 + 3];
            return Convert.TryFromBase64Chars(encoded, bytes, out var length)
                ? Create(row, field, "the image", bytes.AsMemory(0, length))
                : throw row.Error(field, "the image is not Base64", "Download the file again, or encode the image");
        }

        /// <summary>Returns an image on disk that a record names.</summary>
        /// <param name="field">The field that names it, for errors.</param>
        /// <param name="path">Its path as the record has it, with slashes.</param>
        /// <param name="folders">Where it is looked for, best first: paths from the folder of the data file or from the one above it; empty for these themselves.</param>
        /// <exception cref="DatasetException">There is no such file, it is too large, or it is no image.</exception>
        public DataContent ReadImage(string field, string path, params IReadOnlyList<string> folders)
        {
            ArgumentNullException.ThrowIfNull(folders);
            var file = row.FindBeside(path, folders) ?? throw row.Error(
                field,
                $"the image '{path}' was not found beside the file",
                $"Put the set's images into {string.Join(" or ", folders.Select(folder => folder.Length == 0 ? "the same folder" : $"the folder '{folder}' there"))}");
            return new FileInfo(file).Length > row.Context.Limits.MaxImageBytes ? throw TooLarge(row, field, $"the image '{path}'")
                : Create(row, field, $"the image '{path}'", File.ReadAllBytes(file));
        }

        /// <summary>Finds a file that a record names.</summary>
        /// <param name="path">Its path as the record has it, with slashes; it may not lead out of the folders.</param>
        /// <param name="folders">Where it is looked for, as in <see cref="ReadImage"/>.</param>
        /// <returns>The absolute path; null where there is no such file, or the data file is not on disk.</returns>
        public string? FindBeside(string path, params IReadOnlyList<string> folders)
        {
            ArgumentNullException.ThrowIfNull(path);
            ArgumentNullException.ThrowIfNull(folders);
            if (row.Context.File.Path is not { } data || path.Length == 0 || path.AsSpan().IndexOfAny("\\:\0") >= 0 || path[0] == '/' || path.Split('/').Contains(".."))
            {
                return null;
            }

            var home = Path.GetDirectoryName(data)!;
            return folders.SelectMany(folder => new[] { Path.Combine(home, folder, path), Path.Combine(home, "..", folder, path) }).Select(Path.GetFullPath).FirstOrDefault(File.Exists);
        }
    }

    private static DataContent Create(DatasetRow row, string field, string what, ReadOnlyMemory<byte> bytes)
        => bytes.Length > row.Context.Limits.MaxImageBytes ? throw TooLarge(row, field, what)
            : new DataContent(bytes, TypeOf(bytes.Span) ?? throw row.Error(field, $"{what} is in no format that is known here", AnotherImage));

    private static DatasetException TooLarge(DatasetRow row, string field, string what) => row.Error(
        field,
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{what} is larger than {row.Context.Limits.MaxImageBytes} bytes"),
        "Shrink it, or raise DatasetLimits.MaxImageBytes");

    private static string? TypeOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "image/png",
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "image/gif",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "image/webp",
        [(byte)'B', (byte)'M', ..] => "image/bmp",
        [(byte)'I', (byte)'I', (byte)'*', 0, ..] or [(byte)'M', (byte)'M', 0, (byte)'*', ..] => "image/tiff",
        _ => null,
    };
}
