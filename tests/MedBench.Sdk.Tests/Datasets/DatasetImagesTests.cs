using Microsoft.Extensions.AI;

namespace MedBench.Tests.Datasets;

public sealed class DatasetImagesTests
{
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 1, 2, 3];

    private string folder = "";

    [SetUp]
    public void CreateFolder() => folder = Directory.CreateTempSubdirectory("medbench-images-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(folder, recursive: true);

    [TestCase("89504E470D0A1A0A", "image/png")]
    [TestCase("FFD8FFE000104A46", "image/jpeg")]
    [TestCase("474946383961", "image/gif")]
    [TestCase("524946460000000057454250", "image/webp")]
    [TestCase("424D000000000000", "image/bmp")]
    [TestCase("49492A0008000000", "image/tiff")]
    [TestCase("4D4D002A00000008", "image/tiff")]
    public async Task The_first_bytes_tell_the_type_and_all_are_handed_on(string hexadecimal, string type)
    {
        var bytes = Convert.FromHexString(hexadecimal);
        foreach (var text in new[] { Convert.ToBase64String(bytes), $" data:image/x;base64,{Convert.ToBase64String(bytes)}\\n" })
        {
            var image = (await DatasetFiles.ReadAsync("a.jsonl", $$"""{"image":"{{text}}"}""", row => row.GetImage("image"))).Single();
            Assert.That((image.MediaType, Convert.ToHexString(image.Data.Span)), Is.EqualTo((type, hexadecimal)));
        }
    }

    [TestCase("not base64!", "a.jsonl, line 1, field 'image': the image is not Base64. Download the file again, or encode the image.")]
    [TestCase("", "a.jsonl, line 1, field 'image': the image is in no format that is known here. Supply a PNG, JPEG, GIF, WebP, BMP or TIFF image.")]
    [TestCase("PHN2Zz48L3N2Zz4=", "a.jsonl, line 1, field 'image': the image is in no format that is known here. Supply a PNG, JPEG, GIF, WebP, BMP or TIFF image.", Description = "<svg></svg>")]
    public async Task What_is_no_image_is_refused(string text, string error)
        => Assert.That(await DatasetFiles.ErrorAsync(DatasetFiles.Create("a.jsonl", $$"""{"image":"{{text}}"}"""), row => row.GetImage("image")), Is.EqualTo(error));

    [Test]
    public async Task An_image_is_found_in_a_folder_beside_the_file_or_beside_the_files_own_folder()
    {
        Write("set/data.jsonl", """{"image":"a/one.png"}""");
        Write("set/images/a/one.png");
        Assert.That(await ReadAsync("a/one.png", "images"), Is.EqualTo("image/png 11"));
        Write("images/two.jpg");
        Assert.That(await ReadAsync("two.jpg", "images"), Is.EqualTo("image/png 11"), "The type is told by the bytes.");
        Write("set/three.png");
        Assert.That(await ReadAsync("three.png", "images", ""), Is.EqualTo("image/png 11"));
    }

    [TestCase("../secret.png")]
    [TestCase("a/../../secret.png")]
    [TestCase("/etc/hostname")]
    [TestCase("..\\secret.png")]
    [TestCase("C:secret.png")]
    [TestCase("")]
    [TestCase("a.png\0b")]
    public async Task A_name_that_leads_elsewhere_finds_nothing(string name)
    {
        Write("set/data.jsonl", "{}");
        Write("secret.png");
        Assert.That(await ReadAsync(name, "images", "images/a", ""), Does.StartWith("data.jsonl, line 1, field 'image': the image").And.Contains("was not found beside the file"));
    }

    [Test]
    public async Task A_file_that_is_not_on_disk_has_nothing_beside_it()
        => Assert.That(await DatasetFiles.ReadAsync("a.jsonl", "{}", row => row.FindBeside("a.png", "")), Is.EqualTo(new string?[] { null }));

    [Test]
    public async Task A_large_image_is_refused_before_it_is_read()
    {
        Write("set/data.jsonl", "{}");
        using (var stream = File.Create(Path.Combine(folder, "set", "huge.png")))
        {
            stream.SetLength(1L << 32);
        }

        var before = GC.GetTotalAllocatedBytes();
        Assert.That(await ReadAsync("huge.png", ""), Is.EqualTo("data.jsonl, line 1, field 'image': the image 'huge.png' is larger than 20971520 bytes. Shrink it, or raise DatasetLimits.MaxImageBytes."));
        Assert.That(GC.GetTotalAllocatedBytes() - before, Is.LessThan(4 << 20));

        var small = new DatasetReadOptions { Limits = new DatasetLimits { MaxImageBytes = 10 } };
        var error = await DatasetFiles.ErrorAsync(DatasetFiles.Create("a.jsonl", $$"""{"image":"{{Convert.ToBase64String(Png)}}"}"""), row => row.GetImage("image"), small);
        Assert.That(error, Is.EqualTo("a.jsonl, line 1, field 'image': the image is larger than 10 bytes. Shrink it, or raise DatasetLimits.MaxImageBytes."));
    }

    private void Write(string path, string? text = null)
    {
        var file = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, text is null ? Png : System.Text.Encoding.UTF8.GetBytes(text));
    }

    private async Task<string> ReadAsync(string name, params string[] folders)
    {
        try
        {
            var file = DatasetSource.Folder(Path.Combine(folder, "set")).Find("test", ["data.jsonl"])!;
            DataContent image = (await DatasetFiles.ReadAsync(file, row => row.ReadImage("image", name, folders))).Single();
            return FormattableString.Invariant($"{image.MediaType} {image.Data.Length}");
        }
        catch (DatasetException exception)
        {
            return exception.Message;
        }
    }
}
