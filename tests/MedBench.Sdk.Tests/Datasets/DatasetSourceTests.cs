namespace MedBench.Tests.Datasets;

public class DatasetSourceTests
{
    private string folder = "";

    [SetUp]
    public void CreateFolder()
    {
        folder = Directory.CreateTempSubdirectory("medbench-data").FullName;
        foreach (var name in new[] { "test.jsonl", "dev/a_dev.csv", "one/twin.csv", "two/twin.csv", "US/4_options/deep.jsonl" })
        {
            var path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, name);
        }
    }

    [TearDown]
    public void DeleteFolder() => Directory.Delete(folder, recursive: true);

    [TestCase("test.jsonl", "nothing.csv", "test.jsonl")]
    [TestCase("dev/a_dev.csv", "a_dev.csv")]
    [TestCase("dev/a_dev.csv", "*_DEV.csv")]
    [TestCase("US/4_options/deep.jsonl", "US/4_options/deep.jsonl")]
    [TestCase(null, "deep.jsonl")]
    public void A_folder_is_searched_best_pattern_first_in_itself_and_one_level_down(string? expected, params string[] patterns)
        => Assert.That(DatasetSource.Folder(folder).Find("test", patterns)?.Name, Is.EqualTo(expected));

    [Test]
    public void The_candidates_are_named_when_one_pattern_fits_several_files()
        => Assert.That(
            () => DatasetSource.Folder(folder).Find("test", ["twin*"]),
            Throws.TypeOf<DatasetException>().With.Message.EqualTo("several files fit 'twin*': one/twin.csv, two/twin.csv. Name the one to read as SPLIT=FILE."));

    [Test]
    public void A_named_file_wins_and_the_folder_gives_the_rest_when_both_are_given()
    {
        var source = DatasetSource.Parse([folder, $"pool={folder}/one/twin.csv"]);
        Assert.That((source.Find("pool", ["*"])!.Name, source.Find("pool", [])!.IsExplicit, source.Find("test", ["test.jsonl"])!.IsExplicit), Is.EqualTo(("twin.csv", true, false)));
    }

    [Test]
    public void A_bare_file_is_the_evaluated_split_and_its_neighbours_are_found_beside_it()
    {
        var source = DatasetSource.Parse([$"{folder}/one/twin.csv"]);
        Assert.That((source.Find("test", [])!.Name, source.Find("validation", [])!.Name, source.Find("pool", []), source.Find("other", ["twin.csv"])!.IsExplicit), Is.EqualTo(("twin.csv", "twin.csv", (DatasetFile?)null, false)));
    }

    [Test]
    public void The_message_says_so_when_a_named_file_does_not_exist()
        => Assert.That(
            () => DatasetSource.Parse(["test=/no/such.jsonl"]).Find("test", []),
            Throws.TypeOf<DatasetException>().With.Message.EqualTo("/no/such.jsonl: the file named for 'test' does not exist. Check the path in test=/no/such.jsonl."));

    [Test]
    public void The_message_says_so_when_a_bare_path_is_nothing()
        => Assert.That(() => DatasetSource.Parse(["/no/such"]), Throws.TypeOf<DatasetException>().With.Message.EqualTo("'/no/such' is neither a folder nor a file. Check the path, or name a split: SPLIT=FILE."));

    [Test]
    public void The_message_says_so_when_the_folder_does_not_exist()
        => Assert.That(() => DatasetSource.Folder("/no/such").Find("test", []), Throws.TypeOf<DatasetException>().With.Message.EqualTo("/no/such: the folder does not exist. Check the path."));

    [Test]
    public async Task The_message_says_so_when_the_file_vanishes_before_it_is_opened()
    {
        var file = DatasetSource.Folder(folder).Find("test", ["test.jsonl"])!;
        File.Delete(Path.Combine(folder, "test.jsonl"));
        Assert.That(await DatasetFiles.ErrorAsync(file), Is.EqualTo("test.jsonl: the file does not exist. Check the path."));
    }

    [Test]
    public void The_location_names_every_place_when_several_are_searched()
        => Assert.That(DatasetSource.Parse([folder, "pool=x.jsonl"]).Location, Is.EqualTo($"pool=x.jsonl and the folder {folder}"));
}
